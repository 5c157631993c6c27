import { Refusal } from '@mintforge/domain/kernel';
import { Logger, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { GraphQLError } from 'graphql';
import { runInContext } from './context';
import { asRefusal, formatGraphqlError, inputPipe, ProblemFilter } from './errors';

const inGerman = <T>(work: () => T): T => runInContext({ requestId: 'request-1', locale: 'de' }, work);
const formatted = (error: Error) => {
  const wrapped = new GraphQLError(error.message, { originalError: error, path: ['organisation'] });
  return inGerman(() => formatGraphqlError({ ...wrapped.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at secret'] } }, wrapped));
};

beforeAll(() => Logger.overrideLogger(false));

describe('an error in GraphQL', () => {
  it('is a refusal in the user’s language with its code, params and fields', () => {
    expect(formatted(new Refusal('INVALID_INPUT', {}, { name: 'minLength' }))).toEqual({
      message: 'Einige Angaben stimmen noch nicht.', path: ['organisation'], extensions: { code: 'INVALID_INPUT', params: {}, fields: { name: 'minLength' }, requestId: 'request-1' },
    });
  });

  it('about a document that is too long is too costly, in words', () => {
    const said = new GraphQLError('Syntax Error: Document contains more that 2000 tokens. Parsing aborted.');
    const error = new GraphQLError(said.message, { originalError: said, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
    expect(inGerman(() => formatGraphqlError(error.toJSON(), error))).toMatchObject({ message: expect.stringContaining('zu umfangreich') as string, extensions: { code: 'QUERY_TOO_COSTLY' } });
  });

  it('that nobody expected says nothing but its request', () => {
    const answer = formatted(new Error('password of anna@example.test is x'));
    expect(answer).toEqual({ message: 'Unerwarteter Fehler', path: ['organisation'], extensions: { code: 'INTERNAL', params: {}, requestId: 'request-1' } });
  });
});

describe('an error in REST', () => {
  it('is a problem with the same keys and the refusal’s status', () => {
    const sent: unknown[] = [];
    const headers: Record<string, string> = {};
    const reply = { status: (code: number) => (sent.push(code), reply), type: (type: string) => (sent.push(type), reply), send: (body: unknown) => (sent.push(body), reply), header: (name: string, value: string) => ((headers[name] = value), reply) };
    const host = { getType: () => 'http', switchToHttp: () => ({ getResponse: () => reply }) } as unknown as ArgumentsHost;
    inGerman(() => new ProblemFilter().catch(new Refusal('TOO_MANY_REQUESTS', { seconds: 40 }), host));
    expect(sent).toEqual([429, 'application/problem+json', { type: 'about:blank', status: 429, title: 'Zu viele Versuche. Bitte warten Sie 40 Sekunden.', code: 'TOO_MANY_REQUESTS', params: { seconds: 40 }, requestId: 'request-1' }]);
    expect(headers).toEqual({ 'retry-after': '40' });
  });

  it('of the framework becomes ours', () => {
    expect(asRefusal(new NotFoundException())?.code).toBe('NOT_FOUND');
    expect(asRefusal(Object.assign(new Error('too big'), { statusCode: 413 }))?.code).toBe('FILE_TOO_LARGE');
    expect(asRefusal(Object.assign(new Error('gone'), { code: '57P01' }))?.code).toBe('SERVICE_UNAVAILABLE');
    expect(asRefusal(new TypeError('x is not a function'))).toBeNull();
  });
});

class Inner {
  @IsString() name!: string;
}
class Outer {
  @ValidateNested() @Type(() => Inner) inner!: Inner;
}

describe('an input', () => {
  it('is refused field by field, unknown fields too', async () => {
    const check = (value: unknown) => inputPipe().transform(value, { type: 'body', metatype: Outer });
    await expect(check({ inner: { name: 7 } })).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { 'inner.name': 'isString' } });
    await expect(check({ inner: { name: 'x' }, regionId: 'smuggled' })).rejects.toMatchObject({ fields: { regionId: 'whitelistValidation' } });
  });
});
