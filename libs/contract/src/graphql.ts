import { initGraphQLTada } from 'gql.tada';
import type {} from './graphql-cache';
import type { introspection } from './graphql-env';

/**
 * Types a console operation by the committed schema: `graphql('query …')` knows its result and variables, and a field
 * that does not exist is a type error. Times are ISO strings, days `YYYY-MM-DD`.
 */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string; ID: string } }>();

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from 'gql.tada';
