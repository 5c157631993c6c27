import { defaultSettings } from '@mintforge/domain/matching';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { SeededOccurrence } from './activities';
import type { Chance } from './chance';
import type { SeededPupil } from './people';

/** Makes one open round of job shadowing and workshops, with participants and skewed wishes: a few occurrences are wanted by many. */
export async function seedRound(tx: Tx, chance: Chance, pupils: readonly SeededPupil[], occurrences: readonly SeededOccurrence[], wishesEach: number): Promise<void> {
  const roundId = newId();
  await insertRows(tx, 'round', [{ id: roundId, title: 'Praxistage Frühjahr', unit: 'PUPILS', state: 'OPEN', settings: { ...defaultSettings, seed: 'praxistage-fruehjahr' }, version: 1, created_at: 'now', updated_at: 'now' }]);
  await insertRows(tx, 'round_occurrence', occurrences.map((occurrence, at) => ({ round_id: roundId, occurrence_id: occurrence.id, number: at + 1 })));
  const participants: Record<string, unknown>[] = [];
  const wishes: Record<string, unknown>[] = [];
  for (const pupil of pupils) {
    const id = newId();
    participants.push({ id, round_id: roundId, pupil_id: pupil.id, created_at: 'now' });
    const fitting = occurrences.filter((occurrence) => occurrence.grades.includes(pupil.grade));
    const wished = new Set<string>();
    for (let tries = 0; wished.size < Math.min(wishesEach, fitting.length) && tries < wishesEach * 10; tries++) {
      wished.add(fitting[Math.floor(fitting.length * chance.next() ** 2)]!.id);
    }
    wishes.push(...[...wished].map((occurrence_id, at) => ({ participant_id: id, rank: at + 1, occurrence_id, source: 'ENTERED' })));
  }
  await insertRows(tx, 'participant', participants);
  await insertRows(tx, 'wish', wishes);
}
