import { ConsentReads, ConsentUses } from '@mintforge/consent';
import { aPurposeOfLaw } from '@mintforge/consent/testing';
import type { PurposeCode } from '@mintforge/domain/consent';
import { AddressesReads } from '@mintforge/partners';
import { PupilIdentities } from '@mintforge/people';
import { Mails, Tasks } from '@mintforge/platform';
import { asActor, drainJobs, testConfig, withoutGate } from '@mintforge/platform/testing';
import { cellsOf } from './host-view.pdf';
import { HostLinks } from './host-links.service';
import { hostEntryPage, hostListPage } from './host-links.page';
import { HostViewReads } from './host-view.reads';
import { HostViews } from './host-view.service';
import { hostViewTexts } from './host-view.texts';
import { openOffice } from '../testing';

let office: Awaited<ReturnType<typeof openOffice>>;
let identities: PupilIdentities;
let uses: ConsentUses;
let views: HostViews;
let links: HostLinks;

beforeAll(async () => {
  office = await openOffice();
  const { db, jobs, crypto, url } = office.test;
  identities = new PupilIdentities(crypto);
  uses = new ConsentUses();
  views = new HostViews(db, new HostViewReads(identities, office.clock), new ConsentReads(), uses, new Tasks(), jobs, new Mails(db, jobs, testConfig(url), crypto), new AddressesReads(), identities, office.clock);
  views.onModuleInit();
  links = new HostLinks(db, new HostViewReads(identities, office.clock), crypto, office.clock, testConfig(url));
});
afterAll(() => office.test.close());
beforeEach(() => {
  office.clock.at = new Date('2027-03-10T07:00:00Z');
  return shutAll();
});

/** Nobody has agreed to anything but that needs are held. */
const shutAll = async () => {
  await office.admin.query('delete from purpose where region_id = $1', [office.actor.regionId]);
  await lawful('NEEDS_PROCESS');
};
const lawful = (code: PurposeCode) => aPurposeOfLaw(office.test, office.actor.regionId!, code);
const view = (occurrenceId: string) => office.as(() => views.view(occurrenceId));
const seat = (occurrenceId: string, pupilId: string) => office.as(() => office.placements.place(occurrenceId, pupilId));

