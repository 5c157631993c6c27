import { distanceKm, type Point } from '../partners';
import { fullScore, interestScore } from './interests';

/** What a need and an offer share. `seats` are those still to be given; null = nobody said how many. */
interface Side {
  id: string;
  organisationId: string;
  format: string;
  topics: readonly string[];
  grades: readonly number[];
  seats: number | null;
  periodFrom: string | null;
  periodTo: string | null;
  /** A need: provisions the place must have. An offer: provisions it has. */
  accessibility: readonly string[];
  place: Point | null;
}

export type NeedToMatch = Side;
export interface OfferToMatch extends Side {
  minimumAge: number | null;
}

/** Rules of a round of needs and offers (Bedarfe und Angebote). */
export interface AllocationRules {
  /** At most so many kilometres in a straight line between the two; null = anywhere. */
  maxKm: number | null;
  /** Whether a seat between two who are no partners yet counts more than any between partners. */
  newPartnersFirst: boolean;
  /** At most so many seats of one offer go to one need; null = all. */
  seatsPerPair: number | null;
}

export const defaultAllocationRules: AllocationRules = { maxKm: null, newPartnersFirst: false, seatsPerPair: null };

/** Why a need and an offer cannot come together. */
export const pairBars = ['FORMAT', 'TOPICS', 'GRADES', 'PERIOD', 'MINIMUM_AGE', 'REACH', 'PROVISIONS', 'SAME_ORGANISATION', 'VETOED'] as const;
export type PairBar = (typeof pairBars)[number];

/** Why two fit, or what to look at, with its values. */
export interface PairReason {
  code: 'TOPICS_SHARED' | 'FIELD_SHARED' | 'TOPICS_OPEN' | 'GRADES_PART' | 'DISTANCE' | 'DISTANCE_UNKNOWN' | 'NEW_PARTNERS' | 'KNOWN_PARTNERS' | 'AGE_TO_CHECK' | 'PINNED' | 'DESPITE';
  params: Record<string, string | number>;
}

/** A pair the office fixed (with so many seats; null = as many as both have) or forbade. */
export interface AllocationMark {
  needId: string;
  offerId: string;
  kind: 'PIN' | 'VETO';
  seats: number | null;
}

/** Seats of an offer given to a need. */
export interface Allocation {
  needId: string;
  offerId: string;
  seats: number;
}

export interface ExplainedAllocation extends Allocation {
  score: number;
  reasons: PairReason[];
}

/**
 * Why seats stay open: nobody said how many; none were left; nothing fits; what fits states no seats; what fits has seats,
 * but the pair may have no more (rule or pin); the fitting offers are given away; the fitting needs are met.
 */
export const gapCodes = ['SEATS_UNKNOWN', 'NOTHING_LEFT', 'NO_FIT', 'FITTING_UNKNOWN', 'PAIRS_AT_MOST', 'OFFERS_FULL', 'NEEDS_MET'] as const;

/** A need left unmet or an offer left unused, in whole or in part: `seats` of it, with the reason. */
export interface AllocationGap {
  needId: string | null;
  offerId: string | null;
  seats: number | null;
  code: (typeof gapCodes)[number];
  params: Record<string, string | number>;
}

const overlap = <T>(a: readonly T[], b: readonly T[]): T[] => a.filter((one) => b.includes(one));

/** Straight-line distance of two places in km, or null when one is unknown. */
const kmBetween = (need: Side, offer: Side): number | null => (need.place && offer.place ? distanceKm(need.place, offer.place) : null);

/** Pupils of grade g are g + 5 or g + 6 years old in the usual course of school (enrolment at six). */
const usualAges = (grades: readonly number[]): { youngest: number; oldest: number } | null => (grades.length === 0 ? null : { youngest: Math.min(...grades) + 5, oldest: Math.max(...grades) + 6 });

