import 'reflect-metadata';
import { activitySweeps, attendedBy } from '@mintforge/activities';
import { adoptStandard, consentSweeps } from '@mintforge/consent';
import { addDays, type Day } from '@mintforge/domain/kernel';
import { endOfRetention, standardRetentionRules, type RetentionClass } from '@mintforge/domain/privacy';
import { identitySweeps } from '@mintforge/identity';
import { matchingSweeps, placedIn } from '@mintforge/matching';
import { oversightSweeps } from '@mintforge/oversight';
import { partnersSweeps } from '@mintforge/partners';
import { PupilIdentities } from '@mintforge/people';
import { dataMap, Files, type Actor, type AuditAnchors, type FileKind } from '@mintforge/platform';
import { anchorsIn, aRegion, asActor, aUser, openTestDatabase, StandingClock, type TestDatabase } from '@mintforge/platform/testing';
import { retentionOf } from '@mintforge/privacy/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let test: TestDatabase;
let feature: ReturnType<typeof retentionOf>;
let anchors: AuditAnchors;
let region: string;
let [admin, coordinator]: Actor[] = [];
let school: string;
const clock = new StandingClock();
const anchorFolder = mkdtempSync(join(tmpdir(), 'anchors-'));

const sql = async <Row = { id: string }>(text: string, values: unknown[] = []): Promise<Row[]> => (await test.admin.query(text, values)).rows as Row[];
const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const given = { region_id: region, ...row };
  const names = Object.keys(given);
  const [made] = await sql(`insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning *`, Object.values(given));
  return made!.id;
};
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const noon = (day: Day) => `${day}T12:00:00Z`;
const night = (day: Day) => test.jobs.runRound('retention', new Date(`${day}T01:15:00Z`));
const as = <T>(work: () => Promise<T>, actor = coordinator!) => asActor(actor, work);

const termOf = (name: RetentionClass) => standardRetentionRules.find(({ retentionClass }) => retentionClass === name)!.term;
const signed = async (...names: RetentionClass[]) => {
  for (const name of names) await as(() => feature.rules.sign(name, 0));
};
const unsigned = () => sql('delete from retention_signature where region_id = $1', [region]);

/** A row of a class whose event fell on a day; `there` tells whether it has not ended, and `of` whom a hold could name. */
interface Kept {
  there: () => Promise<boolean>;
  of?: string;
}
const stays = (table: string, id: string, condition = 'true') => async () => (await sql(`select 1 from ${table} where id = $1 and ${condition}`, [id])).length > 0;
const row = async (table: string, values: Record<string, unknown>, of?: string): Promise<Kept> => ({ there: stays(table, await insert(table, values)), ...(of ? { of } : {}) });

async function aPupil({ schoolYear = '2026/27', groupless = false, ...more }: Record<string, unknown> & { schoolYear?: string; groupless?: boolean } = {}): Promise<string> {
  const groupId = groupless ? null : await insert('pupil_group', { organisation_id: school, name: randomUUID().slice(0, 8), school_year: schoolYear, head_count: 1 });
  const [pupil] = await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, [{ organisationId: school, groupId, grade: 8, interests: ['INFORMATICS'] as never, statedWishes: ['Löten'], provisions: [], firstName: 'Kim', lastName: `Muster${randomUUID().slice(0, 6)}`, birthDate: '2013-05-05' }])));
  const names = Object.keys(more);
  if (names.length > 0) await sql(`update pupil set ${names.map((name, at) => `${name} = $${at + 2}`).join(', ')} where id = $1`, [pupil!.id, ...Object.values(more)]);
  return pupil!.id;
}

async function anOccurrence(day: Day): Promise<string> {
  const activity = await insert('activity', { organisation_id: school, title: 'Löten', format: 'TECH_WORKSHOP', school_year: '2026/27' });
  return insert('occurrence', { activity_id: activity, starts_at: `${day}T08:00:00Z`, ends_at: `${day}T14:00:00Z`, capacity: 20 });
}

