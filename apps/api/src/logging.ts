import { findContext, type Config } from '@mintforge/platform';
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** JSON lines with the request id and pseudonymous ids only: an allowlist of keys, errors by name and stack, never values (LOG-2). */
export function makeLogger(config: Config): Logger {
  return pino({
    level: config.LOG_LEVEL,
    base: { service: 'mintforge' },
    mixin: () => {
      const context = findContext();
      return context ? { requestId: context.requestId, actor: context.actor?.userId ?? undefined, action: context.action } : {};
    },
    serializers: {
      err: (error: Error & { code?: string; driverError?: { code?: string; constraint?: string } }) => ({
        name: error.name,
        code: error.code ?? error.driverError?.code,
        constraint: error.driverError?.constraint,
        stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12),
      }),
    },
  });
}

/** Nest's own log lines through the same logger. */
export function nestLogger(logger: Logger): LoggerService {
  const write = (level: 'info' | 'warn' | 'error' | 'debug') => (message: unknown, ...rest: unknown[]) => {
    const scope = rest.at(-1);
    if (typeof message === 'object' && message !== null) logger[level]({ ...message, scope }, String(rest[0] ?? ''));
    else logger[level]({ scope: typeof scope === 'string' && !scope.includes('\n') ? scope : undefined }, String(message));
  };
  return { log: write('info'), warn: write('warn'), error: write('error'), debug: write('debug'), verbose: write('debug') };
}
