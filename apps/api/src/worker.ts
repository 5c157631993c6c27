import 'reflect-metadata';
import { readConfig } from '@mintforge/platform';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { makeLogger, nestLogger } from './logging';

/** A process that only works off jobs; as many as needed may run beside the API. */
const config = readConfig(process.env);
const logger = makeLogger(config);
const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, { works: true }), { logger: nestLogger(logger) });
app.enableShutdownHooks();
logger.info('working');