const aPlacement = async (day: Day, pupil: string, more: Record<string, unknown> = {}) => insert('placement', { occurrence_id: await anOccurrence(day), pupil_id: pupil, ...more });
const aRound = async (day: Day) => {
  const round = await insert('round', { title: 'Runde', settings: {} });
  await insert('round_occurrence', { round_id: round, occurrence_id: await anOccurrence(day), number: 1 });
  return round;
};
const purposeId = async () => (await sql(`select id from purpose where region_id = $1 and code = 'MATCHING'`, [region]))[0]!.id;
const aDecision = async (pupil: string, state: 'GIVEN' | 'WITHDRAWN', day: Day, { number = 1, validUntil = null as Day | null } = {}) =>
  insert('consent_decision', {
    pupil_id: pupil, purpose_id: await purposeId(), number, act: 'CUSTODY', decided_at: noon(day), created_at: noon(day), series: 1, required_guardians: 1, required_pupil: false, state, missing: [], state_series: 1, state_valid_until: validUntil,
  });
const aContact = (more: Record<string, unknown>, organisation = school) => insert('contact', { organisation_id: organisation, name: 'Alex Kontakt', ...more });
const aFile = async (kind: FileKind, more: Record<string, unknown> = {}) => {
  const { id } = await as(() => test.db.write((tx) => new Files(test.db, test.crypto).keep(tx, { kind, name: 'x.png', content: png })));
  for (const [name, value] of Object.entries(more)) await sql(`update file set ${name} = $2 where id = $1`, [id, value]);
  return id;
};
const aUserOf = async (more: Record<string, unknown>) => {
  const { userId } = await aUser(test, region);
  for (const [name, value] of Object.entries(more)) await sql(`update app_user set ${name} = $2 where id = $1`, [userId, value]);
  return userId!;
};

