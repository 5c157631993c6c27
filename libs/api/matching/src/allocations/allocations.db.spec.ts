import type { RefusalCode } from '@mintforge/domain/kernel';
import { Refusal } from '@mintforge/domain/kernel';
import { defaultAllocationRules, defaultSettings } from '@mintforge/domain/matching';
import { AddressesReads } from '@mintforge/partners';
import { Mails, type Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { AllocationMails } from './allocation-mails';
import { AllocationReads } from './allocations.reads';
import { AllocationsService } from './allocations.service';
import { PinKind } from '../matching.entities';

let test: TestDatabase;
let actor: Actor;
let service: AllocationsService;
let reads: AllocationReads;

const as = <T>(work: () => Promise<T>, who = actor) => asActor(who, work);
const refusalOf = (work: Promise<unknown>): Promise<RefusalCode> =>
  work.then(() => { throw new Error('was not refused'); }, (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });

beforeAll(async () => {
  test = await openTestDatabase();
  reads = new AllocationReads(test.db);
  service = new AllocationsService(test.db, test.jobs, reads);
  service.onModuleInit();
  const mails = new Mails(test.db, test.jobs, testConfig(test.url), test.crypto);
  mails.onModuleInit();
  new AllocationMails(test.jobs, mails, new AddressesReads()).onModuleInit();
});
beforeEach(async () => void (actor = await aUser(test, (await aRegion(test)).id)));
afterAll(() => test.close());

const one = async (sql: string, values: unknown[]) => (await test.admin.query<{ id: string }>(sql, values)).rows[0]!.id;

async function anOrganisation(role: 'SCHOOL' | 'COMPANY', place?: [lat: number, lon: number]) {
  const id = await one(`insert into organisation (region_id, name, name_key, roles, email) values ($1, $2, $2, array[$3], $4) returning id`, [actor.regionId, `${role} ${randomUUID().slice(0, 6)}`, role, `${randomUUID()}@example.test`]);
  if (place) await test.admin.query(`insert into site (region_id, organisation_id, lat, lon, coordinate_check) values ($1, $2, $3, $4, 'OK')`, [actor.regionId, id, ...place]);
  return id;
}
const aNeed = (school: string, size: number | null, more: { format?: string; topics?: string[]; grades?: number[]; accessibility?: string[] } = {}) =>
  one(`insert into need (region_id, organisation_id, title, format, topics, grades, size, accessibility) values ($1, $2, 'Bedarf', $3, $4, $5, $6, $7) returning id`, [actor.regionId, school, more.format ?? 'TECH_WORKSHOP', more.topics ?? ['ROBOTICS'], more.grades ?? [8, 9], size, more.accessibility ?? []]);
const anOffer = (host: string, capacity: number | null, more: { format?: string; topics?: string[]; grades?: number[]; accessibility?: string[] } = {}) =>
  one(`insert into offer (region_id, organisation_id, title, format, topics, grades, capacity, accessibility) values ($1, $2, 'Angebot', $3, $4, $5, $6, $7) returning id`, [actor.regionId, host, more.format ?? 'TECH_WORKSHOP', more.topics ?? ['ROBOTICS'], more.grades ?? [8, 9, 10], capacity, more.accessibility ?? []]);

async function aRound(): Promise<string> {
  const id = await one(`insert into round (region_id, title, unit, settings) values ($1, 'Bedarfe', 'NEEDS', $2) returning id`, [actor.regionId, JSON.stringify({ ...defaultSettings, seed: 'x' })]);
  await as(() => service.take(id, { needIds: [], offerIds: [] }, true));
  return id;
}
async function proposed(roundId: string) {
  await as(() => service.propose(roundId));
  await drainJobs(test);
  return as(() => reads.allocations(roundId));
}
const versionOf = async (roundId: string) => (await test.admin.query<{ version: number }>('select version from round where id = $1', [roundId])).rows[0]!.version;
const partnerships = async () => (await test.admin.query('select school_id as school, partner_id as host, state from partnership where region_id = $1 order by created_at', [actor.regionId])).rows;
const needState = async (id: string) => (await test.admin.query<{ state: string }>('select state from need where id = $1', [id])).rows[0]!.state;

describe('a proposal', () => {
  it('meets the most seats, with fit and reasons, and says why the rest stays open', async () => {
    const [school, host] = [await anOrganisation('SCHOOL', [54.09, 12.13]), await anOrganisation('COMPANY', [54.09, 12.13])];
    const [met, barred] = [await aNeed(school, 25), await aNeed(school, 20, { grades: [5] })];
    const [offer, unused] = [await anOffer(host, 20), await anOffer(host, null)];
    const roundId = await aRound();
    const found = await proposed(roundId);
    expect(found).toMatchObject([{ needId: met, offerId: offer, seats: 20, score: 1_000_000, state: 'PROPOSED' }]);
    expect(found[0]!.reasons.map(({ code }) => code)).toEqual(['TOPICS_SHARED', 'DISTANCE', 'NEW_PARTNERS']);
    const needs = await as(() => reads.needs(roundId));
    expect(needs.find(({ id }) => id === met)).toMatchObject({ proposed: 20, gap: { seats: 5, code: 'OFFERS_FULL' } });
    expect(needs.find(({ id }) => id === barred)!.gap).toMatchObject({ code: 'NO_FIT', params: expect.stringContaining('GRADES') as string });
    expect((await as(() => reads.offers(roundId))).find(({ id }) => id === unused)!.gap).toMatchObject({ code: 'SEATS_UNKNOWN' });
    expect(await as(() => reads.figures(roundId))).toMatchObject({ needs: 2, offers: 2, seatsNeeded: 45, seatsOffered: 20, seatsProposed: 20, seatsAccepted: 0 });
  });

  it('gives up a worse fit to meet more seats', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const [broad, narrow] = [await aNeed(school, 20, { topics: ['ROBOTICS'] }), await aNeed(school, 20, { topics: ['ROBOTICS'], accessibility: ['LIFT'] })];
    const [withLift, without] = [await anOffer(host, 20, { accessibility: ['LIFT'] }), await anOffer(host, 20, { topics: ['ELECTRONICS'] })];
    const found = await proposed(await aRound());
    expect(new Set(found.map(({ needId, offerId }) => `${needId} ${offerId}`))).toEqual(new Set([`${broad} ${without}`, `${narrow} ${withLift}`]));
  });

  it('keeps the round’s rules: reach, seats a pair, new partners first', async () => {
    const [school, near, far] = [await anOrganisation('SCHOOL', [54.09, 12.13]), await anOrganisation('COMPANY', [54.1, 12.1]), await anOrganisation('COMPANY', [53.63, 11.41])];
    await aNeed(school, 10);
    const [nearOffer, farOffer] = [await anOffer(near, 10), await anOffer(far, 10)];
    await test.admin.query(`insert into partnership (region_id, school_id, partner_id) values ($1, $2, $3)`, [actor.regionId, school, near]);
    const roundId = await aRound();
    const with_ = async (rules: Partial<typeof defaultAllocationRules>) => {
      await as(() => service.setRules(roundId, { ...defaultAllocationRules, ...rules }));
      return (await proposed(roundId)).map(({ offerId, seats }) => ({ offerId, seats }));
    };
    expect(await with_({})).toEqual([{ offerId: nearOffer, seats: 10 }]);
    expect(await with_({ newPartnersFirst: true })).toEqual([{ offerId: farOffer, seats: 10 }]);
    expect(await with_({ newPartnersFirst: true, maxKm: 30 })).toEqual([{ offerId: nearOffer, seats: 10 }]);
    expect((await with_({ seatsPerPair: 6 })).toSorted((a, b) => b.seats - a.seats)).toEqual([{ offerId: nearOffer, seats: 6 }, { offerId: farOffer, seats: 4 }]);
  });

  it('obeys a pin even against a rule, and a veto, each with its note', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const need = await aNeed(school, 12);
    const [visit, workshop] = [await anOffer(host, 8, { format: 'COMPANY_VISIT' }), await anOffer(host, 30)];
    const roundId = await aRound();
    await as(() => service.mark({ roundId, needId: need, offerId: visit, kind: PinKind.PIN, seats: 5, note: 'besprochen' }));
    const found = await proposed(roundId);
    expect(found.find(({ offerId }) => offerId === visit)).toMatchObject({ seats: 5, reasons: expect.arrayContaining([{ code: 'PINNED', params: '{}' }, { code: 'DESPITE', params: '{"bar": "FORMAT"}' }]) as unknown });
    expect(found.find(({ offerId }) => offerId === workshop)).toMatchObject({ seats: 7 });
    await as(() => service.mark({ roundId, needId: need, offerId: workshop, kind: PinKind.VETO, note: 'ging schief' }));
    expect((await proposed(roundId)).map(({ offerId }) => offerId)).toEqual([visit]);
    expect(await as(() => reads.marks(roundId))).toMatchObject([{ kind: 'PIN', seats: 5, note: 'besprochen' }, { kind: 'VETO', note: 'ging schief' }]);
    expect(await refusalOf(as(() => service.mark({ roundId, needId: need, offerId: randomUUID(), kind: PinKind.VETO, note: 'x' })))).toBe('PIN_IMPOSSIBLE');
  });

  it('shows the fit of every offer beside a need, the fitting first', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const need = await aNeed(school, 12);
    const [other, fitting] = [await anOffer(host, 8, { grades: [12] }), await anOffer(host, 30)];
    expect(await as(async () => reads.fits(await aRound(), need))).toMatchObject([{ offerId: fitting, bars: [], seatsLeft: 30 }, { offerId: other, bars: ['GRADES'] }]);
  });
});