/**
 * Every rule that keeps a need and an offer apart: another format, neither a topic nor a field of work in common, no grade
 * in common, periods that never meet, pupils all too young, farther apart than the round allows, a provision the place
 * lacks, one and the same organisation, a veto. What nobody stated bars nobody.
 */
export function barsOf(need: NeedToMatch, offer: OfferToMatch, rules: Pick<AllocationRules, 'maxKm'>, vetoed = false): PairBar[] {
  const ages = usualAges(need.grades);
  const km = kmBetween(need, offer);
  const bars: [PairBar, boolean][] = [
    ['FORMAT', need.format !== offer.format],
    ['TOPICS', need.topics.length > 0 && offer.topics.length > 0 && interestScore(need.topics, offer.topics) === 0],
    ['GRADES', need.grades.length > 0 && offer.grades.length > 0 && overlap(need.grades, offer.grades).length === 0],
    ['PERIOD', (need.periodFrom ?? '') > (offer.periodTo ?? '9999') || (offer.periodFrom ?? '') > (need.periodTo ?? '9999')],
    ['MINIMUM_AGE', ages !== null && offer.minimumAge !== null && ages.oldest < offer.minimumAge],
    ['REACH', rules.maxKm !== null && km !== null && km > rules.maxKm],
    ['PROVISIONS', need.accessibility.some((provision) => !offer.accessibility.includes(provision))],
    ['SAME_ORGANISATION', need.organisationId === offer.organisationId],
    ['VETOED', vetoed],
  ];
  return bars.flatMap(([bar, holds]) => (holds ? [bar] : []));
}

/** Beyond this many km, nearness adds nothing to the fit. */
const farKm = 60;

/** The fit when one of the two states no topics: neither good nor bad. */
const topicsOpen = fullScore / 2;

/**
 * How well a need and an offer fit, 0 to 1,000,000: half by topics (interestScore), a fifth by the share of the need's
 * grades the offer takes, three tenths by nearness (full on the spot, nothing from 60 km on, half when a place is unknown).
 */
export function fitOf(need: NeedToMatch, offer: OfferToMatch): number {
  const km = kmBetween(need, offer);
  const topics = need.topics.length > 0 && offer.topics.length > 0 ? interestScore(need.topics, offer.topics) / fullScore : topicsOpen / fullScore;
  const grades = need.grades.length > 0 && offer.grades.length > 0 ? overlap(need.grades, offer.grades).length / need.grades.length : 1;
  const nearness = km === null ? 0.5 : Math.max(0, 1 - km / farKm);
  return Math.round(fullScore * (0.5 * topics + 0.2 * grades + 0.3 * nearness));
}

/** The key of a pair in the sets and maps of this file. */
export const pairKey = (needId: string, offerId: string): string => `${needId} ${offerId}`;
const partnersKey = ({ organisationId }: Side, partner: Side): string => pairKey(organisationId, partner.organisationId);

/**
 * A round of needs and offers as it stands; `partners` holds `pairKey(school, host)` of those who work together already,
 * `settled` `pairKey(need, offer)` of pairs this round accepted or gave up: they are not proposed again.
 */
export interface AllocationRound {
  needs: readonly NeedToMatch[];
  offers: readonly OfferToMatch[];
  marks: readonly AllocationMark[];
  settled: ReadonlySet<string>;
  partners: ReadonlySet<string>;
  rules: AllocationRules;
}

/** What the engine allocates: seats left on both sides after the pins, and the pairs that may use them, most valued first by score. */
export interface AllocationProblem {
  fixed: Allocation[];
  needs: { id: string; seats: number }[];
  offers: { id: string; seats: number }[];
  pairs: { need: string; offer: string; score: number; most: number }[];
}

/**
 * Turns a round into a transport problem. Pins take their seats first, in the order of their ids, as far as both sides
 * have them; a pinned, vetoed or settled pair is proposed no further. With new partnerships first, scores of partners fall into
 * the lower half and scores of new pairs into the upper. Sides that state no seats take part in nothing.
 */