/** Something of each kind whose event falls on the given day. */
const kinds: Record<string, { retentionClass: RetentionClass; make: (day: Day) => Promise<Kept>; start?: (day: Day) => Day }> = {
  'a mail that was sent': { retentionClass: 'R-MAIL', make: (day) => row('mail', { template: 'x', locale: 'de', recipient: 'x@example.test', params: {}, state: 'SENT', sent_at: noon(day) }) },
  'an event that was delivered': { retentionClass: 'R-MAIL', make: (day) => row('outbox', { event: 'x', payload: {}, delivered_at: noon(day) }) },
  'a job that is done': { retentionClass: 'R-LOG', make: (day) => row('job', { kind: 'x', payload: {}, role: 'COORDINATOR', state: 'DONE', ended_at: noon(day) }) },
  'an idempotency record': {
    retentionClass: 'R-LOG',
    make: async (day) => {
      const key = randomUUID();
      await insert('idempotency', { actor_id: coordinator!.userId, key, fingerprint: Buffer.alloc(32), result: '{}', created_at: noon(day) });
      return { there: async () => (await sql('select 1 from idempotency where key = $1', [key])).length > 0 };
    },
  },
  'a list that was never taken over, with its file': {
    retentionClass: 'R-LOG',
    make: async (day) => {
      const file = await aFile('IMPORT', { created_at: noon('2035-01-01') });
      await insert('import', { kind: 'PARTNERS', file_id: file, file_name: 'x', headers: [], samples: '[]', row_count: 1, mapping: '{}', updated_at: noon(day) });
      return { there: stays('file', file) };
    },
  },
  'a task that is settled': { retentionClass: 'R-REG', make: (day) => row('office_task', { kind: 'REQUEST_OPEN', about: randomUUID(), state: 'DONE', done_at: noon(day) }) },
  'an uploaded class list': { retentionClass: 'R-EXPORT', make: async (day) => ({ there: stays('file', await aFile('IMPORT', { created_at: noon(day) })) }) },
  'a session that ran out': { retentionClass: 'R-ACC', make: async (day) => {
    const user = await aUserOf({});
    const [session] = await sql(`insert into session (user_id, region_id, token_hash, expires_at) values ($1, $2, $3, $4) returning id`, [user, region, Buffer.from(randomUUID()), noon(day)]);
    return { there: stays('session', session!.id), of: user };
  } },
  'a link that was used': { retentionClass: 'R-ACC', make: async (day) => {
    const [link] = await sql(`insert into link (kind, user_id, token_hash, expires_at, used_at) values ('INVITATION', $1, $2, $3, $4) returning id`, [await aUserOf({}), Buffer.from(randomUUID()), noon('2040-01-01'), noon(day)]);
    return { there: stays('link', link!.id) };
  } },
  'an account that was switched off': { retentionClass: 'R-ACC', make: async (day) => {
    const user = await aUserOf({ disabled_at: noon(day) });
    return { there: stays('app_user', user), of: user };
  } },
  'a contact who left': { retentionClass: 'R-STAFF', make: async (day) => {
    const contact = await aContact({ left_on: day });
    return { there: stays('contact', contact), of: contact };
  } },
  'what is written about an organisation that closed': { retentionClass: 'R-ORG', make: async (day) => ({ there: stays('organisation', await insert('organisation', { name: 'Werft', name_key: 'werft', roles: ['COMPANY'], notes: 'Frau Muster fragen', closed_on: day }), `notes <> ''`) }) },
  'a conversation with an organisation that closed': { retentionClass: 'R-ORG', make: async (day) => {
    const organisation = await insert('organisation', { name: 'Werft', name_key: 'werft', roles: ['COMPANY'], closed_on: day });
    return row('contact_event', { organisation_id: organisation, kind: 'CALL', summary: 'x' });
  } },
  'an import': { retentionClass: 'R-ORG', make: (day) => row('import', { kind: 'PARTNERS', state: 'COMMITTED', file_name: 'x', headers: [], samples: '[]', row_count: 1, mapping: '{}', committed_at: noon(day) }) },
  'the identity of a pupil who left': { retentionClass: 'R-PUPIL', make: async (day) => {
    const pupil = await aPupil({ left_on: day });
    return { there: async () => (await sql('select 1 from person_key where person_id = $1', [pupil])).length > 0, of: pupil };
  } },
  'the identity of a pupil whose group went no further': { retentionClass: 'R-PUPIL', start: () => '2027-07-31', make: async () => {
    const pupil = await aPupil({ schoolYear: '2026/27' });
    return { there: stays('pupil', pupil, 'first_name is not null'), of: pupil };
  } },
  'what a pupil likes and wishes': { retentionClass: 'R-PROFILE', start: () => '2027-07-31', make: async () => {
    const pupil = await aPupil({ schoolYear: '2026/27' });
    return { there: stays('pupil', pupil, `interests <> '{}' and stated_wishes is not null`), of: pupil };
  } },
  'what a pupil likes, when the consent to matching was withdrawn': { retentionClass: 'R-PROFILE', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    await aDecision(pupil, 'WITHDRAWN', day);
    return { there: stays('pupil', pupil, `interests <> '{}'`), of: pupil };
  } },
  'wishes of a round': { retentionClass: 'R-PROFILE', start: () => '2027-07-31', make: async (day) => {
    const [round, pupil] = [await aRound(day), await aPupil({ schoolYear: '2040/41' })];
    const participant = await insert('participant', { round_id: round, pupil_id: pupil });
    const [{ occurrence_id: wished } = { occurrence_id: '' }] = await sql<{ occurrence_id: string }>('select occurrence_id from round_occurrence where round_id = $1', [round]);
    await insert('wish', { participant_id: participant, rank: 1, occurrence_id: wished });
    return { there: async () => (await sql('select 1 from wish where participant_id = $1', [participant])).length > 0, of: pupil };
  } },
  'the record of a run': { retentionClass: 'R-PROFILE', start: () => '2027-07-31', make: async (day) => {
    const run = await insert('run', { round_id: await aRound(day), number: 1, seed: 'x', settings: {} });
    await insert('run_record', { run_id: run, content: Buffer.from('x'), outcome_hash: 'x' });
    return { there: async () => (await sql('select 1 from run_record where run_id = $1', [run])).length > 0 };
  } },
  'needs given for an occurrence': { retentionClass: 'R-NEEDS', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41', provisions: Buffer.from('x'), updated_at: noon('2026-11-20') });
    await aPlacement(day, pupil);
    await insert('needs_key', { person_id: pupil, wrapped: test.crypto.newPersonKey(region, pupil, 'needs_key') });
    return { there: stays('pupil', pupil, 'provisions is not null and exists (select from needs_key k where k.person_id = pupil.id)'), of: pupil };
  } },
  'needs that a host may see': { retentionClass: 'R-NEEDS', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const placement = await aPlacement(day, pupil);
    await insert('shared_need', { placement_id: placement, pupil_id: pupil, items: Buffer.from('x') });
    return { there: async () => (await sql('select 1 from shared_need where placement_id = $1', [placement])).length > 0, of: pupil };
  } },
  'whose a seat was': { retentionClass: 'R-REG', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const placement = await aPlacement(day, pupil);
    return { there: async () => (await sql('select 1 from placement where id = $1 and pupil_id = $2', [placement, pupil])).length > 0, of: pupil };
  } },
  'whose a line of an attendance list was': { retentionClass: 'R-REG', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const line = await insert('attendance', { occurrence_id: await anOccurrence(day), pupil_id: pupil, state: 'PRESENT', note: 'kam mit Oma' });
    return { there: stays('attendance', line, `(pupil_id = '${pupil}' or note <> '')`), of: pupil };
  } },
  'a consent that was withdrawn': { retentionClass: 'R-CONSENT', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const first = await aDecision(pupil, 'GIVEN', '2026-11-20', { validUntil: '2040-01-01' });
    await aDecision(pupil, 'WITHDRAWN', day, { number: 2 });
    return { there: stays('consent_decision', first), of: pupil };
  } },
  'a consent that ran out': { retentionClass: 'R-CONSENT', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    return { there: stays('consent_decision', await aDecision(pupil, 'GIVEN', '2026-11-20', { validUntil: day })), of: pupil };
  } },
  'a link by which a consent was answered': { retentionClass: 'R-CONSENT', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    return row('consent_link', { kind: 'ASK', token_hash: Buffer.from(randomUUID().slice(0, 32)), pupil_id: pupil, signer: 'PUPIL', purposes: ['MATCHING'], expires_at: noon('2040-01-01'), ended_at: noon(day) }, pupil);
  } },
  'a picture': { retentionClass: 'R-PHOTO', make: async (day) => {
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const file = await aFile('MEDIA', {});
    const media = await insert('media', { occurrence_id: await anOccurrence(day), file_id: file, width: 1, height: 1, nobody: false });
    await insert('media_person', { media_id: media, pupil_id: pupil });
    return { there: stays('file', file), of: pupil };
  } },
  'a hold that ended': { retentionClass: 'R-AUDIT', make: (day) => row('legal_hold', { reason: 'LEGAL_CLAIM', reference: '1 O 1/27', retention_class: 'R-VET', review_on: day, expires_on: day }) },
  'what is told of an access in an emergency': { retentionClass: 'R-AUDIT', make: (day) => row('break_glass', { reason: 'SUPPORT', explanation: 'Anruf der Region', asked_at: noon(day) }) },
  'a warning somebody looked at': { retentionClass: 'R-AUDIT', make: (day) => row('security_alert', { kind: 'BULK_READ', counted: 1, first_at: noon(day), last_at: noon(day), seen_at: noon(day), outcome: 'EXPLAINED' }) },
  'a link of a host to a day list': { retentionClass: 'R-LOG', make: async (day) => {
    const contact = await insert('contact', { organisation_id: school, name: 'Empfang', roles: [] });
    return row('host_link', { occurrence_id: await anOccurrence(day), contact_id: contact, token_hash: Buffer.from(randomUUID().slice(0, 32)), code_hash: Buffer.from(randomUUID()), expires_at: noon(day) });
  } },
  'an event of security': { retentionClass: 'R-LOG', make: (day) => row('security_event', { kind: 'FOREIGN_ROW', at: noon(day) }) },
  'a request that was answered': { retentionClass: 'R-AUDIT', make: (day) => row('subject_request', { kind: 'ACCESS', subject_kind: 'PUPIL', requester: 'SELF', channel: 'MAIL', received_on: '2026-11-01', due_on: '2026-12-01', state: 'WITHDRAWN', ended_on: day }) },
};

