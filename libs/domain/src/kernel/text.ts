/** Characters no name or note may hold: C0/C1 controls but tab and line feed, and bidirectional overrides (API-7). */
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Whether text is safe to store: well-formed Unicode, no control or bidi characters. */
export const isCleanText = (text: string): boolean => text.isWellFormed() && !forbidden.test(text);

/** Text that `isCleanText` takes: control and bidi characters dropped, broken Unicode replaced. */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll(new RegExp(forbidden, 'g'), '');

/** Text as people mean it: NFC, non-breaking and repeated spaces folded to one, ends trimmed. */
export const tidy = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u00a0\u2007\u202f\ufeff]+/gu, ' ').trim();

/** A key for comparing names regardless of case, accents, German umlaut spelling (ae/ä), ß/ss and punctuation. */
export const foldName = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Tokens of a folded name, in order. */
export const nameTokens = (text: string): string[] => foldName(text).split(' ').filter(Boolean);
