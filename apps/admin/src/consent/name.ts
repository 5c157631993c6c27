import type { MatrixRow } from './types';

/** A pupil as a list names them; the pseudonym where names are not to be seen. */
export const nameOf = ({ firstName, lastName, pseudonym }: Pick<MatrixRow, 'firstName' | 'lastName' | 'pseudonym'>): string => [lastName, firstName].filter(Boolean).join(', ') || pseudonym;
