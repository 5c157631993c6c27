import { Refusal, refusals, refusalText, type Locale, type RefusalCode, type RefusalParams } from '@mintforge/domain/kernel';
import { Catch, HttpException, Logger, Optional, ValidationPipe, type ArgumentsHost, type ExceptionFilter, type ValidationError } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { findContext } from './context';
import { isUnavailable } from './db/errors';
import { isRefused, SecurityEvents } from './security-events';

const logger = new Logger('errors');

/** Any thrown thing as a refusal, or null for an unknown error, which is logged under its request id and says nothing else. */
export function asRefusal(error: unknown): Refusal | null {
  const original = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (original instanceof Refusal) return original;
  if (isUnavailable(original)) return new Refusal('SERVICE_UNAVAILABLE');
  const status = original instanceof HttpException ? original.getStatus() : (original as { statusCode?: number }).statusCode;
  if (status === 401) return new Refusal('UNAUTHENTICATED');
  if (status === 403) return new Refusal('FORBIDDEN');
  if (status === 404) return new Refusal('NOT_FOUND');
  if (status === 413) return new Refusal('FILE_TOO_LARGE', { limit: '20 MB' });
  if (status === 429) return new Refusal('TOO_MANY_REQUESTS', { seconds: 60 });
  if (status && status < 500) return new Refusal('INVALID_INPUT');
  return null;
}

/** The body of every error we answer: a stable code, its params, the fields concerned and the request id. */
function body(refusal: Refusal | null, locale: Locale) {
  const requestId = findContext()?.requestId ?? null;
  if (!refusal) return { title: locale === 'de' ? 'Unerwarteter Fehler' : 'Unexpected error', code: 'INTERNAL', params: {}, requestId };
  return { title: refusalText(refusal.code, refusal.params, locale), code: refusal.code, params: refusal.params, ...(refusal.fields ? { fields: refusal.fields } : {}), requestId };
}

const loud = (error: unknown) => logger.error({ err: (error as GraphQLError).originalError ?? error }, 'unexpected error');

/** What graphql-js says when a document is longer than `maxTokens`; it has no code of its own for that. */
const tooManyTokens = /more tha[nt] \d+ tokens/;

/** The refusal that GraphQL's own error stands for; Apollo replaces the code of a validation rule's error, but not its message. */
function codeOf(message: string, code: string): RefusalCode {
  if (tooManyTokens.test(message)) return 'QUERY_TOO_COSTLY';
  return ([message, code].find((name) => name in refusals) as RefusalCode | undefined) ?? 'INVALID_INPUT';
}

/** Apollo's `formatError`: our code and params only, no stack, no path into the code, no original error (API-6). */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const locale = findContext()?.locale ?? 'de';
  const ofGraphql = formatted.extensions?.['code'];
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  // Apollo wraps what graphql-js says of a document in an error of its own; anything else inside was thrown by our code.
  if (typeof ofGraphql === 'string' && (!cause || cause instanceof GraphQLError) && ofGraphql !== 'INTERNAL_SERVER_ERROR') {
    const code = codeOf(formatted.message, ofGraphql);
    const params = (formatted.extensions?.['params'] ?? (code === 'QUERY_TOO_COSTLY' ? { limit: formatted.message } : {})) as RefusalParams;
    const message = code === 'INVALID_INPUT' ? formatted.message : refusalText(code, params, locale);
    return { message, extensions: { code, params, requestId: findContext()?.requestId ?? null } };
  }
  const refusal = asRefusal(error);
  if (!refusal) loud(error);
  const { title, ...extensions } = body(refusal, locale);
  return { message: title, extensions, ...(formatted.path ? { path: formatted.path } : {}) };
}

/** REST errors as RFC 9457 problem+json with the keys of the GraphQL extensions; GraphQL errors pass on to Apollo. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Optional() private readonly events?: SecurityEvents) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = asRefusal(error);
    if (!refusal) loud(error);
    const status = refusal ? refusals[refusal.code].status : 500;
    if (isRefused(refusal)) void this.events?.refused(host.switchToHttp().getRequest<FastifyRequest>().url);
    if (refusal?.code === 'TOO_MANY_REQUESTS') void reply.header('retry-after', String(refusal.params['seconds'] ?? 60));
    void reply.status(status).type('application/problem+json').send({ type: 'about:blank', status, ...body(refusal, findContext()?.locale ?? 'de') });
  }
}

const flat = (errors: ValidationError[], prefix = ''): [string, string][] =>
  errors.flatMap((error) => [
    ...Object.keys(error.constraints ?? {}).slice(0, 1).map((rule): [string, string] => [`${prefix}${error.property}`, rule]),
    ...flat(error.children ?? [], `${prefix}${error.property}.`),
  ]);

/** Validates inputs by their class-validator rules; refuses INVALID_INPUT with `fields` = input path -> rule. */
export const inputPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new Refusal('INVALID_INPUT', {}, Object.fromEntries(flat(errors))),
  });
