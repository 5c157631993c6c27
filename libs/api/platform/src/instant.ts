import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function parsed(value: unknown): Date {
  const instant = new Date(typeof value === 'string' && instantForm.test(value) ? value : Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new GraphQLError('Not an instant such as 2019-12-03T09:54:33Z');
  return instant;
}

/**
 * The scalar of instants. Unlike Nest's own it also writes the text that a JSON answer of PostgreSQL holds, and takes
 * nothing but full instants: a day or a local time means another moment on every server.
 */
export const Instant = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A date-time string at UTC, such as 2019-12-03T09:54:33Z, compliant with the date-time format.',
  serialize: (value) => (value instanceof Date ? value : parsed(value)).toISOString(),
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});
