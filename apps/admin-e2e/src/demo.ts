import { CreateOrganisationDocument, RegisterRequestDocument, StartRunDocument } from '@mintforge/contract';
import type { Role } from '@mintforge/domain/kernel';
import { ended, onDatabase, previewed, run, signIn, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';

type SignIn = { email: string; password: string; role: Role };

/** How one signs in to the demo region that the test run seeded. */
export function demoSignIn(role: Role): SignIn {
  const found = (JSON.parse(process.env['MINTFORGE_TEST_SIGN_INS'] ?? '[]') as SignIn[]).find((one) => one.role === role);
  if (!found) throw new Error(`The seed has no ${role}`);
  return found;
}

/** The same, over HTTP. */
export async function demoActor(role: Role): Promise<SignedIn> {
  const { email, password } = demoSignIn(role);
  return (await signIn(email, password)).body;
}

const kinds = ['organisation', 'need', 'offer', 'activity', 'occurrence', 'pupil_group', 'pupil', 'round', 'participant'] as const;

/** Records of the demo region by kind, for the addresses of pages: seeded ones, and those a seed has none of. */
export async function demoRecords(): Promise<Record<(typeof kinds)[number] | 'offer_to_take' | 'needs_round' | 'mentoring_round' | 'user' | 'import' | 'run' | 'other_run' | 'double' | 'original' | 'request', string>> {
  const actor = await demoActor('COORDINATOR');
  const { regionId } = actor.active;
  const seeded = await onDatabase(async (database) => {
    const one = async (sql: string) => (await database.query<{ id: string }>(sql, [regionId])).rows[0]?.id ?? '';
    const firsts = {} as Record<(typeof kinds)[number], string>;
    for (const kind of kinds) firsts[kind] = await one(`select id from ${kind} where region_id = $1 order by id limit 1`);
    return {
      ...firsts,
      offer_to_take: await one("select id from offer where region_id = $1 and state = 'OPEN' order by id limit 1"),
      occurrence: await one('select id from occurrence where region_id = $1 and taken > 0 order by id limit 1') || (await one('select occurrence_id as id from round_occurrence where region_id = $1 order by number limit 1')),
      needs_round: await one("select id from round where region_id = $1 and unit = 'NEEDS' order by id limit 1"),
      mentoring_round: await one("select id from round where region_id = $1 and unit = 'MENTORING' order by id limit 1"),
      user: actor.user.id,
    };
  });
  return { ...seeded, ...(await twoRuns(seeded.round, actor)), ...(await twins(actor)), request: await aRequest(seeded.pupil, actor), import: (await previewed('SCHOOLS', 'schulen.csv', 'name;PLZ;Ort\nSchule am Deich;18055;Rostock\n;18055;Rostock', actor)).id };
}

async function twoRuns(roundId: string, actor: SignedIn) {
  const started = async (seed: string) => {
    const settings = { seed, placesPerParticipant: 1, usePriorities: true, closeBelowMinimum: true };
    const { startRun } = await run(StartRunDocument, { roundId, settings, idempotencyKey: randomUUID() }, actor);
    await ended(startRun.jobId ?? '', actor);
    return startRun.id;
  };
  return { run: await started('Möwe'), other_run: await started('Reiher') };
}

async function twins(actor: SignedIn) {
  const create = async (name: string) => {
    const input = { name, roles: ['COMPANY' as const], address: { street: 'Werftstraße 1', postcode: '18057', town: 'Rostock' } };
    return (await run(CreateOrganisationDocument, { input, idempotencyKey: randomUUID() }, actor)).createOrganisation.id;
  };
  const name = `Takelage ${randomUUID().slice(0, 4)}`;
  return { original: await create(`${name} GmbH`), double: await create(name) };
}

async function aRequest(subjectId: string, actor: SignedIn): Promise<string> {
  const input = { kind: 'ERASURE', subjectKind: 'PUPIL', subjectId, requester: 'OFFICE', channel: 'PAPER', receivedOn: new Date().toISOString().slice(0, 10) } as const;
  return (await run(RegisterRequestDocument, { input, idempotencyKey: randomUUID() }, actor)).registerRequest;
}
