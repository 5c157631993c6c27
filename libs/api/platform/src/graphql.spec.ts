import type { ValueProvider } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { buildSchema, parse, validate, type DocumentNode } from 'graphql';
import { CostLimit, graphqlModule } from './graphql';
import { testConfig } from './testing';

const optionsIn = (environment: 'production' | 'development'): ApolloDriverConfig => {
  const { providers = [] } = graphqlModule({ ...testConfig('postgres://localhost/none'), NODE_ENV: environment });
  const found = providers.map((provider) => (provider as ValueProvider<ApolloDriverConfig>).useValue).find((value) => value?.path === '/graphql');
  if (!found) throw new Error('The GraphQL module has no options');
  return found;
};

describe('the GraphQL endpoint', () => {
  it('hides its schema in production and shows it to developers', () => {
    expect(optionsIn('production')).toMatchObject({ introspection: false, hideSchemaDetailsFromClientErrors: true });
    expect(optionsIn('development')).toMatchObject({ introspection: true, hideSchemaDetailsFromClientErrors: false });
  });

  it('shows no stack, serves no page, and stays guarded against cross-site requests everywhere', () => {
    for (const environment of ['production', 'development'] as const) expect(optionsIn(environment)).toMatchObject({ includeStacktraceInErrorResponses: false, graphiql: false, playground: false, csrfPrevention: true, parseOptions: { maxTokens: 2000 } });
  });

  const schema = buildSchema('type Query { a: Query, b: Int }');
  const check = (query: string) => validate(schema, parse(query), [...(optionsIn('production').validationRules ?? [])]);
  const nested = (depth: number) => `${'{ a '.repeat(depth - 1)}{ b }${' }'.repeat(depth - 1)}`;

  it('takes queries up to its limits', () => {
    expect(check(nested(8))).toEqual([]);
    expect(check(`{ ${Array.from({ length: 15 }, (_, index) => `x${index}: b`).join(' ')} }`)).toEqual([]);
  });

  it.each([
    ['too deep', nested(10)],
    ['too many aliases', `{ ${Array.from({ length: 16 }, (_, index) => `x${index}: b`).join(' ')} }`],
    ['too many aliases of __typename', `{ ${Array.from({ length: 16 }, (_, index) => `x${index}: __typename`).join(' ')} }`],
    ['too many directives', `{ b ${'@include(if: true) '.repeat(21)} }`],
    ['too deep behind fragments', `{ a { ...deep } } fragment deep on Query ${nested(9)}`],
  ])('refuses a query with %s as too costly', (_, query) => {
    expect(check(query)[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', http: { status: 400 } });
  });
});

describe('the cost of a query', () => {
  const lists = buildSchema(`
    type Query { schools(perPage: Int = 25): SchoolList! }
    type SchoolList { items: [School!]! total: Int! }
    type School { id: ID! name: String! classes: [Class!]! neighbours: [School!]! }
    type Class { id: ID! name: String! }
  `);
  const limit = new CostLimit({ schema: lists } as ConstructorParameters<typeof CostLimit>[0]);
  const askAgain = async (document: DocumentNode, variables = {}) => (await limit.requestDidStart()).didResolveOperation({ request: { variables }, document });
  const ask = (query: string, variables = {}) => askAgain(parse(query), variables);

  it('lets a full page through with what hangs on its rows', async () => {
    await ask('{ schools(perPage: 100) { total items { id name classes { id name } } } }');
  });

  it.each([
    ['a page of lists of lists', '{ schools(perPage: 100) { items { classes { id } neighbours { neighbours { id } } } } }', {}],
    ['a page size from a variable', 'query ($n: Int) { schools(perPage: $n) { items { neighbours { neighbours { id } } } } }', { n: 100 }],
    ['many lists behind aliases', `{ ${Array.from({ length: 8 }, (_, index) => `x${index}: schools(perPage: 100) { items { classes { id name } } }`).join(' ')} }`, {}],
  ])('refuses %s', async (_, query, variables) => {
    await expect(ask(query, variables)).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
  });

  it('is counted anew for a document that was cheap before, when its variables make it costly', async () => {
    const pages = parse('query ($n: Int = 1) { schools(perPage: $n) { items { neighbours { neighbours { id } } } } }');
    await askAgain(pages);
    await expect(askAgain(pages, { n: 100 })).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
    const fields = parse('query ($more: Boolean!) { schools(perPage: 100) { items { id neighbours @include(if: $more) { neighbours { id } } } } }');
    await askAgain(fields, { more: false });
    await expect(askAgain(fields, { more: true })).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
  });

  it('is not counted when its variables do not fit, which is the mistake of whoever asks', async () => {
    await expect(ask('query ($n: Int!) { schools(perPage: $n) { total } }')).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT', http: { status: 400 } } });
  });
});
