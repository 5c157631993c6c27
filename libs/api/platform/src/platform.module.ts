import { Global, Inject, Injectable, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access';
import { AuditAnchors } from './anchors';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { FieldCrypto } from './crypto';
import { Db } from './db/db';
import { appUrl } from './db/migrate';
import { makeDataSource } from './db/source';
import { inputPipe, ProblemFilter } from './errors';
import { Files } from './files';
import { CostLimit, graphqlModule } from './graphql';
import { HealthController, Metrics } from './health';
import { Jobs, workerName } from './jobs';
import { KeyRotation } from './key-rotation';
import { KeysResolver } from './keys.resolver';
import { Mails } from './mail';
import './platform.data-map';
import { platformSwept } from './platform.sweeps';
import { RetentionSweeps } from './retention-sweeps';
import { RefusalWatch, SecurityEvents } from './security-events';
import { Tasks } from './tasks';
import { TasksResolver } from './tasks.resolver';
import { UploadsController } from './uploads.controller';
import { WorkResolver } from './work.resolver';

const WORKS = Symbol('whether this process works off jobs');

/** Opens the data source before anything asks for it, works off jobs if this process should, and closes all at the end. */
@Injectable()
class Lifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private workerPool?: Pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WORKS) private readonly works: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.works) return;
    this.workerPool = new Pool({ connectionString: appUrl(this.config.DATABASE_URL, this.config.DATABASE_APP_PASSWORD), max: 4, application_name: workerName });
    this.workerPool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
    await this.jobs.work(this.workerPool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
    await this.workerPool?.end();
    await this.dataSource.destroy();
  }
}

/** Everything a feature stands on: doors, access, errors, jobs, mail, files, crypto, the GraphQL endpoint. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, { works }: { works: boolean }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [PassportModule, graphqlModule(config)],
      controllers: [HealthController, UploadsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: WORKS, useValue: works },
        {
          provide: DataSource,
          useFactory: () => makeDataSource(appUrl(config.DATABASE_URL, config.DATABASE_APP_PASSWORD), { pool: config.DATABASE_POOL }).initialize(),
        },
        { provide: Db, useFactory: (source: DataSource) => new Db(source), inject: [DataSource] },
        Clock,
        Jobs,
        Mails,
        Files,
        { provide: RetentionSweeps, useFactory: platformSwept, inject: [AuditAnchors] },
        Tasks,
        AuditAnchors,
        SecurityEvents,
        RefusalWatch,
        FieldCrypto,
        Metrics,
        CostLimit,
        Lifecycle,
        KeyRotation,
        KeysResolver,
        WorkResolver,
        TasksResolver,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: inputPipe },
      ],
      exports: [CONFIG, Clock, Db, Jobs, Mails, Files, RetentionSweeps, Tasks, AuditAnchors, SecurityEvents, FieldCrypto, Metrics],
    };
  }
}
