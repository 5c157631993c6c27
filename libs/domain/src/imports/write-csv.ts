/** Cells a spreadsheet would run as a formula get a quote in front (OWASP: CSV injection), full-width signs included; numbers stay numbers. */
const harmless = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text);

const cellOf = (text: string) => {
  const safe = harmless(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A CSV text as a German Excel opens it: byte order mark, semicolons, CRLF; no cell can act as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('')}`;
