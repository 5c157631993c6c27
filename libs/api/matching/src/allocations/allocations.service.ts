import { Refusal } from '@mintforge/domain/kernel';
import { acceptAllocation, allocationProblem, barsOf, explainAllocations, pairKey, type Allocation as Given, type AllocationGap, type AllocationRound, type AllocationRules, type ExplainedAllocation } from '@mintforge/domain/matching';
import { allocate } from '@mintforge/matching-engine';
import { Db, Jobs, type JobRun, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AllocationReads } from './allocations.reads';
import { AllocationEntity, AllocationMarkEntity, AllocationState, type MarkPairArgs, type NeedsAndOffers } from './allocations.types';
import { PinKind, Round, RoundState } from '../matching.entities';
import { lockOpenRound } from '../rounds/rounds.service';

interface ProposalJob {
  roundId: string;
}

/** Rounds of needs and offers: who takes part, proposals computed by the engine, marks by hand, acceptance and publishing. */
@Injectable()
export class AllocationsService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly reads: AllocationReads,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<ProposalJob>('matching.allocate', (job) => this.compute(job));
  }

  async setRules(roundId: string, rules: AllocationRules): Promise<void> {
    await this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      const { maxKm, newPartnersFirst, seatsPerPair } = rules;
      await tx.query('update round set pairing = $3 where region_id = $1 and id = $2', [tx.regionId, roundId, JSON.stringify({ maxKm, newPartnersFirst, seatsPerPair })]);
      await tx.update(Round, roundId, {});
    });
  }

  /** Takes open needs and offers into the round; `all` takes every open one. Who is in already stays. Gives how many came in. */
  async take(roundId: string, chosen: NeedsAndOffers, all: boolean): Promise<number> {
    return this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      const added = [...(await takeSide(tx, 'need', roundId, chosen.needIds, all)), ...(await takeSide(tx, 'offer', roundId, chosen.offerIds, all))];
      await tx.update(Round, roundId, {});
      return added.length;
    });
  }

  /** Leaves needs and offers out of the round, with their marks and proposals. Refuses STILL_IN_USE for what was accepted in it. */
  async leaveOut(roundId: string, { needIds, offerIds }: NeedsAndOffers): Promise<void> {
    await this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      for (const [side, ids] of [['need', needIds], ['offer', offerIds]] as const) {
        for (const table of ['allocation', 'allocation_gap', `round_${side}`]) await tx.query(`delete from ${table} where region_id = $1 and round_id = $2 and ${side}_id = any($3::uuid[])`, [tx.regionId, roundId, ids]);
        tx.note(`round_${side}`, 'delete', ids);
      }
      await tx.update(Round, roundId, {});
    });
  }

  /** Fixes or forbids a pair for the proposals to come; the pair's earlier mark is replaced. Refuses PIN_IMPOSSIBLE for what is no pair of the round, or settled. */
  async mark({ roundId, needId, offerId, kind, seats, note }: MarkPairArgs): Promise<string> {
    if (!note.trim()) throw new Refusal('INVALID_INPUT', {}, { note: 'required' });
    return this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      const [pair] = await tx.query<{ settled: boolean }>(
        `select exists (select from allocation a where a.region_id = n.region_id and a.round_id = n.round_id and a.need_id = n.need_id and a.offer_id = f.offer_id and a.state <> 'PROPOSED') as settled
         from round_need n join round_offer f on f.region_id = n.region_id and f.round_id = n.round_id where n.region_id = $1 and n.round_id = $2 and n.need_id = $3 and f.offer_id = $4`, [tx.regionId, roundId, needId, offerId]);
      if (!pair) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'pair' });
      if (pair.settled) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'settled' });
      await tx.query('delete from allocation_mark where region_id = $1 and round_id = $2 and need_id = $3 and offer_id = $4', [tx.regionId, roundId, needId, offerId]);
      const [id] = await tx.insert(AllocationMarkEntity, { roundId, needId, offerId, kind, seats: kind === PinKind.PIN ? (seats ?? null) : null, note: note.trim(), userId: tx.actor.userId });
      return id!;
    });
  }

  async unmark(id: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { roundId } = await tx.find(AllocationMarkEntity, id);
      await this.lock(tx, roundId);
      await tx.delete(AllocationMarkEntity, id);
    });
  }

  /** Starts the job that proposes who gets what; gives its id. */
  async propose(roundId: string): Promise<string> {
    return this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      return this.jobs.start(tx, 'matching.allocate', { roundId });
    });
  }

  private async compute({ payload: { roundId }, report }: JobRun<ProposalJob>): Promise<{ allocations: number; seats: number }> {
    await report(10, 'reading');
    const round = await this.db.read((tx) => this.reads.snapshot(tx, roundId));
    await report(40, 'matching');
    const { allocations, gaps } = explainAllocations(round, solved(round));
    await report(70, 'storing');
    await this.db.write(async (tx) => {
      await this.lock(tx, roundId);
      await store(tx, roundId, allocations, gaps);
    });
    return { allocations: allocations.length, seats: allocations.reduce((sum, { seats }) => sum + seats, 0) };
  }

  /**
   * Accepts one proposed allocation: the need is met, wholly or in part, and the partnership of the two is proposed or
   * linked. Accepting twice changes nothing. Refuses VERSION_CONFLICT, ROUND_NOT_OPEN, ALLOCATION_OUTDATED.
   */
  async accept(id: string, version: number): Promise<void> {
    await this.db.write(async (tx) => {
      const { roundId, state } = await tx.find(AllocationEntity, id);
      if (state === AllocationState.ACCEPTED) return;
      await this.lock(tx, roundId);
      const allocation = await tx.lock(AllocationEntity, id, version);
      await this.acceptAll(tx, roundId, [allocation]);
    });
  }

  /**
   * Accepts everything still proposed and publishes the round, in one transaction or not at all; schools and hosts get
   * one mail each, with counts. Publishing twice changes nothing. Gives the number of accepted allocations.
   * Refuses VERSION_CONFLICT, ROUND_NOT_OPEN, ROUND_INCOMPLETE without any allocation, ALLOCATION_OUTDATED.
   */
  async publish(roundId: string, version: number): Promise<number> {
    return this.db.write(async (tx) => {
      const round = await tx.lock(Round, roundId);
      const accepted = () => tx.query<{ id: string }>(`select id from allocation where region_id = $1 and round_id = $2 and state = 'ACCEPTED' order by id`, [tx.regionId, roundId]);
      if (round.state === RoundState.PUBLISHED) return (await accepted()).length;
      await this.lock(tx, roundId, version);
      const proposed = await tx.manager.find(AllocationEntity, { where: { regionId: tx.regionId, roundId, state: AllocationState.PROPOSED }, lock: { mode: 'pessimistic_write' }, order: { id: 'asc' } });
      await this.acceptAll(tx, roundId, proposed);
      const allocationIds = (await accepted()).map(({ id }) => id);
      if (allocationIds.length === 0) throw new Refusal('ROUND_INCOMPLETE', { missing: 'allocations' });
      await tx.update(Round, roundId, { state: RoundState.PUBLISHED, publishedAt: new Date() });
      await this.jobs.emit(tx, 'matching.allocated', { roundId, allocationIds });
      return allocationIds.length;
    });
  }

  /** Takes an accepted allocation back, with its reason: the seats are free again and a met need is open again. Twice changes nothing. */
  async withdraw(id: string, version: number, reason: string): Promise<void> {
    if (!reason.trim()) throw new Refusal('INVALID_INPUT', {}, { reason: 'required' });
    await this.db.write(async (tx) => {
      const allocation = await tx.lock(AllocationEntity, id);
      if (allocation.state === AllocationState.WITHDRAWN) return;
      if (allocation.state === AllocationState.PROPOSED) throw new Refusal('NOT_FOUND');
      await tx.update(AllocationEntity, id, { state: AllocationState.WITHDRAWN, withdrawnReason: reason.trim() }, version);
      const opened = await tx.query<{ id: string }>(`update need set state = 'OPEN', version = version + 1, updated_at = now() where region_id = $1 and id = $2 and state = 'MET' returning id`, [tx.regionId, allocation.needId]);
      tx.note('need', 'update', opened.map((need) => need.id));
    });
  }

  /** Locks both sides, checks each allocation against them as they are now, and writes what accepting it changes. */
  private async acceptAll(tx: Tx, roundId: string, allocations: readonly AllocationEntity[]): Promise<void> {
    for (const side of ['need', 'offer'] as const) await tx.query(`select from ${side} where region_id = $1 and id = any($2::uuid[]) order by id for update`, [tx.regionId, allocations.map((allocation) => allocation[`${side}Id`])]);
    const round = await this.reads.snapshot(tx, roundId);
    const needs = new Map(round.needs.map((need) => [need.id, need]));
    const offers = new Map(round.offers.map((offer) => [offer.id, offer]));
    const left = new Map([...round.needs, ...round.offers].map(({ id, seats }) => [id, seats]));
    const pinned = new Set(round.marks.filter(({ kind }) => kind === PinKind.PIN).map((mark) => pairKey(mark.needId, mark.offerId)));
    for (const { id, needId, offerId, seats } of allocations) {
      const [need, offer] = [needs.get(needId), offers.get(offerId)];
      if (!need || !offer) throw new Refusal('ALLOCATION_OUTDATED', { what: need ? 'offer' : 'need' });
      if (!pinned.has(pairKey(needId, offerId)) && barsOf(need, offer, round.rules).length > 0) throw new Refusal('ALLOCATION_OUTDATED', { what: 'fit' });
      const { needState } = acceptAllocation(seats, { state: 'OPEN', left: left.get(needId) ?? null }, { state: 'OPEN', left: left.get(offerId) ?? null });
      for (const side of [needId, offerId]) left.set(side, left.get(side)! - seats);
      if (needState === 'MET') {
        await tx.query(`update need set state = 'MET', version = version + 1, updated_at = now() where region_id = $1 and id = $2`, [tx.regionId, needId]);
        tx.note('need', 'update', [needId]);
      }
      const partnershipId = await proposePartnership(tx, need.organisationId, offer.organisationId);
      await tx.update(AllocationEntity, id, { state: AllocationState.ACCEPTED, acceptedAt: new Date(), partnershipId });
    }
  }

  /** The open round, locked. Refuses NOT_FOUND for a round of another kind. */
  private async lock(tx: Tx, roundId: string, version?: number): Promise<void> {
    const { unit } = await lockOpenRound(tx, roundId, version);
    if (unit !== 'NEEDS') throw new Refusal('NOT_FOUND');
  }
}