export function allocationProblem({ needs, offers, marks, settled, partners, rules }: AllocationRound): AllocationProblem {
  const left = new Map([...needs, ...offers].map(({ id, seats }) => [id, seats ?? 0]));
  const decided = new Set([...settled, ...marks.map((mark) => pairKey(mark.needId, mark.offerId))]);
  const pins = marks.filter(({ kind, needId, offerId }) => kind === 'PIN' && left.has(needId) && left.has(offerId) && !settled.has(pairKey(needId, offerId))).toSorted((a, b) => (pairKey(a.needId, a.offerId) < pairKey(b.needId, b.offerId) ? -1 : 1));
  const fixed = pins.flatMap(({ needId, offerId, seats }): Allocation[] => {
    const given = Math.min(seats ?? Infinity, left.get(needId)!, left.get(offerId)!);
    if (given < 1) return [];
    for (const id of [needId, offerId]) left.set(id, left.get(id)! - given);
    return [{ needId, offerId, seats: given }];
  });
  const open = <S extends Side>(sides: readonly S[]) => sides.filter(({ id }) => left.get(id)! > 0);
  const pairs = open(needs).flatMap((need) => open(offers).flatMap((offer) => {
    if (decided.has(pairKey(need.id, offer.id)) || barsOf(need, offer, rules).length > 0) return [];
    const fit = fitOf(need, offer);
    const lower = Math.floor(fit / 2);
    const score = rules.newPartnersFirst ? (partners.has(partnersKey(need, offer)) ? lower : fullScore / 2 + lower) : fit;
    return [{ need: need.id, offer: offer.id, score, most: Math.min(rules.seatsPerPair ?? Infinity, left.get(need.id)!, left.get(offer.id)!) }];
  }));
  const seats = (sides: readonly Side[]) => open(sides).map(({ id }) => ({ id, seats: left.get(id)! }));
  return { fixed, needs: seats(needs), offers: seats(offers), pairs };
}

/** Why these two: topics, grades, distance, whether they know each other, and what the office overruled by a pin. */
export function reasonsOf(need: NeedToMatch, offer: OfferToMatch, { partners, rules, marks }: Pick<AllocationRound, 'partners' | 'rules' | 'marks'>): PairReason[] {
  const shared = overlap(need.topics, offer.topics);
  const km = kmBetween(need, offer);
  const ages = usualAges(need.grades);
  const pinned = marks.some((mark) => mark.kind === 'PIN' && mark.needId === need.id && mark.offerId === offer.id);
  const common = overlap(need.grades, offer.grades);
  const reasons: (PairReason | false)[] = [
    pinned && { code: 'PINNED', params: {} },
    ...(pinned ? barsOf(need, offer, rules).map((bar): PairReason => ({ code: 'DESPITE', params: { bar } })) : []),
    shared.length > 0 ? { code: 'TOPICS_SHARED', params: { topics: shared.join(',') } } : interestScore(need.topics, offer.topics) > 0 ? { code: 'FIELD_SHARED', params: {} } : (need.topics.length === 0 || offer.topics.length === 0) && { code: 'TOPICS_OPEN', params: {} },
    common.length > 0 && common.length < need.grades.length && { code: 'GRADES_PART', params: { grades: common.join(',') } },
    km === null ? { code: 'DISTANCE_UNKNOWN', params: {} } : { code: 'DISTANCE', params: { km: Math.round(km) } },
    { code: partners.has(partnersKey(need, offer)) ? 'KNOWN_PARTNERS' : 'NEW_PARTNERS', params: {} },
    ages !== null && offer.minimumAge !== null && ages.youngest < offer.minimumAge && { code: 'AGE_TO_CHECK', params: { age: offer.minimumAge } },
  ];
  return reasons.filter((reason) => reason !== false);
}

/**
 * What was found, in words to be: every allocation with its fit and reasons, and for every need not wholly met and every
 * offer not wholly used the reason. Nobody is left out silently.
 */
