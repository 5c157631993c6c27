import { berlinDay, foldName } from '../kernel';

/** An occurrence as pupils name it on paper: its number in the round, the title of its activity, its day. */
export interface NamedOccurrence {
  id: string;
  number: number;
  title: string;
  startsAt: Date;
}

/** What became of one raw wish: found, not known, or fitting several occurrences (a title without a day). */
export type ResolvedWish = { text: string; occurrenceId: string } | { text: string; problem: 'UNKNOWN' | 'AMBIGUOUS' | 'TWICE' };

const germanDay = /\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?!\d)/;

/**
 * Reads raw wishes of a class list: the occurrence's number ("17", "Nr. 17"), its id, or its title, with the day
 * ("Löten 12.3.") where a title has several occurrences. The order stays the rank; a wish named twice counts once.
 */
export function resolveWishes(texts: readonly string[], occurrences: readonly NamedOccurrence[]): ResolvedWish[] {
  const byNumber = new Map(occurrences.map((occurrence) => [occurrence.number, occurrence]));
  const byId = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const byTitle = Map.groupBy(occurrences, (occurrence) => foldName(occurrence.title));
  const taken = new Set<string>();
  return texts.filter((text) => text.trim() !== '').map((text) => {
    const found = candidates(text, byNumber, byId, byTitle);
    if (found.length !== 1) return { text, problem: found.length === 0 ? 'UNKNOWN' : 'AMBIGUOUS' };
    const occurrenceId = found[0]!.id;
    if (taken.has(occurrenceId)) return { text, problem: 'TWICE' };
    taken.add(occurrenceId);
    return { text, occurrenceId };
  });
}

function candidates(text: string, byNumber: Map<number, NamedOccurrence>, byId: Map<string, NamedOccurrence>, byTitle: Map<string, NamedOccurrence[]>): NamedOccurrence[] {
  const number = /^(?:nr\.?|termin)?\s*#?(\d{1,4})$/i.exec(text.trim())?.[1];
  const single = number ? byNumber.get(Number(number)) : byId.get(text.trim());
  if (single) return [single];
  const day = germanDay.exec(text);
  const titled = byTitle.get(foldName(day ? text.replace(day[0], '') : text)) ?? [];
  if (!day) return titled;
  const wanted = `-${day[2]!.padStart(2, '0')}-${day[1]!.padStart(2, '0')}`;
  return titled.filter((occurrence) => berlinDay(occurrence.startsAt).endsWith(wanted));
}