/** What the engine finds for a round: most seats met, among those the best sum of scores; pins are in it already. */
function solved(round: AllocationRound): Given[] {
  const { fixed, needs, offers, pairs } = allocationProblem(round);
  if (pairs.length === 0) return fixed;
  return [...fixed, ...allocate(needs, offers, pairs).pairs.map(({ need, offer, seats }) => ({ needId: need, offerId: offer, seats }))];
}

async function takeSide(tx: Tx, side: 'need' | 'offer', roundId: string, ids: string[], all: boolean): Promise<unknown[]> {
  const added = await tx.query<{ id: string }>(
    `insert into round_${side} (region_id, round_id, ${side}_id) select x.region_id, $2, x.id from ${side} x where x.region_id = $1 and x.state = 'OPEN' and ($4 or x.id = any($3::uuid[])) on conflict do nothing returning ${side}_id as id`,
    [tx.regionId, roundId, ids, all]);
  tx.note(`round_${side}`, 'insert', added.map(({ id }) => id));
  return added;
}

/** Replaces what the last proposal found; what was accepted stays. */
async function store(tx: Tx, roundId: string, allocations: readonly ExplainedAllocation[], gaps: readonly AllocationGap[]): Promise<void> {
  await tx.query(`delete from allocation where region_id = $1 and round_id = $2 and state = 'PROPOSED'`, [tx.regionId, roundId]);
  await tx.query('delete from allocation_gap where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
  await tx.insert(AllocationEntity, allocations.map((allocation) => ({ ...allocation, roundId })));
  await tx.query(
    `insert into allocation_gap (region_id, round_id, need_id, offer_id, seats, code, params) select $1, $2, g."needId", g."offerId", g.seats, g.code, g.params
     from jsonb_to_recordset($3) as g("needId" uuid, "offerId" uuid, seats int, code text, params jsonb)`, [tx.regionId, roundId, JSON.stringify(gaps)]);
  await tx.update(Round, roundId, {});
}

/** The partnership of the two: known, opened again after its end, or newly proposed. Gives its id. */
async function proposePartnership(tx: Tx, schoolId: string, partnerId: string): Promise<string> {
  const { id, changed } = await tx.one<{ id: string; changed: boolean }>(
    `insert into partnership as p (region_id, school_id, partner_id, state) values ($1, $2, $3, 'PROPOSED')
     on conflict (region_id, school_id, partner_id) do update set state = case p.state when 'ENDED' then 'PROPOSED' else p.state end, end_reason = case p.state when 'ENDED' then null else p.end_reason end,
       version = p.version + (p.state = 'ENDED')::int, updated_at = case p.state when 'ENDED' then now() else p.updated_at end
     returning id, state = 'PROPOSED' as changed`, [tx.regionId, schoolId, partnerId]);
  if (changed) tx.note('partnership', 'update', [id]);
  return id;
}
