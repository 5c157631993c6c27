import { maxPerPage, Refusal } from '@mintforge/domain/kernel';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost, type BuildSchemaOptions } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { Plugin } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BREAK, GraphQLError, Kind, separateOperations, visit, type DocumentNode, type GraphQLSchema, type ValidationContext } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { Config } from './config';
import { findContext } from './context';
import { formatGraphqlError } from './errors';
import { Instant } from './instant';

/** Limits before execution (privacy-security API-1): tokens, depth, aliases incl. `__typename`, directives, cost. */
const limits = { maxTokens: 2000, depth: 8, aliases: 15, directives: 20, cost: 30_000 };

const tooCostly = (limit: string) => new GraphQLError('QUERY_TOO_COSTLY', { extensions: { code: 'QUERY_TOO_COSTLY', params: { limit }, http: { status: 400 } } });

/** A field costs one; a list costs its page size times what each row costs, other arrays count as twenty. */
const estimate = ({ args, childComplexity, field, type }: ComplexityEstimatorArgs): number => {
  if (field.name === 'items' && type.name.endsWith('List')) return childComplexity;
  const perPage = (args as { perPage?: number }).perPage;
  if (perPage !== undefined) return 1 + Math.min(perPage, maxPerPage) * Math.max(1, childComplexity);
  return String(field.type).includes('[') ? 1 + 20 * Math.max(1, childComplexity) : 1 + childComplexity;
};

/** Counting a query is the first to read its variables, so it meets those that do not fit: the caller's mistake, not ours. */
function costOf(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>): number {
  try {
    return getComplexity({ schema, query, variables, estimators: [fieldExtensionsEstimator(), estimate] });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'INVALID_INPUT', http: { status: 400 } } });
  }
}

/** Whether an operation stays within the limit at full pages, whatever its variables say; one that leaves out fields by variables is counted each time. */
function isAlwaysCheap(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>): boolean {
  const worst: Record<string, unknown> = { ...variables };
  let depends = false;
  visit(query, {
    VariableDefinition: ({ variable, type }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      if (named.kind === Kind.NAMED_TYPE && named.name.value === 'Int') worst[variable.name.value] = maxPerPage;
    },
    Directive: () => ((depends = true), BREAK),
  });
  return !depends && costOf(schema, query, worst) <= limits.cost;
}

const asking = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks some list for its total; looked up once, as Apollo keeps documents it has seen. */
function asksForTotals(document: DocumentNode): boolean {
  const known = asking.get(document);
  if (known !== undefined) return known;
  let asks = false;
  visit(document, { Field: ({ name }) => (name.value === 'total' ? ((asks = true), BREAK) : undefined) });
  asking.set(document, asks);
  return asks;
}

/** Refuses QUERY_TOO_COSTLY before anything runs, INVALID_INPUT for variables that do not fit; notes whether lists will be asked for their totals. */
@Plugin()
@Injectable()
export class CostLimit implements ApolloServerPlugin {
  /** By document, as Apollo keeps those it has seen, and name of the operation. */
  private readonly alwaysCheap = new WeakMap<DocumentNode, Map<string | undefined, boolean>>();

  constructor(private readonly host: GraphQLSchemaHost) {}

  async requestDidStart() {
    return {
      didResolveOperation: async ({ request, document }: { request: { operationName?: string; variables?: Record<string, unknown> }; document: DocumentNode }) => {
        this.refuseCostly(document, request.operationName, request.variables ?? {});
        const context = findContext();
        if (context) context.totals = asksForTotals(document);
      },
    };
  }

  private refuseCostly(document: DocumentNode, operation: string | undefined, variables: Record<string, unknown>): void {
    const known = this.alwaysCheap.get(document) ?? new Map<string | undefined, boolean>();
    if (known.get(operation)) return;
    const query = operation ? (separateOperations(document)[operation] ?? document) : document;
    const cost = costOf(this.host.schema, query, variables);
    if (cost > limits.cost) throw tooCostly(`${cost} > ${limits.cost}`);
    if (known.size === 0) this.alwaysCheap.set(document, known);
    if (!known.has(operation)) known.set(operation, isAlwaysCheap(this.host.schema, query, variables));
  }
}

/** Reported, not thrown: what a validation rule throws becomes an HTTP 500. */
const report = (context: ValidationContext | null, error: Error) => context?.reportError(tooCostly(error.message.replace(/^Syntax Error: /, '')));
const refuse = { onReject: [report], propagateOnRejection: false, exposeLimits: true };

/** How types become a schema; the printer of the committed schema needs the same. */
export const schemaOptions: BuildSchemaOptions = { scalarsMap: [{ type: Date, scalar: Instant }] };

/** The GraphQL endpoint of the console: code first, no introspection in production, no batching, errors ours. */
export const graphqlModule = (config: Config) =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    buildSchemaOptions: schemaOptions,
    sortSchema: true,
    path: '/graphql',
    introspection: config.NODE_ENV !== 'production',
    graphiql: false,
    playground: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: config.NODE_ENV === 'production',
    parseOptions: { maxTokens: limits.maxTokens },
    csrfPrevention: true,
    // Hints of caching, which nobody here reads, cost a tenth of a list: a hook around every field.
    plugins: [ApolloServerPluginCacheControlDisabled()],
    formatError: formatGraphqlError,
    context: (req: FastifyRequest, reply: FastifyReply) => ({ req, res: reply, loaders: new Map() }),
    validationRules: [
      ...rulesOf(maxDepthPlugin({ n: limits.depth, ...refuse })),
      ...rulesOf(maxAliasesPlugin({ n: limits.aliases, allowList: [], ...refuse })),
      ...rulesOf(maxDirectivesPlugin({ n: limits.directives, ...refuse })),
    ],
  });

type Rule = NonNullable<ApolloDriverConfig['validationRules']>[number];

/** The armor plugins are made for Envelop; they hand their validation rule to `addValidationRule`. */
function rulesOf(plugin: object): Rule[] {
  const rules: Rule[] = [];
  (plugin as { onValidate?: (api: { addValidationRule: (rule: Rule) => void }) => void }).onValidate?.({ addValidationRule: (rule) => rules.push(rule) });
  return rules;
}

/** Refuses INVALID_INPUT unless a list of ids stays within one page. */
export function atMostOnePage(ids: readonly string[]): readonly string[] {
  if (ids.length > maxPerPage) throw new Refusal('INVALID_INPUT', {}, { ids: 'range' });
  return ids;
}
