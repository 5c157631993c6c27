import { defaultSettings } from '@mintforge/domain/matching';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { SeededOccurrence } from './activities';
import type { Chance } from './chance';
import type { SeededPupil } from './people';

/** What the demo round shows of rules: a class that comes about by itself, one by hand, seats for schools in the country, proofs of hosts. */
const classes = [
  { name: 'Leer ausgegangen', reason: 'Ging in einer früheren Runde leer aus und hatte seither keinen Platz.', derived: 'NEVER_PLACED_BEFORE' },
  { name: 'Platz fiel aus', reason: 'Ein zugesagter Platz wurde vom Gastgeber abgesagt.', derived: null },
];
const reserve = { trait: { kind: 'FAR_FROM_CENTRE', leastKm: 20 }, percent: 20, reason: 'Ziel der Förderung: Schulen im ländlichen Raum kommen sonst kaum zu Plätzen in der Stadt.' };
const rules = { ...defaultSettings.rules, reach: { by: 'DISTANCE_KM', most: 60 }, hostReadiness: true } as const;

/** Proofs of the hosts of a round, seen last autumn; every twentieth host has shown none yet. */
const readinessSql = `
  insert into readiness (region_id, organisation_id, kind, seen_on, valid_until)
  select h.region_id, h.id, k.kind, current_date - 60, current_date + 700
  from (select a.region_id, a.organisation_id as id, row_number() over (order by min(c.number)) as at from round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id
      join activity a on a.region_id = o.region_id and a.id = o.activity_id where c.region_id = $1 and c.round_id = $2 group by 1, 2) h
    cross join (values ('INSURANCE'), ('RISK_ASSESSMENT'), ('PROTECTIVE_GEAR'), ('CLEARANCE')) as k(kind) where h.at % 20 <> 0
  returning id`;

/** Makes one open round of job shadowing and workshops, with participants and skewed wishes: a few occurrences are wanted by many. */
export async function seedRound(tx: Tx, chance: Chance, pupils: readonly SeededPupil[], occurrences: readonly SeededOccurrence[], wishesEach: number): Promise<void> {
  const roundId = newId();
  await insertRows(tx, 'round', [{ id: roundId, title: 'Praxistage Frühjahr', unit: 'PUPILS', state: 'OPEN', settings: { ...defaultSettings, seed: 'praxistage-fruehjahr', rules }, version: 1, created_at: 'now', updated_at: 'now' }]);
  await insertRows(tx, 'round_occurrence', occurrences.map((occurrence, at) => ({ round_id: roundId, occurrence_id: occurrence.id, number: at + 1 })));
  const classIds = classes.map(() => newId());
  await insertRows(tx, 'round_class', classes.map((row, at) => ({ id: classIds[at], round_id: roundId, position: at + 1, ...row, created_at: 'now' })));
  await insertRows(tx, 'reserve', [{ id: newId(), round_id: roundId, position: 1, ...reserve, created_at: 'now' }]);
  tx.note('readiness', 'insert', (await tx.query<{ id: string }>(readinessSql, [tx.regionId, roundId])).map((row) => row.id));
  const participants: Record<string, unknown>[] = [];
  const wishes: Record<string, unknown>[] = [];
  for (const pupil of pupils) {
    const id = newId();
    participants.push({ id, round_id: roundId, pupil_id: pupil.id, class_id: participants.length % 20 === 7 ? classIds[1] : null, created_at: 'now' });
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
