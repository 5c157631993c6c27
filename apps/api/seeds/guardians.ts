import type { GuardianIdentities } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { insertRows, newId } from './bulk';
import type { Chance } from './chance';
import type { SeededPupil } from './people';
import { firstNames } from './words';

/** What families of the region speak; most read German. */
const languages = ['de', 'de', 'de', 'de', 'de', 'de', 'de', 'de', 'uk', 'ar', 'en', 'ru'];
const asHex = (bytes: Buffer | null) => bytes && `\\x${bytes.toString('hex')}`;

/** Gives every pupil a guardian, a third of them a second one, and now and then one of a sibling: invented names, addresses that nobody has, some without any. */
export async function seedGuardians(tx: Tx, identities: GuardianIdentities, chance: Chance, pupils: readonly SeededPupil[]): Promise<void> {
  const guardians: Record<string, unknown>[] = [];
  const keys: Record<string, unknown>[] = [];
  const places: Record<string, unknown>[] = [];
  const add = (lastName: string): string => {
    const id = newId();
    const firstName = chance.pick(firstNames);
    const wrapped = identities.newKey(tx.regionId, id);
    const identity = {
      name: `${firstName} ${lastName}`,
      email: chance.next() < 0.8 ? `familie.${guardians.length + 1}@post.example` : null,
      phone: chance.next() < 0.5 ? `0381 ${chance.whole(100_000, 999_999)}` : null,
    };
    const { sealedName, sealedEmail, sealedPhone, emailIndex } = identities.seal(tx.regionId, wrapped, id, identity);
    keys.push({ person_id: id, wrapped: asHex(wrapped), created_at: 'now' });
    guardians.push({ id, name: asHex(sealedName), email: asHex(sealedEmail), email_index: asHex(emailIndex), phone: asHex(sealedPhone), language: chance.pick(languages), plain: chance.next() < 0.05, version: 1, created_at: 'now', updated_at: 'now' });
    return id;
  };
  const known = new Map<string, string>();
  for (const { id, lastName } of pupils) {
    const sibling = known.get(lastName);
    const first = sibling !== undefined && chance.next() < 0.1 ? sibling : add(lastName);
    known.set(lastName, first);
    places.push({ pupil_id: id, slot: 'GUARDIAN_1', guardian_id: first, created_at: 'now' });
    if (chance.next() < 0.35) places.push({ pupil_id: id, slot: 'GUARDIAN_2', guardian_id: add(lastName), created_at: 'now' });
  }
  await insertRows(tx, 'person_key', keys);
  await insertRows(tx, 'guardian', guardians);
  await insertRows(tx, 'guardianship', places);
}