beforeAll(async () => {
  test = await openTestDatabase();
  anchors = anchorsIn(test, anchorFolder);
  feature = retentionOf(test, clock, {
    anchors,
    register: (sweeps, registrations) => {
      sweeps.register(...activitySweeps, ...identitySweeps, ...oversightSweeps, ...partnersSweeps, ...consentSweeps, ...matchingSweeps);
      registrations.register(attendedBy, placedIn);
    },
  });
  region = (await aRegion(test)).id;
  [admin, coordinator] = [await aUser(test, region, 'PLATFORM_ADMIN'), await aUser(test, region)];
  school = await insert('organisation', { name: 'Schule', name_key: 'schule', roles: ['SCHOOL'] });
  await as(() => feature.rules.adopt(), admin);
  await as(() => test.db.write((tx) => adoptStandard(tx)));
});
afterAll(async () => {
  rmSync(anchorFolder, { recursive: true });
  await test.close();
});

const holdOn = (given: Record<string, unknown>) => insert('legal_hold', { reason: 'LEGAL_CLAIM', reference: '1 O 12/27', review_on: '2099-01-01', expires_on: '2099-12-31', ...given });
const results = (day: Day) => sql<{ what: string; executed: boolean; ended: number; held: number; waiting: number }>('select what, executed, ended, held, waiting from retention_result where region_id = $1 and day = $2 order by what', [region, day]);
const executed = async (day: Day) => (await results(day)).filter((result) => result.executed && result.ended > 0);

