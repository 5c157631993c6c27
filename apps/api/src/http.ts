import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import { refusals, refusalText } from '@mintforge/domain/kernel';
import { maxFileBytes, Metrics, runInContext, type Config } from '@mintforge/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import { nestLogger } from './logging';

const requestIdForm = /^[\w-]{8,64}$/;
const bodyLimit = 1024 * 1024;

/** The HTTP application: headers, cookies, uploads, a context per request, the built console under /admin. */
export async function makeHttpApp(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  // One hop only: a client can write any address into X-Forwarded-For before our proxy adds the real one, and guessing is limited by it.
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy: config.TRUST_PROXY && ((_, hop) => hop === 0), requestTimeout: 30_000, forceCloseConnections: 'idle', frameworkErrors: notAnAddress });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, { works: config.WORKS }), adapter, { logger: nestLogger(logger), abortOnError: false });
  const fastify = adapter.getInstance();
  const metrics = app.get(Metrics);

  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID();
    const locale = /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'de';
    reply.header('x-request-id', requestId);
    runInContext({ requestId, locale }, done);
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/admin/assets/') && !reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (!route.startsWith('/health') && !route.startsWith('/admin')) logger.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:', ...(config.TILE_URL ? [new URL(config.TILE_URL.replaceAll(/[{}]/g, '')).origin] : [])], objectSrc: ["'self'", 'blob:'], frameSrc: ["'self'", 'blob:'], frameAncestors: ["'none'"], baseUri: ["'self'"], formAction: ["'self'"] } },
    strictTransportSecurity: config.NODE_ENV === 'production' ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(cookie, { secret: config.MINTFORGE_COOKIE_SECRET });
  await app.register(multipart, { limits: { fileSize: maxFileBytes, files: 1, parts: 10 } });
  fastify.get('/admin/config.json', (_request, reply) => reply.send({ ...(config.TILE_URL ? { tileUrl: config.TILE_URL, tileAttribution: config.TILE_ATTRIBUTION } : {}) }));
  if (config.CONSOLE_DIR && existsSync(config.CONSOLE_DIR)) await serveConsole(app, config.CONSOLE_DIR);
  app.enableShutdownHooks();
  return app;
}

/** An address that the router itself cannot read, which may hold the token of a link, is answered as any other that leads nowhere, and not repeated. */
function notAnAddress(_: Error, _request: unknown, reply: FastifyReply): void {
  const { status } = refusals.NOT_FOUND;
  void reply.status(status).headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).type('application/problem+json').send({ type: 'about:blank', status, title: refusalText('NOT_FOUND', {}, 'de'), code: 'NOT_FOUND', params: {}, requestId: null });
}

/** Serves the built console; every unknown path below /admin is the application's own. */
async function serveConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(statics, {
    root: folder,
    prefix: '/admin/',
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.startsWith(join(folder, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  fastify.get('/', (_request, reply) => reply.redirect('/admin/'));
  fastify.get('/admin', (_request, reply) => reply.redirect('/admin/'));
  fastify.get('/admin/*', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html', folder));
}