describe('accepting', () => {
  it('meets the need, proposes the partnership and leaves the rest of the offer for others', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const [need, offer] = [await aNeed(school, 20), await anOffer(host, 30)];
    const roundId = await aRound();
    const [allocation] = await proposed(roundId);
    await as(() => service.accept(allocation!.id, allocation!.version));
    await as(() => service.accept(allocation!.id, allocation!.version));
    expect(await needState(need)).toBe('MET');
    expect(await partnerships()).toEqual([{ school, host, state: 'PROPOSED' }]);
    expect(await as(() => reads.allocation(allocation!.id))).toMatchObject({ state: 'ACCEPTED', partnershipState: 'PROPOSED', offerState: 'OPEN' });
    const later = await aNeed(school, 20);
    expect(await proposed(await aRound())).toMatchObject([{ needId: later, offerId: offer, seats: 10 }]);
  });

  it('in part leaves the need open, and links a partnership that is known', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const need = await aNeed(school, 20);
    await anOffer(host, 15);
    await test.admin.query(`insert into partnership (region_id, school_id, partner_id) values ($1, $2, $3)`, [actor.regionId, school, host]);
    const [allocation] = await proposed(await aRound());
    await as(() => service.accept(allocation!.id, allocation!.version));
    expect(await needState(need)).toBe('OPEN');
    expect(await partnerships()).toEqual([{ school, host, state: 'ACTIVE' }]);
  });

  it('is refused when the need shrank, was met elsewhere or no longer fits since the proposal', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const [need, offer] = [await aNeed(school, 20), await anOffer(host, 30)];
    const [allocation] = await proposed(await aRound());
    const accepted = () => refusalOf(as(() => service.accept(allocation!.id, allocation!.version)));
    const change = (sql: string, id: string) => test.admin.query(`update ${sql} where id = $1`, [id]);
    await change('need set size = 19', need);
    expect(await accepted()).toBe('ALLOCATION_OUTDATED');
    await change(`need set size = 20, state = 'CLOSED'`, need);
    expect(await accepted()).toBe('ALLOCATION_OUTDATED');
    await change(`need set state = 'OPEN'`, need);
    await change(`offer set grades = '{12}'`, offer);
    expect(await accepted()).toBe('ALLOCATION_OUTDATED');
    expect(await partnerships()).toEqual([]);
  });

  it('never gives a seat twice, however many rounds accept at the same moment', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    await aNeed(school, 20);
    await anOffer(host, 20);
    const rounds = [await aRound(), await aRound(), await aRound()];
    const found = [];
    for (const roundId of rounds) found.push((await proposed(roundId))[0]!);
    const answers = await Promise.all(found.map(({ id, version }) => as(() => service.accept(id, version)).then(() => 'accepted', (error: Refusal) => error.code)));
    expect(answers.toSorted()).toEqual(['ALLOCATION_OUTDATED', 'ALLOCATION_OUTDATED', 'accepted']);
  });

  it('can be taken back: the need is open again, the entry stays with its reason and is not proposed again', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const need = await aNeed(school, 20);
    await anOffer(host, 20);
    const roundId = await aRound();
    const [allocation] = await proposed(roundId);
    await as(() => service.accept(allocation!.id, allocation!.version));
    const { version } = await as(() => reads.allocation(allocation!.id));
    expect(await refusalOf(as(() => service.withdraw(allocation!.id, version, ' ')))).toBe('INVALID_INPUT');
    await as(() => service.withdraw(allocation!.id, version, 'Firma hat abgesagt'));
    expect(await needState(need)).toBe('OPEN');
    expect(await proposed(roundId)).toMatchObject([{ id: allocation!.id, state: 'WITHDRAWN', withdrawnReason: 'Firma hat abgesagt' }]);
  });
});

