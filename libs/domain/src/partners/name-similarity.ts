import { bodyNameWords } from './body-name';

const connecting = new Set(['am', 'an', 'auf', 'bei', 'das', 'dem', 'den', 'der', 'des', 'die', 'e', 'fuer', 'im', 'in', 'und', 'v', 'vom', 'von', 'zu', 'zum', 'zur']);
const kindOfBody = /schul|gymnasi|zentrum|verein|verband|gesellschaft/;

/** Names of places and persons tell bodies apart, the kind of body less, connecting words hardly. */
const weightOf = (word: string) => (connecting.has(word) ? 0.1 : kindOfBody.test(word) ? 0.4 : 1);

function trigrams(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** Share of common trigrams (Dice), words padded as PostgreSQL's pg_trgm does. */
function trigramShare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const common = [...left].filter((trigram) => right.has(trigram)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.length >= short.length + 2 && /^\D+$/.test(short) && long.startsWith(short)) return 0.85;
  const share = short.length >= 5 ? trigramShare([a], [b]) : 0;
  return share >= 0.5 ? 0.9 * share : 0;
}

/** Words of `words` whose first letters, in a row, spell one word of `others` ("GaW": Gymnasium am Warnowufer). */
function spelledByInitials(words: readonly string[], others: readonly string[]): Set<number> {
  const initials = words.map((word) => word[0]).join('');
  const hit = new Set<number>();
  for (const short of others.filter((word) => word.length >= 2 && word.length <= 6)) {
    const at = initials.indexOf(short);
    if (at >= 0) for (let offset = 0; offset < short.length; offset++) hit.add(at + offset);
  }
  return hit;
}

/** How much of the words of one side finds a counterpart on the other, as [found weight, whole weight]. */
function covered(words: readonly string[], others: readonly string[]): [number, number] {
  const byInitials = spelledByInitials(words, others);
  let [found, whole] = [0, 0];
  words.forEach((word, index) => {
    const best = Math.max(0, byInitials.has(index) ? 0.6 : 0, ...others.map((other) => wordSimilarity(word, other)));
    found += best * weightOf(word);
    whole += weightOf(word);
  });
  return [found, whole];
}

const numbers = (words: readonly string[]) => words.filter((word) => /^\d+$/.test(word));

export interface NameSimilarity {
  /** 0 (nothing in common) to 1 (the same name but for legal form, case and punctuation), two decimals. */
  value: number;
  /** One name abbreviates words of the other by their initials. */
  initials: boolean;
}

/**
 * How alike two names of bodies are: two parts words (whole, abbreviated as "Gym.", misspelt, by initials; weighted by
 * how much they tell) and one part trigrams. Different ordinal numbers ("35. Grundschule", "36. Grundschule") are
 * different houses however alike the rest: at most 0.4. The same in both directions.
 */
export function nameSimilarity(a: string, b: string): NameSimilarity {
  const [left, right] = [bodyNameWords(a), bodyNameWords(b)];
  const initials = spelledByInitials(left, right).size > 1 || spelledByInitials(right, left).size > 1;
  if (left.join('') === right.join('')) return { value: left.length === 0 ? 0 : 1, initials };
  const [[foundLeft, wholeLeft], [foundRight, wholeRight]] = [covered(left, right), covered(right, left)];
  const words = (foundLeft + foundRight) / Math.max(wholeLeft + wholeRight, 1e-9);
  const [one, other] = [numbers(left), numbers(right)];
  const otherHouse = one.length > 0 && other.length > 0 && !one.some((number) => other.includes(number));
  const value = Math.min((2 * words + trigramShare(left, right)) / 3, otherHouse ? 0.4 : 0.99);
  return { value: Math.round(value * 100) / 100, initials };
}
