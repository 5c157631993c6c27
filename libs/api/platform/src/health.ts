import { Refusal } from '@mintforge/domain/kernel';
import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, register } from 'prom-client';
import { AllowPublic } from './access';
import { Db } from './db/db';

/** What the API counts for Prometheus; labels never carry ids or personal values. */
@Injectable()
export class Metrics {
  readonly requests = new Histogram({ name: 'mintforge_http_request_seconds', help: 'Duration of HTTP requests in seconds', labelNames: ['method', 'route', 'status'], registers: [register] });
  readonly refusals = new Counter({ name: 'mintforge_refusals_total', help: 'Refusals by code', labelNames: ['code'], registers: [register] });

  constructor() {
    collectDefaultMetrics({ register });
  }
}

/** Liveness says the process answers; readiness says it can serve: the database answers and the process is not stopping. */
@Controller()
export class HealthController {
  private stopping = false;

  constructor(private readonly db: Db) {}

  @Get('health/live')
  @AllowPublic()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @AllowPublic()
  async ready(): Promise<{ status: 'ok' }> {
    if (this.stopping || !(await this.db.answers())) throw new Refusal('SERVICE_UNAVAILABLE');
    return { status: 'ok' };
  }

  @Get('metrics')
  @AllowPublic()
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