beforeEach(async () => {
  clock.at = new Date('2026-11-21T09:00:00Z');
  await unsigned();
  await sql('delete from legal_hold where region_id = $1', [region]);
});

describe.each(Object.entries(kinds))('%s', (_, { retentionClass, make, start = (day) => day }) => {
  const event = '2027-03-10';
  const end = endOfRetention(termOf(retentionClass), start(event));

  it('is there the day before its period ends and gone on the day, and a second round of the night changes nothing', async () => {
    await signed(retentionClass);
    const { there } = await make(event);
    await night(addDays(end, -1));
    expect(await there()).toBe(true);
    await night(end);
    expect(await there()).toBe(false);
    const ended = await executed(end);
    await night(end);
    expect(await executed(end)).toEqual(ended);
  });

  it('stays while a hold stands, and goes in the night after it, even when no round ran for a week', async () => {
    await signed(retentionClass);
    const { there, of } = await make(event);
    const hold = await holdOn(of ? { subject_kind: 'PUPIL', subject_id: of } : { retention_class: retentionClass });
    await night(end);
    expect(await there()).toBe(true);
    await sql('update legal_hold set expires_on = $2, review_on = $2 where id = $1', [hold, end]);
    await night(addDays(end, 8));
    expect(await there()).toBe(false);
  });
});

describe('an export with an end of its own', () => {
  it('goes with it, before the period of its class', async () => {
    await signed('R-EXPORT');
    const file = await aFile('EXPORT', { created_at: noon('2027-03-10'), expires_at: '2027-03-11T00:30:00Z' });
    await night('2027-03-10');
    expect(await stays('file', file)()).toBe(true);
    await night('2027-03-11');
    expect(await stays('file', file)()).toBe(false);
  });
});

describe('the trail of acts', () => {
  it('is cut at a signed anchor when its period is over, and not before', async () => {
    await signed('R-AUDIT');
    await sql('update audit set at = $2 where region_id = $1', [region, noon('2029-02-28')]);
    const [last] = await sql<{ seq: string }>('select max(seq) as seq from audit where region_id = $1', [region]);
    const there = async () => (await sql('select 1 from audit where region_id = $1 and seq <= $2', [region, last!.seq])).length > 0;
    await anchors.anchor(region, new Date(noon('2029-02-28')));
    await night('2032-02-28');
    expect(await there()).toBe(true);
    await night('2032-02-29');
    expect(await there()).toBe(false);
  });
});

describe('registrations of a pupil', () => {
  it('of one year go to one person without a name, so that people of a year still count right', async () => {
    await signed('R-REG');
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const [spring, autumn, next] = [await aPlacement('2027-04-01', pupil), await aPlacement('2027-10-01', pupil), await aPlacement('2028-04-01', pupil)];
    const of = async (id: string) => (await sql<{ pupil_id: string }>('select pupil_id from placement where id = $1', [id]))[0]!.pupil_id;
    await night('2029-01-01');
    expect([await of(spring), await of(autumn)]).toEqual([await of(autumn), await of(spring)]);
    expect(await of(spring)).not.toBe(pupil);
    expect(await of(next)).toBe(pupil);
    const [standIn] = await sql('select first_name, group_id, interests, erased_on::text from pupil where id = $1', [await of(spring)]);
    expect(standIn).toEqual({ first_name: null, group_id: null, interests: [], erased_on: '2029-01-01' });
  });
});