describe('publishing', () => {
  it('accepts everything at once and writes each side one mail with counts, once', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const needs = [await aNeed(school, 10), await aNeed(school, 15)];
    await anOffer(host, 40);
    const roundId = await aRound();
    await proposed(roundId);
    const version = await versionOf(roundId);
    expect(await as(() => service.publish(roundId, version))).toBe(2);
    expect(await as(() => service.publish(roundId, version))).toBe(2);
    await drainJobs(test);
    expect(await Promise.all(needs.map(needState))).toEqual(['MET', 'MET']);
    const { rows } = await test.admin.query(`select template, params->>'seats' as seats, params->>'partners' as partners from mail where region_id = $1 order by template`, [actor.regionId]);
    expect(rows).toEqual([{ template: 'matching.allocatedHost', seats: '25', partners: '1' }, { template: 'matching.allocatedSchool', seats: '25', partners: '1' }]);
    expect(await refusalOf(as(() => service.propose(roundId)))).toBe('ROUND_NOT_OPEN');
  });

  it('leaves nothing half done when one pair no longer stands', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const needs = [await aNeed(school, 10), await aNeed(school, 15)];
    await anOffer(host, 40);
    const roundId = await aRound();
    await proposed(roundId);
    await test.admin.query('update need set size = 3 where id = $1', [needs[1]]);
    expect(await refusalOf(as(async () => service.publish(roundId, await versionOf(roundId))))).toBe('ALLOCATION_OUTDATED');
    expect(await as(() => reads.figures(roundId))).toMatchObject({ seatsAccepted: 0 });
    expect(await partnerships()).toEqual([]);
  });

  it('needs something to publish, and a round of needs', async () => {
    expect(await refusalOf(as(async () => { const id = await aRound(); return service.publish(id, await versionOf(id)); }))).toBe('ROUND_INCOMPLETE');
    const pupils = await one(`insert into round (region_id, title, settings) values ($1, 'Runde', '{}') returning id`, [actor.regionId]);
    expect(await refusalOf(as(() => service.propose(pupils)))).toBe('NOT_FOUND');
  });
});

describe('the round', () => {
  it('leaves out what the office takes out, but never what was accepted in it', async () => {
    const [school, host] = [await anOrganisation('SCHOOL'), await anOrganisation('COMPANY')];
    const [need, offer] = [await aNeed(school, 10), await anOffer(host, 10)];
    const roundId = await aRound();
    const [allocation] = await proposed(roundId);
    await as(() => service.leaveOut(roundId, { needIds: [], offerIds: [offer] }));
    expect(await as(() => reads.allocations(roundId))).toEqual([]);
    await as(() => service.take(roundId, { needIds: [], offerIds: [offer] }, false));
    const [again] = await proposed(roundId);
    expect(again!.id).not.toBe(allocation!.id);
    await as(() => service.accept(again!.id, again!.version));
    expect(await refusalOf(as(() => service.leaveOut(roundId, { needIds: [need], offerIds: [] })))).toBe('STILL_IN_USE');
  });

  it('is not seen from another region', async () => {
    const roundId = await aRound();
    const stranger = await aUser(test, (await aRegion(test)).id);
    expect(await refusalOf(as(() => reads.figures(roundId), stranger))).toBe('NOT_FOUND');
    expect(await as(() => reads.needs(roundId), stranger)).toEqual([]);
  });
});
