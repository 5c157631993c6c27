import { Faults, MOST_SEATS, tableById } from '../input/faults.ts';
import type { Table } from '../input/faults.ts';
import { BEST_SCORE } from '../input/ingest.ts';
import { InvalidInputError } from '../input/input.ts';
import { transport } from './transport.ts';
import type { TransportProblem } from './transport.ts';

/** Seats a school needs, or a company offers. */
export interface SeatsInput {
  id: string;
  seats: number;
}

/** A need and an offer that may meet. */
export interface NeedOfferInput {
  need: string;
  offer: string;
  /** Most seats of the offer for this need; default: as many as both have. */
  most?: number;
  /** How well the two fit, per seat: a whole number from 0 to 1,000,000, higher is better; default 0. */
  score?: number;
}

/**
 * Why seats are left: no pair at all; every pair at its most; or the other side is used up (the offers all given, the
 * needs all met). As most seats are met, free seats can never be brought to an unmet need by any other plan.
 */
export type LeftReason = 'NO_PAIR' | 'PAIRS_AT_MOST' | 'OFFERS_GIVEN' | 'NEEDS_MET';

export interface SeatsRecord {
  id: string;
  seats: number;
  /** Seats met, or given. */
  used: number;
  /** Absent when none are left. */
  left?: LeftReason;
}

export interface Allocation {
  met: number;
  /** Sum of scores over all seats given. */
  score: number;
  needs: SeatsRecord[];
  offers: SeatsRecord[];
  pairs: { need: string; offer: string; seats: number }[];
}

/**
 * Gives the seats of companies' offers to schools' needs: most seats met, then the highest sum of scores; exact, and the
 * same for any order of the input. Between plans that are equal in both it is the order of ids that decides.
 *
 * @throws InvalidInputError with every problem of the input.
 */
export function allocate(needs: readonly SeatsInput[], offers: readonly SeatsInput[], pairs: readonly NeedOfferInput[]): Allocation {
  const faults = new Faults();
  const needTable = tableById(faults.list(needs, 'needs'), 'needs', faults);
  const offerTable = tableById(faults.list(offers, 'offers'), 'offers', faults);
  const needSeats = readSeats(needTable, 'needs', faults);
  const offerSeats = readSeats(offerTable, 'offers', faults);
  const found = readPairs(faults.list(pairs, 'pairs'), needTable, offerTable, faults);
  if (faults.found.length > 0) throw new InvalidInputError(faults.found);
  const problem: TransportProblem = {
    needSeats,
    offerSeats,
    pairNeed: Int32Array.from(found, ({ need }) => need),
    pairOffer: Int32Array.from(found, ({ offer }) => offer),
    pairCap: Int32Array.from(found, ({ need, offer, most }) => Math.min(most, needSeats[need]!, offerSeats[offer]!)),
    pairCost: Int32Array.from(found, ({ score }) => -score),
  };
  const { seats, met, cost } = transport(problem);
  return {
    met,
    score: 0 - cost,
    needs: records(needTable.ids, needSeats, problem.pairNeed, problem, seats, 'OFFERS_GIVEN'),
    offers: records(offerTable.ids, offerSeats, problem.pairOffer, problem, seats, 'NEEDS_MET'),
    pairs: found.flatMap(({ need, offer }, i) => (seats[i]! > 0 ? [{ need: needTable.ids[need]!, offer: offerTable.ids[offer]!, seats: seats[i]! }] : [])),
  };
}

function readSeats({ rows, at }: Table, name: string, faults: Faults): Int32Array {
  return Int32Array.from(rows, (row, i) => faults.wholeNumber(row['seats'], `${name}[${at[i]!}].seats`, 0, MOST_SEATS));
}

interface Pair {
  need: number;
  offer: number;
  most: number;
  score: number;
}

function readPairs(list: readonly unknown[], needs: Table, offers: Table, faults: Faults): Pair[] {
  const first = new Map<number, number>();
  const pairs = list.flatMap((value, i): Pair[] => {
    const path = `pairs[${i}]`;
    const row = faults.row(value, path);
    if (!row) return [];
    const needId = faults.text(row['need'], `${path}.need`);
    const offerId = faults.text(row['offer'], `${path}.offer`);
    const most = faults.optionalNumber(row, 'most', path, 0, MOST_SEATS, MOST_SEATS);
    const score = faults.optionalNumber(row, 'score', path, 0, BEST_SCORE, 0);
    const need = needs.find(needId);
    const offer = offers.find(offerId);
    if (needId !== undefined && need === undefined) faults.add('UNKNOWN_NEED', `${path}.need`, { need: needId });
    if (offerId !== undefined && offer === undefined) faults.add('UNKNOWN_OFFER', `${path}.offer`, { offer: offerId });
    if (need === undefined || offer === undefined) return [];
    const key = need * offers.ids.length + offer;
    if (first.has(key)) faults.add('DUPLICATE_PAIR', path, { first: `pairs[${first.get(key)!}]` });
    else first.set(key, i);
    return [{ need, offer, most, score }];
  });
  return pairs.sort((x, y) => x.need - y.need || x.offer - y.offer);
}

function records(ids: string[], seats: Int32Array, side: Int32Array, { pairCap }: TransportProblem, given: Int32Array, otherSideUsedUp: LeftReason): SeatsRecord[] {
  const used = new Int32Array(ids.length);
  const pairs = new Int32Array(ids.length);
  const below = new Int32Array(ids.length);
  side.forEach((own, pair) => {
    used[own]! += given[pair]!;
    if (pairCap[pair]! > 0) pairs[own]!++;
    if (given[pair]! < pairCap[pair]!) below[own]!++;
  });
  return ids.map((id, own) => {
    const left = used[own]! < seats[own]! ? (pairs[own] === 0 ? 'NO_PAIR' : below[own] === 0 ? 'PAIRS_AT_MOST' : otherSideUsedUp) : undefined;
    return { id, seats: seats[own]!, used: used[own]!, ...(left ? { left } : {}) };
  });
}