export function explainAllocations(round: AllocationRound, found: readonly Allocation[]): { allocations: ExplainedAllocation[]; gaps: AllocationGap[] } {
  const needs = new Map(round.needs.map((need) => [need.id, need]));
  const offers = new Map(round.offers.map((offer) => [offer.id, offer]));
  const allocations = found.map((allocation): ExplainedAllocation => {
    const [need, offer] = [needs.get(allocation.needId)!, offers.get(allocation.offerId)!];
    return { ...allocation, score: fitOf(need, offer), reasons: reasonsOf(need, offer, round) };
  });
  const vetoed = new Set(round.marks.flatMap(({ kind, needId, offerId }) => (kind === 'VETO' ? [pairKey(needId, offerId)] : [])));
  const used = new Map<string, number>();
  for (const { needId, offerId, seats } of found) for (const id of [needId, offerId]) used.set(id, (used.get(id) ?? 0) + seats);
  const left = ({ id, seats }: Side) => (seats === null ? null : seats - (used.get(id) ?? 0));
  const counterpart = (need: NeedToMatch, offer: OfferToMatch, other: Side): Counterpart[] => {
    const key = pairKey(need.id, offer.id);
    return round.settled.has(key) ? [] : [{ bars: barsOf(need, offer, round.rules, vetoed.has(key)), left: left(other) }];
  };
  const gaps = [
    ...round.needs.flatMap((need) => gapOf(need, left(need), round.offers.flatMap((offer) => counterpart(need, offer, offer)), 'OFFERS_FULL').map((gap): AllocationGap => ({ needId: need.id, offerId: null, ...gap }))),
    ...round.offers.flatMap((offer) => gapOf(offer, left(offer), round.needs.flatMap((need) => counterpart(need, offer, need)), 'NEEDS_MET').map((gap): AllocationGap => ({ needId: null, offerId: offer.id, ...gap }))),
  ];
  return { allocations, gaps };
}

/** What keeps a counterpart from one side, and the seats it has left after all was given; null = nobody said how many it has. */
interface Counterpart {
  bars: PairBar[];
  left: number | null;
}

/** The gap one side has, if any; `taken` is the code when the fitting counterparts were used up. */
function gapOf({ seats }: Side, left: number | null, counterparts: readonly Counterpart[], taken: 'OFFERS_FULL' | 'NEEDS_MET'): Omit<AllocationGap, 'needId' | 'offerId'>[] {
  if (seats === null || left === null) return [{ seats: null, code: 'SEATS_UNKNOWN', params: {} }];
  if (seats === 0) return [{ seats: 0, code: 'NOTHING_LEFT', params: {} }];
  if (left === 0) return [];
  const fitting = counterparts.filter(({ bars }) => bars.length === 0);
  if (fitting.length === 0) return [{ seats: left, code: 'NO_FIT', params: nearestMiss(counterparts.map(({ bars }) => bars)) }];
  const known = fitting.filter((one) => one.left !== null);
  const code = known.length === 0 ? 'FITTING_UNKNOWN' : known.some((one) => one.left! > 0) ? 'PAIRS_AT_MOST' : taken;
  return [{ seats: left, code, params: { fitting: code === 'FITTING_UNKNOWN' ? fitting.length : known.length } }];
}

/** The rule that kept most counterparts away, counting first those it kept away alone: where the office may help. */
function nearestMiss(bars: readonly PairBar[][]): { bar: string; count: number; alone: string } {
  const tally = (held: readonly PairBar[][]) => pairBars.map((bar) => ({ bar, count: held.filter((one) => one.includes(bar)).length })).toSorted((a, b) => b.count - a.count)[0]!;
  const alone = tally(bars.filter((held) => held.length === 1));
  const { bar, count } = alone.count > 0 ? alone : tally(bars);
  return { bar: count > 0 ? bar : '', count, alone: alone.count > 0 ? 'yes' : 'no' };
}
