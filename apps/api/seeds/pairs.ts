import { defaultSettings } from '@mintforge/domain/matching';
import type { Tx } from '@mintforge/platform';
import type { SeededOccurrence } from './activities';
import { insertRows, newId } from './bulk';
import type { Chance } from './chance';
import type { SeededPupil } from './people';

const stamp = { state: 'OPEN', version: 1, created_at: '2026-09-01T08:00:00Z', updated_at: '2026-09-01T08:00:00Z' };

/** Makes a small mentoring round: pupils wish mentors, every other mentor has an order of pupils, some pupils wish nothing yet. */
export async function seedMentoring(tx: Tx, chance: Chance, pupils: readonly SeededPupil[], occurrences: readonly SeededOccurrence[]): Promise<void> {
  const roundId = newId();
  await insertRows(tx, 'round', [{ id: roundId, title: 'Mentoring im Schuljahr', unit: 'MENTORING', settings: { ...defaultSettings, seed: 'mentoring-schuljahr' }, ...stamp }]);
  await insertRows(tx, 'round_occurrence', occurrences.map(({ id }, at) => ({ round_id: roundId, occurrence_id: id, number: at + 1 })));
  const members = pupils.map(({ id, grade }) => ({ id: newId(), pupilId: id, wished: chance.some(occurrences.filter(({ grades }) => grades.includes(grade)), chance.whole(0, 4)) }));
  await insertRows(tx, 'participant', members.map(({ id, pupilId }) => ({ id, round_id: roundId, pupil_id: pupilId, created_at: 'now' })));
  await insertRows(tx, 'wish', members.flatMap(({ id, wished }) => wished.map((occurrence, at) => ({ participant_id: id, rank: at + 1, occurrence_id: occurrence.id, source: 'ENTERED' }))));
  const orders = occurrences.filter((_, at) => at % 2 === 0).map((mentor) => ({ mentor, liked: chance.some(members.filter(({ wished }) => wished.includes(mentor)), 6) }));
  await insertRows(tx, 'mentor_rank', orders.flatMap(({ mentor, liked }) => liked.map(({ id }, at) => ({ round_id: roundId, occurrence_id: mentor.id, participant_id: id, position: at + 1 }))));
}

/** Makes a round of all open needs and offers, without a proposal yet. */
export async function seedNeedsRound(tx: Tx): Promise<void> {
  const roundId = newId();
  await insertRows(tx, 'round', [{ id: roundId, title: 'Bedarfe und Angebote Frühjahr', unit: 'NEEDS', settings: { ...defaultSettings, seed: 'bedarfe-fruehjahr' }, pairing: { maxKm: 60, newPartnersFirst: true, seatsPerPair: null }, ...stamp }]);
  for (const side of ['need', 'offer']) {
    const rows = await tx.query<{ id: string }>(`insert into round_${side} (region_id, round_id, ${side}_id) select region_id, $2, id from ${side} where region_id = $1 and state = 'OPEN' returning ${side}_id as id`, [tx.regionId, roundId]);
    tx.note(`round_${side}`, 'insert', rows.map(({ id }) => id));
  }
}
