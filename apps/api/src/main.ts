import 'reflect-metadata';
import { readConfig } from '@mintforge/platform';
import { makeHttpApp } from './http';
import { makeLogger } from './logging';

const config = readConfig(process.env);
const logger = makeLogger(config);
const app = await makeHttpApp(config, logger);
await app.listen(config.PORT, config.HOST);
logger.info({ url: await app.getUrl() }, 'listening');
