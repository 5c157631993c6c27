import type { PupilIdentities } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { Chance } from './chance';
import type { SeededSchool } from './organisations';
import { firstNames, firmTrades, lastNames } from './words';

export interface SeededPupil {
  id: string;
  grade: number;
  birthDate: string;
  lastName: string;
}

const perClass = 25;

/** Makes classes of 25 at the schools, in turn, until there are `count` pupils; every pupil has an invented, encrypted identity. */
export async function seedPeople(tx: Tx, identities: PupilIdentities, chance: Chance, schools: readonly SeededSchool[], count: number, schoolYear: string): Promise<SeededPupil[]> {
  const groups: Record<string, unknown>[] = [];
  const pupils: Parameters<PupilIdentities['add']>[1][number][] = [];
  const startYear = Number(schoolYear.slice(0, 4));
  for (let at = 0; pupils.length < count; at++) {
    const school = schools[at % schools.length]!;
    const turn = Math.floor(at / schools.length);
    const grade = school.grades[turn % school.grades.length]!;
    const groupId = newId();
    const size = Math.min(perClass, count - pupils.length);
    groups.push({ id: groupId, organisation_id: school.id, name: `${grade}${'abcdefgh'[Math.floor(turn / school.grades.length)] ?? turn}`, kind: 'CLASS', grade, school_year: schoolYear, head_count: size, version: 1, created_at: 'now', updated_at: 'now' });
    for (let seat = 0; seat < size; seat++) {
      const birthDate = new Date(Date.UTC(startYear - 6 - grade, chance.whole(0, 11), chance.whole(1, 28))).toISOString().slice(0, 10);
      pupils.push({ organisationId: school.id, groupId, firstName: chance.pick(firstNames), lastName: chance.pick(lastNames), birthDate, grade, interests: chance.next() < 0.6 ? [...chance.pick(firmTrades).topics] : [], statedWishes: [] });
    }
  }
  await insertRows(tx, 'pupil_group', groups);
  const added = await identities.add(tx, pupils);
  tx.note('pupil', 'insert', added.map((pupil) => pupil.id));
  return added.map(({ id }, at) => ({ id, grade: pupils[at]!.grade!, birthDate: pupils[at]!.birthDate!, lastName: pupils[at]!.lastName }));
}
