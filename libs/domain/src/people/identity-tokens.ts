import { nameTokens, type Day } from '../kernel';

/** What the blind index of a pupil answers: the same person (name and birth date), the same name, a beginning of a word of the name. */
export const tokenFields = ['PERSON', 'NAME', 'PREFIX'] as const;
export type TokenField = (typeof tokenFields)[number];

/** A text to be turned into a blind index; never stored itself. */
export interface IdentityToken {
  field: TokenField;
  text: string;
}

const shortest = 3;
const longest = 6;

/** A sign that survives folding and stands in no name keeps "Anna | Lena Abt" and "Anna Lena | Abt" apart. */
const joined = (...parts: string[]) => parts.map((part) => nameTokens(part).join(' ')).join(' 0 ');

/** The text that is the same for two rows of the same name. */
export const nameText = (firstName: string, lastName: string): string => joined(lastName, firstName);

/** The text that is the same for two rows of the same name and birth date, or null without a birth date. */
export const personText = (firstName: string, lastName: string, birthDate: Day | null): string | null => (birthDate === null ? null : joined(lastName, firstName, birthDate));

function beginnings(word: string): string[] {
  if (word.length < shortest) return [word];
  return Array.from({ length: Math.min(word.length, longest) - shortest + 1 }, (_, index) => word.slice(0, shortest + index));
}

/** All tokens under which a pupil is found: person, name, and the beginnings (3 to 6 letters) of every word of the name. */
export function identityTokens(firstName: string, lastName: string, birthDate: Day | null): IdentityToken[] {
  const person = personText(firstName, lastName, birthDate);
  const prefixes = new Set(nameTokens(`${firstName} ${lastName}`).flatMap(beginnings));
  return [
    ...(person === null ? [] : [{ field: 'PERSON' as const, text: person }]),
    { field: 'NAME', text: nameText(firstName, lastName) },
    ...[...prefixes].map((text) => ({ field: 'PREFIX' as const, text })),
  ];
}

/**
 * The tokens a search for names asks for, one per word, all of which must be found. Words past six letters are searched
 * by their first six: a few more pupils are shown, none is missed.
 */
export const searchTokens = (query: string): IdentityToken[] => [...new Set(nameTokens(query).map((word) => word.slice(0, longest)))].map((text) => ({ field: 'PREFIX', text }));