describe('a pupil of the next school year', () => {
  it('keeps name and profile while the group goes on, and while a seat is still to come', async () => {
    await signed('R-PUPIL', 'R-PROFILE');
    const [moved, seated] = [await aPupil({ schoolYear: '2027/28' }), await aPupil({ schoolYear: '2026/27' })];
    await aPlacement('2027-12-01', seated);
    await night('2027-11-01');
    expect(await stays('pupil', moved, `first_name is not null and interests <> '{}'`)()).toBe(true);
    expect(await stays('pupil', seated, 'first_name is not null')()).toBe(true);
    await night('2028-11-01');
    expect(await stays('pupil', seated, 'first_name is not null')()).toBe(false);
  });
});

describe('a consent', () => {
  it('that is given again is kept whole, earlier answers included', async () => {
    await signed('R-CONSENT');
    const pupil = await aPupil({ schoolYear: '2040/41' });
    const first = await aDecision(pupil, 'WITHDRAWN', '2026-11-20');
    await aDecision(pupil, 'GIVEN', '2027-01-10', { number: 2, validUntil: '2039-10-31' });
    await night('2030-01-01');
    expect(await stays('consent_decision', first)()).toBe(true);
  });

  it('can be forgotten by nobody but the system', async () => {
    const decision = await aDecision(await aPupil({ schoolYear: '2040/41' }), 'WITHDRAWN', '2026-11-20');
    await expect(as(() => test.db.write((tx) => tx.query('select app.forget_consents($1::uuid[])', [[decision]])))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await stays('consent_decision', decision)()).toBe(true);
  });
});

describe('a region that has not signed', () => {
  it('loses nothing; the round counts what would end and asks for the signature, once', async () => {
    const mail = { template: 'x', locale: 'de', recipient: 'x@example.test', params: {}, state: 'SENT', sent_at: noon('2033-01-01') };
    const [one, two] = [await insert('mail', mail), await insert('mail', mail)];
    for (const day of ['2033-03-01', '2033-03-02']) await night(day);
    expect([await stays('mail', one)(), await stays('mail', two)()]).toEqual([true, true]);
    expect((await results('2033-03-02')).find(({ what }) => what === 'mail')).toEqual({ what: 'mail', executed: false, ended: 0, held: 0, waiting: 2 });
    const asked = () => sql<{ params: object }>(`select params from office_task where region_id = $1 and kind = 'RETENTION_RELEASE' and state = 'OPEN' and params ->> 'retentionClass' = 'R-MAIL'`, [region]);
    expect(await asked()).toEqual([{ params: { retentionClass: 'R-MAIL', count: 2 } }]);
    await signed('R-MAIL');
    expect(await asked()).toEqual([]);
    await night('2033-03-02');
    expect((await results('2033-03-02')).find(({ what }) => what === 'mail')).toEqual({ what: 'mail', executed: true, ended: 2, held: 0, waiting: 0 });
  });

  it('ends a backlog of thousands in batches, each row once', async () => {
    await signed('R-MAIL');
    await sql(`insert into mail (region_id, template, locale, recipient, params, state, sent_at) select $1, 'x', 'de', 'x@example.test', '{}', 'SENT', '2034-01-01T12:00:00Z' from generate_series(1, 1201)`, [region]);
    await night('2034-02-01');
    expect((await results('2034-02-01')).find(({ what }) => what === 'mail')).toMatchObject({ ended: 1201, waiting: 0 });
  });
});

describe('the data map', () => {
  /** Tables with personal columns that no sweep ends, each with the reason. */
  const notSwept: Record<string, string> = {
    guess: 'the limiter removes its own counters within the hour', use_limit: 'goes with the limit, by the request it stands for',
  };

  it('knows no personal column outside configuration that no sweep ends', async () => {
    const { AppModule } = await import('./app.module');
    expect(AppModule.features().length).toBeGreaterThan(0);
    const swept = new Set(feature.sweeps.all.flatMap(({ tables }) => tables));
    const personal = [...dataMap()].filter(([, { retention, personal: columns }]) => retention !== 'CONFIG' && columns).map(([table]) => table);
    expect(personal.filter((table) => !swept.has(table)).sort()).toEqual(Object.keys(notSwept).sort());
  });
});
