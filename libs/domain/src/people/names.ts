import { nameTokens, tidy } from '../kernel';

/** In which order a cell with a whole name gives its parts when no comma tells. */
export type NameOrder = 'FIRST_LAST' | 'LAST_FIRST' | null;

export interface FullName {
  firstName: string;
  lastName: string;
}

/** Words that belong to the last name behind them: "Anna von der Heide". */
const particles = new Set(['von', 'vom', 'van', 'der', 'den', 'dem', 'de', 'del', 'della', 'di', 'da', 'dos', 'du', 'la', 'le', 'zu', 'zum', 'zur', 'ten', 'ter', 'el', 'al', 'bin', 'ben', 'abu']);

/** Where the last name of words in the order "first last" begins: before the particles of the last word. */
function lastNameStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start--;
  return start;
}

/** Where the first name of words in the order "last first" begins: behind leading particles and one word. */
function firstNameStart(words: readonly string[]): number {
  let start = 0;
  while (start < words.length - 2 && particles.has(words[start]!.toLowerCase())) start++;
  return start + 1;
}

/** The order a header announces: "Vorname Nachname", "Vor- und Nachname" or "Name, Vorname", "Nachname Vorname"; null = it says nothing. */
export function nameOrderOf(header: string): NameOrder {
  const words = nameTokens(header);
  const first = words.findIndex((word) => /^(vor|vorname|rufname|first|given)$/.test(word));
  const plainName = words.findIndex((word, at) => word === 'name' && at !== first + 1);
  const clearLast = words.findIndex((word) => /^(nach|nachname|familienname|zuname|surname|last|family)$/.test(word));
  const last = clearLast >= 0 ? clearLast : Math.max(plainName, words[first] === 'vorname' ? words.indexOf('name') : -1);
  if (first < 0 || last < 0) return null;
  return first < last ? 'FIRST_LAST' : 'LAST_FIRST';
}

/**
 * Splits a whole name. A comma decides ("Müller, Anna Lena"); without one the column's order does, name particles
 * staying with the last name. Null when the parts or their order are not clear: a guessed order would make two people
 * of one.
 */
export function splitName(text: string, order: NameOrder): FullName | null {
  const parts = tidy(text).split(',').map(tidy);
  if (parts.length === 2) return parts[0] && parts[1] ? { lastName: parts[0], firstName: parts[1] } : null;
  const words = tidy(text).split(' ');
  if (parts.length > 2 || words.length < 2 || order === null) return null;
  const at = order === 'FIRST_LAST' ? lastNameStart(words) : firstNameStart(words);
  const [front, back] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return order === 'FIRST_LAST' ? { firstName: front, lastName: back } : { lastName: front, firstName: back };
}
