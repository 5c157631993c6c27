import { Refusal, type RefusalCode } from '@mintforge/domain/kernel';

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
  table?: string;
}

/** Constraints whose violation has a word of its own; all others are named by the constraint. */
const ofConstraint: Record<string, RefusalCode> = { occurrence_seats: 'OCCURRENCE_FULL' };

/** A check or not-null constraint, a malformed or impossible value. */
const invalidValues = new Set(['23514', '23502', '22P02', '22007', '22008', '22003', '22021', '22P05']);

const databaseError = (error: unknown): DatabaseError => ((error as { driverError?: DatabaseError }).driverError ?? error) as DatabaseError;

/** SQLSTATEs after which the same work may succeed: serialization failure and deadlock. */
export const isRetriable = (error: unknown): boolean => ['40001', '40P01'].includes(databaseError(error).code ?? '');

/** SQLSTATEs of a server that is away: connection trouble, shutdown, starting up, too many clients. */
export const isUnavailable = (error: unknown): boolean => {
  const { code = '', message } = databaseError(error);
  return code.startsWith('08') || ['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'].includes(code) || /Connection terminated|timeout exceeded when trying to connect/.test(message);
};

/** An unknown error goes to the log: the driver's own, without the statement's parameters and the row's values. */
function withoutValues(error: unknown): unknown {
  const own = databaseError(error);
  for (const key of ['detail', 'where', 'parameters']) Reflect.deleteProperty(own, key);
  return own;
}

/**
 * Turns the database's own no into ours, naming the constraint and never a value: unique -> ALREADY_EXISTS, foreign
 * key -> STILL_IN_USE (`on delete restrict` has a code of its own; NOT_FOUND for a missing parent), check -> INVALID_INPUT, row-level security -> NOT_FOUND.
 * So are values no column can hold: malformed ids and days, numbers out of range, text with a zero character.
 */
export function refuseDatabaseErrors(error: unknown): never {
  const { code, constraint = '', table = '', message } = databaseError(error);
  if (ofConstraint[constraint]) throw new Refusal(ofConstraint[constraint]);
  if (code === '23505') throw new Refusal('ALREADY_EXISTS', { what: constraint });
  if (code === '23001') throw new Refusal('STILL_IN_USE', { what: table });
  if (code === '23503') throw message.includes('still referenced') ? new Refusal('STILL_IN_USE', { what: table }) : new Refusal('NOT_FOUND', { what: constraint });
  if (invalidValues.has(code ?? '')) throw new Refusal('INVALID_INPUT', { constraint });
  if (code === '42501') throw new Refusal('NOT_FOUND');
  throw withoutValues(error);
}