/** An occurrence with one confirmed pupil who needs a ramp and quiet, of age 14 on its day, and what the host may learn of the activity. */
async function aPlace({ compulsory = false, minimumAge = null as number | null } = {}) {
  const { school, activity, occurrences } = await office.aPlan([5], 0);
  await office.admin.query('update activity set compulsory = $2, minimum_age = $3 where id = $1', [activity, compulsory, minimumAge]);
  const group = (await office.admin.query<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, grade, school_year, head_count) values ($1, $2, '9b', 9, '2026/27', 25) returning id`, [office.actor.regionId, school])).rows[0]!.id;
  const [pupil] = await office.as(() =>
    office.test.db.write((tx) => identities.add(tx, [{ firstName: 'Mara', lastName: 'Geheim', birthDate: '2012-05-04', organisationId: school, groupId: group, grade: 9, interests: [], statedWishes: [], provisions: ['STEP_FREE', 'QUIET_ROOM'] }])));
  const placement = await seat(occurrences[0]!, pupil!.id);
  return { pupilId: pupil!.id, occurrence: occurrences[0]!, placement, group };
}

describe('what a host sees of the pupils who come', () => {
  it('is a person of a grade and no more, as long as neither law nor consent opens the name', async () => {
    const { occurrence } = await aPlace({ minimumAge: 14 });
    const { rows } = await view(occurrence);
    expect(rows).toMatchObject([{ named: false, firstName: null, lastName: null, groupName: null, grade: 9, heads: 1, oldEnough: true, provisions: [] }]);
    expect(cellsOf(rows[0]!, 1, hostViewTexts.de)).toEqual(['1', '1 Person, Klassenstufe 9', '', 'Mindestalter erreicht']);
  });

  it('is first name, surname and class once SHARE_WITH_COMPANY is given, and never a birth date', async () => {
    const { occurrence } = await aPlace({ minimumAge: 15 });
    await lawful('SHARE_WITH_COMPANY');
    const shown = await view(occurrence);
    expect(shown.rows).toMatchObject([{ named: true, firstName: 'Mara', lastName: 'Geheim', groupName: '9b', oldEnough: false }]);
    expect(JSON.stringify(shown)).not.toMatch(/2012|birth/i);
  });

  it('is the name by law where this is compulsory teaching, and only there', async () => {
    const [law, choice] = [await aPlace({ compulsory: true }), await aPlace()];
    expect((await view(law.occurrence)).rows).toMatchObject([{ named: false, lastName: null }]);
    await lawful('PLACEMENT_COMPULSORY');
    expect((await view(law.occurrence)).rows).toMatchObject([{ lastName: 'Geheim' }]);
    expect((await view(choice.occurrence)).rows).toMatchObject([{ named: false, lastName: null }]);
  });

  it('is nobody by name who is shielded, whatever was consented to', async () => {
    const { occurrence, pupilId, placement } = await aPlace({ compulsory: true });
    for (const code of ['SHARE_WITH_COMPANY', 'PLACEMENT_COMPULSORY', 'NEEDS_SHARE_COMPANY'] as const) await lawful(code);
    await office.as(() => views.shareNeeds(placement, ['STEP_FREE']));
    await office.admin.query('update pupil set shielded = true where id = $1', [pupilId]);
    expect((await view(occurrence)).rows).toMatchObject([{ named: false, firstName: null, lastName: null, groupName: null, provisions: [] }]);
    expect(await office.as(() => office.test.db.read((tx) => office.people.namesOf(tx, [pupilId])))).toEqual(new Map([[pupilId, expect.objectContaining({ firstName: null, lastName: null })]]));
  });

  it('shows single provisions only as released to this host, and only while NEEDS_SHARE_COMPANY is given', async () => {
    const { occurrence, placement } = await aPlace();
    await expect(office.as(() => views.shareNeeds(placement, ['STEP_FREE']))).rejects.toMatchObject({ code: 'CONSENT_MISSING', params: { purpose: 'NEEDS_SHARE_COMPANY', missing: 1 } });
    await lawful('NEEDS_SHARE_COMPANY');
    expect(await office.as(() => views.needsToShare(placement))).toContain('STEP_FREE');
    await expect(office.as(() => views.shareNeeds(placement, ['LIFT']))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await office.as(() => views.shareNeeds(placement, ['STEP_FREE']));
    expect((await view(occurrence)).rows).toMatchObject([{ named: false, provisions: ['STEP_FREE'] }]);
    await shutAll();
    expect((await view(occurrence)).rows).toMatchObject([{ provisions: [] }]);
  });

  it('holds confirmed places alone: an offer still open is nobody there', async () => {
    const { occurrence, placement } = await aPlace();
    await office.admin.query(`update placement set state = 'OFFERED', accept_by = now() where id = $1`, [placement]);
    expect((await view(occurrence)).rows).toEqual([]);
  });

  it('closes after the days the region gives it, counted in Berlin', async () => {
    const { occurrence } = await aPlace();
    office.clock.at = new Date('2027-03-17T22:59:00Z');
    expect(await view(occurrence)).toMatchObject({ open: true, closesOn: '2027-03-17', rows: [{ grade: 9 }] });
    office.clock.at = new Date('2027-03-17T23:00:00Z');
    expect(await view(occurrence)).toMatchObject({ open: false, rows: [] });
  });

  it('closes earlier at once where the region shortens it, which is audited; longer than seven days is possible nowhere', async () => {
    const { occurrence } = await aPlace();
    office.clock.at = new Date('2027-03-13T22:59:00Z');
    expect(await view(occurrence)).toMatchObject({ open: true, closesOn: '2027-03-17' });
    await office.as(() => views.setDays(2));
    expect([await office.as(() => views.days()), await view(occurrence)]).toMatchObject([2, { open: false, closesOn: '2027-03-12', rows: [] }]);
    expect((await office.admin.query(`select reason from audit where region_id = $1 and changes @> '[{"table": "region", "verb": "update"}]'`, [office.actor.regionId])).rows).toEqual([{ reason: 'days a host sees a list' }]);
    await expect(office.as(() => views.setDays(8))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await office.as(() => views.setDays(7));
  });

  it('is of its own region alone', async () => {
    const { occurrence } = await aPlace();
    await expect(office.as(() => views.view(occurrence), { ...office.actor, regionId: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a consent to share that ends', () => {
  it('says before what it changes, leaves the seat, gives the office a task and tells the host that the list changed, not why', async () => {
    const { occurrence, placement, pupilId } = await aPlace();
    await office.admin.query(`update organisation set email = 'betrieb@example.test' where id = (select organisation_id from activity a join occurrence o on o.activity_id = a.id where o.id = $1)`, [occurrence]);
    const { db } = office.test;
    expect(await office.as(() => db.read((tx) => uses.impact(tx, 'SHARE_WITH_COMPANY', [pupilId])))).toMatchObject([{ what: 'host_view', id: placement, pupilId }]);
    await office.as(() => db.write((tx) => uses.end(tx, 'SHARE_WITH_COMPANY', [pupilId])));
    await office.as(() => db.write((tx) => uses.end(tx, 'SHARE_WITH_COMPANY', [pupilId])));
    const { rows: tasks } = await office.admin.query('select kind, about, pupil_id, params from office_task where pupil_id = $1', [pupilId]);
    expect(tasks).toEqual([{ kind: 'HOST_LIST_CHANGED', about: placement, pupil_id: pupilId, params: { purpose: 'SHARE_WITH_COMPANY' } }]);
    expect((await office.admin.query('select state from placement where id = $1', [placement])).rows).toEqual([{ state: 'PLACED' }]);
    await drainJobs(office.test);
    const { rows: mails } = await office.admin.query<{ params: Record<string, string> }>(`select params from mail where recipient = 'betrieb@example.test' and template = 'matching.hostViewChanged'`);
    expect(mails[0]).toMatchObject({ params: { title: 'Löten', day: '10.03.2027' } });
    expect(JSON.stringify(mails)).not.toMatch(/Mara|Geheim|Einwilligung/);
  });

  it('takes released provisions back in its own transaction', async () => {
    const { placement, pupilId } = await aPlace();
    await lawful('NEEDS_SHARE_COMPANY');
    await office.as(() => views.shareNeeds(placement, ['STEP_FREE']));
    await office.as(() => office.test.db.write((tx) => uses.end(tx, 'NEEDS_SHARE_COMPANY', [pupilId])));
    expect((await office.admin.query('select from shared_need where pupil_id = $1', [pupilId])).rowCount).toBe(0);
  });

  it('concerns nobody whose name rests on law, nor a list that is closed', async () => {
    const law = await aPlace({ compulsory: true });
    const over = await aPlace();
    const impact = (pupilId: string) => office.as(() => office.test.db.read((tx) => uses.impact(tx, 'SHARE_WITH_COMPANY', [pupilId])));
    expect(await impact(law.pupilId)).toEqual([]);
    office.clock.at = new Date('2027-03-18T12:00:00Z');
    expect(await impact(over.pupilId)).toEqual([]);
  });
});

describe('the link of a host', () => {
  const aContact = async (occurrence: string) =>
    (await office.admin.query<{ id: string }>(`insert into contact (region_id, organisation_id, name, roles) select o.region_id, a.organisation_id, 'Frau Empfang', '{}' from occurrence o join activity a on a.id = o.activity_id where o.id = $1 returning id`, [occurrence])).rows[0]!.id;
  const aLink = async (occurrence: string, contact?: string) => {
    const made = await office.as(async () => links.create(occurrence, contact ?? (await aContact(occurrence))));
    return { ...made, token: made.url.split('/').at(-1)! };
  };
  const open = (token: string, code: string) => asActor({ userId: null, sessionId: null, role: 'NOBODY', regionId: null }, () => links.open(token, code));

  it('opens the very list of the office with its code, names for whom it was opened, and leaves a trace', async () => {
    const { occurrence } = await aPlace();
    await lawful('SHARE_WITH_COMPANY');
    const { token, code } = await aLink(occurrence);
    const { view: seen, recipient } = await open(token, ` ${code.toLowerCase()} `);
    expect(seen).toEqual(await view(occurrence));
    const page = hostListPage(seen, recipient, office.clock.now(), 'de');
    expect(page).toContain('<td>Mara Geheim</td><td>9b</td>');
    expect(page).toContain('Nur für Frau Empfang · erstellt 10.03.2027 08:00 · spätestens am 17.03.2027 vernichten');
    const { rows } = await office.admin.query(`select reason from audit where changes @> '[{"table": "host_link", "verb": "read"}]' and region_id = $1`, [office.actor.regionId]);
    expect(rows).toEqual([{ reason: 'host link' }]);
    expect((await office.admin.query('select from host_link where encode(token_hash, $1) = $2', ['base64', token])).rowCount).toBe(0);
  });

  it('looks alike whether it is forged, another region’s, replaced, closed, or its code is wrong', async () => {
    const { occurrence } = await aPlace();
    const contact = await aContact(occurrence);
    const [old, link] = [await aLink(occurrence, contact), await aLink(occurrence, contact)];
    const wrong = (token: string, code = link.code) => expect(open(token, code)).rejects.toMatchObject({ code: 'LINK_INVALID', params: {} });
    await wrong(old.token, old.code);
    await wrong(link.token, old.code);
    await wrong('abc');
    await wrong(Buffer.concat([Buffer.alloc(16, 1), Buffer.from(link.token, 'base64url').subarray(16)]).toString('base64url'));
    await office.admin.query(`update contact set left_on = '2027-03-01' where id = $1`, [contact]);
    await wrong(link.token);
    await office.admin.query('update contact set left_on = null where id = $1', [contact]);
    expect((await open(link.token, link.code)).view.rows).toHaveLength(1);
    office.clock.at = new Date('2027-03-18T00:00:00Z');
    await wrong(link.token);
    await expect(aLink(occurrence, contact)).rejects.toMatchObject({ code: 'HOST_VIEW_CLOSED' });
  });

  it('is for contacts of this host alone', async () => {
    const [one, other] = [await aPlace(), await aPlace()];
    await expect(aLink(one.occurrence, await aContact(other.occurrence))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('works without a script, and asks the same of everybody', () => {
    expect(hostEntryPage('de')).not.toMatch(/<script|onclick|http/);
    expect(hostEntryPage('en', 'wrong')).toContain('role="alert"');
  });
});

describe('without the gate', () => {
  it('the name and the released provisions would leave to the host', async () => {
    const { occurrence, placement } = await aPlace();
    await lawful('NEEDS_SHARE_COMPANY');
    await office.as(() => views.shareNeeds(placement, ['STEP_FREE']));
    await shutAll();
    expect((await view(occurrence)).rows).toMatchObject([{ named: false, lastName: null, provisions: [] }]);
    expect((await withoutGate(office.test, () => view(occurrence))).rows).toMatchObject([{ named: true, lastName: 'Geheim', provisions: ['STEP_FREE'] }]);
  });

  it('provisions would be released to a host unasked', async () => {
    const { placement } = await aPlace();
    await expect(office.as(() => views.shareNeeds(placement, ['STEP_FREE']))).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    await withoutGate(office.test, () => office.as(() => views.shareNeeds(placement, ['STEP_FREE'])));
  });
});
