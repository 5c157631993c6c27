/** Letters of Latin alphabets that the printed font lacks and that are no plain letter with a mark. */
const relatives: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ə: 'e', Ə: 'E', '\u2010': '-', '\u2011': '-', '\u202f': ' ', '\u2009': ' ' };

/** Characters of Windows-1252 above Latin-1. */
const extras = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const isPrintable = (letter: string) => (letter >= ' ' && letter <= '~') || (letter >= '\u00a0' && letter <= '\u00ff') || extras.includes(letter);

/**
 * Text in the letters of Windows-1252, all that the built-in fonts of PDF can show: German and Western European names
 * stay as they are, others lose their marks ("Łukasz" -> "Lukasz"), letters of other scripts become question marks.
 */
export function printable(text: string): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (isPrintable(letter)) return letter;
    const plain = relatives[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return [...plain].every(isPrintable) ? plain : '?';
  });
  return letters.join('');
}
