/** A piece of a text compared with an earlier one. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const words = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** Compares two texts word by word by their longest common subsequence; neighbours of one kind are one piece. */
export function diffWords(before: string, after: string): Piece[] {
  const [old, fresh] = [words(before), words(after)];
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) lengths[i]![j] = old[i] === fresh[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  }
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      add('same', old[i++]!);
      j++;
    } else if (i < old.length && (j === fresh.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) add('removed', old[i++]!);
    else add('added', fresh[j++]!);
  }
  return pieces;
}
