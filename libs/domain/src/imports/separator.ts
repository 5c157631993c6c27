export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How often each separator stands outside quotes in each of the first lines. */
function countPerLine(text: string, separator: Separator, lines: number): number[] {
  const counts = [0];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === separator) counts[counts.length - 1]!++;
    else if (character === '\n' && counts.push(0) > lines) break;
  }
  return counts.slice(0, lines);
}

/**
 * The separator of a CSV text: the one that cuts the first line into most cells while as many of the first 20 lines as
 * possible are cut alike; quoted text does not count. Equal candidates fall to the order `;` `,` tab `|`. A file with
 * one column has none of them: `;` then does no harm. Excel's own `sep=;` first line decides if it is there.
 */
export function detectSeparator(text: string): Separator {
  const declared = separators.find((separator) => new RegExp(`^\\ufeff?sep=\\${separator}\\r?\\n`, 'i').test(text));
  if (declared) return declared;
  const sample = text.slice(0, 200_000);
  const scored = separators.map((separator) => {
    const counts = countPerLine(sample, separator, 20).filter((count, index) => index === 0 || count > 0);
    const first = counts[0] ?? 0;
    const alike = counts.filter((count) => count === first).length / Math.max(counts.length, 1);
    return { separator, score: first === 0 ? 0 : alike * (1 + Math.log2(first + 1)) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}
