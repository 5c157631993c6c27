/**
 * The grade (Klassenstufe, 1 to 13) in a cell such as `7`, `07b`, `Klasse 7a`, `Jg. 10`; null when none stands there. The
 * phases `E1` and `Q2` of the upper years are no grade: which one they mean differs between the Länder.
 */
export function readGrade(cell: string): number | null {
  if (/^\s*[eq][\s-]?\d/i.test(cell)) return null;
  const grade = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(cell)?.[0] ?? 0);
  return grade >= 1 && grade <= 13 ? grade : null;
}
