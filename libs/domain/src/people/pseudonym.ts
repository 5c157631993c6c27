/** Letters and digits that look and sound like no other: no vowels (no words arise), no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. */
const letters = 'CDFGHJKMNPQRTWXY';
const signs = `${letters}34679`;
const form = new RegExp(`^[${letters}][${signs}]{2}-[${signs}]{4}$`);

/**
 * A new random pseudonym such as `K7M-4XPC`: short enough to write on paper, begins with a letter so that no
 * spreadsheet takes it for a number. `pick(n)` gives a random integer from 0 to n - 1; uniqueness within the region is
 * the caller's to check (1.4 thousand million values).
 */
export function makePseudonym(pick: (below: number) => number): string {
  const sign = () => signs[pick(signs.length)]!;
  return `${letters[pick(letters.length)]!}${sign()}${sign()}-${sign()}${sign()}${sign()}${sign()}`;
}

/** Whether text has the form of a pseudonym. */
export const isPseudonym = (text: string): boolean => form.test(text);

/** The beginning of a pseudonym as somebody types it (`k7m 4x` -> `K7M-4X`), or null when it cannot be one. */
export function pseudonymStart(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (bare.length < 2 || bare.length > 7 || ![...bare].every((sign) => signs.includes(sign))) return null;
  return bare.length > 3 ? `${bare.slice(0, 3)}-${bare.slice(3)}` : bare;
}
