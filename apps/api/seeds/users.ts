import type { Role } from '@mintforge/domain/kernel';
import { createUserWithPassword } from '@mintforge/identity';
import type { Tx } from '@mintforge/platform';

/** The password of every demo user; the demo region holds invented people only. */
const demoPassword = 'Gezeiten-Kompass-42';

const demoUsers: readonly { email: string; displayName: string; role: Role }[] = [
  { email: 'koordination@demo.example', displayName: 'Kim Koordination', role: 'COORDINATOR' },
  { email: 'evaluation@demo.example', displayName: 'Eva Auswertung', role: 'EVALUATION_MANAGER' },
  { email: 'fonds@demo.example', displayName: 'Finn Fonds', role: 'FUND_MANAGER' },
  { email: 'pruefung@demo.example', displayName: 'Robin Revision', role: 'AUDITOR' },
  { email: 'plattform@demo.example', displayName: 'Alex Plattform', role: 'PLATFORM_ADMIN' },
];

/** How one signs in to the demo region. */
export const demoSignIns = demoUsers.map(({ email, role }) => ({ email, password: demoPassword, role }));

/** Creates the demo users of a region, one per role. */
export async function seedUsers(tx: Tx, regionId: string): Promise<void> {
  for (const { email, displayName, role } of demoUsers) {
    await createUserWithPassword(tx, { email, displayName, locale: 'de', password: demoPassword, memberships: [{ regionId, role }] });
  }
}
