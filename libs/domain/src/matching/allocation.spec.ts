import fc from 'fast-check';
import { Refusal } from '../kernel';
import { topics } from '../partners';
import { acceptAllocation } from './accept-allocation';
import { allocationProblem, barsOf, defaultAllocationRules, explainAllocations, fitOf, pairKey, type Allocation, type AllocationMark, type AllocationRound, type NeedToMatch, type OfferToMatch } from './allocation';
import { fullScore } from './interests';

const rostock = { lat: 54.09, lon: 12.13 };
const schwerin = { lat: 53.63, lon: 11.41 };
const need = (more: Partial<NeedToMatch> = {}): NeedToMatch => ({ id: 'n1', organisationId: 's1', format: 'TECH_WORKSHOP', topics: ['ROBOTICS'], grades: [8, 9], seats: 25, periodFrom: '2027-02-01', periodTo: '2027-06-30', accessibility: [], place: rostock, ...more });
const offer = (more: Partial<OfferToMatch> = {}): OfferToMatch => ({ id: 'f1', organisationId: 'c1', format: 'TECH_WORKSHOP', topics: ['ROBOTICS'], grades: [8, 9, 10], seats: 30, periodFrom: null, periodTo: null, accessibility: [], place: rostock, minimumAge: null, ...more });
const round = (more: Partial<AllocationRound> = {}): AllocationRound => ({ needs: [need()], offers: [offer()], marks: [], settled: new Set(), partners: new Set(), rules: defaultAllocationRules, ...more });

describe('a need and an offer', () => {
  it('come together when nothing stated keeps them apart', () => {
    expect(barsOf(need(), offer(), { maxKm: 30 })).toEqual([]);
    expect(barsOf(need({ topics: [], grades: [], periodFrom: null, periodTo: null, place: null }), offer({ minimumAge: 16 }), { maxKm: 1 })).toEqual([]);
  });
  it('are kept apart by each rule, with its own code', () => {
    const bars: [string, Partial<NeedToMatch>, Partial<OfferToMatch>][] = [
      ['FORMAT', {}, { format: 'COMPANY_VISIT' }],
      ['TOPICS', {}, { topics: ['BIOLOGY'] }],
      ['GRADES', {}, { grades: [11] }],
      ['PERIOD', {}, { periodFrom: '2027-07-01' }],
      ['PERIOD', {}, { periodTo: '2027-01-31' }],
      ['MINIMUM_AGE', {}, { minimumAge: 16 }],
      ['REACH', {}, { place: schwerin }],
      ['PROVISIONS', { accessibility: ['STEP_FREE', 'LIFT'] }, { accessibility: ['LIFT'] }],
      ['SAME_ORGANISATION', {}, { organisationId: 's1' }],
    ];
    for (const [bar, asked, given] of bars) expect(barsOf(need(asked), offer(given), { maxKm: 30 })).toEqual([bar]);
    expect(barsOf(need(), offer(), { maxKm: null }, true)).toEqual(['VETOED']);
  });
  it('a period that ends on the day the other begins still meets it', () => {
    expect(barsOf(need({ periodTo: '2027-06-30' }), offer({ periodFrom: '2027-06-30' }), { maxKm: null })).toEqual([]);
  });
  it('fit better by shared topics, more of the grades, and a shorter way', () => {
    const best = fitOf(need(), offer());
    expect(best).toBe(fullScore);
    for (const worse of [{ topics: ['ELECTRONICS'] }, { grades: [9] }, { place: schwerin }]) expect(fitOf(need(), offer(worse))).toBeLessThan(best);
  });
});

describe('the problem of a round', () => {
  it('gives pins their seats first, even against a rule, and forgets vetoed pairs', () => {
    const marks: AllocationMark[] = [{ needId: 'n1', offerId: 'f2', kind: 'PIN', seats: 10 }, { needId: 'n1', offerId: 'f1', kind: 'VETO', seats: null }];
    const problem = allocationProblem(round({ offers: [offer(), offer({ id: 'f2', format: 'COMPANY_VISIT', seats: 12 })], marks }));
    expect(problem.fixed).toEqual([{ needId: 'n1', offerId: 'f2', seats: 10 }]);
    expect(problem).toMatchObject({ needs: [{ id: 'n1', seats: 15 }], pairs: [] });
  });
  it('lets at most so many seats of one offer go to one need', () => {
    expect(allocationProblem(round({ rules: { ...defaultAllocationRules, seatsPerPair: 8 } })).pairs[0]!.most).toBe(8);
  });
  it('puts every new pair before every known one when told so', () => {
    const offers = [offer({ topics: ['ELECTRONICS'], place: schwerin }), offer({ id: 'f2', organisationId: 'c2' })];
    const { pairs } = allocationProblem(round({ offers, partners: new Set([pairKey('s1', 'c2')]), rules: { ...defaultAllocationRules, newPartnersFirst: true } }));
    expect(pairs.find((pair) => pair.offer === 'f1')!.score).toBeGreaterThan(pairs.find((pair) => pair.offer === 'f2')!.score);
  });
});

describe('what a proposal leaves open', () => {
  const gapOf = (more: Partial<AllocationRound>, found: Allocation[] = []) => explainAllocations(round(more), found).gaps;

  it('names the rule that alone keeps most away, so that the office knows where to ask', () => {
    const offers = [offer({ grades: [11] }), offer({ id: 'f2', grades: [12] }), offer({ id: 'f3', format: 'COMPANY_VISIT', grades: [11], topics: ['BIOLOGY'] })];
    expect(gapOf({ offers })).toContainEqual({ needId: 'n1', offerId: null, seats: 25, code: 'NO_FIT', params: { bar: 'GRADES', count: 2, alone: 'yes' } });
  });
  it('tells full offers from met needs, and asks for the number nobody stated', () => {
    const gaps = gapOf({ needs: [need({ seats: 40 })], offers: [offer(), offer({ id: 'f2', seats: null })] }, [{ needId: 'n1', offerId: 'f1', seats: 30 }]);
    expect(gaps).toEqual([
      { needId: 'n1', offerId: null, seats: 10, code: 'OFFERS_FULL', params: { fitting: 1 } },
      { needId: null, offerId: 'f2', seats: null, code: 'SEATS_UNKNOWN', params: {} },
    ]);
    expect(gapOf({}, [{ needId: 'n1', offerId: 'f1', seats: 25 }])).toEqual([{ needId: null, offerId: 'f1', seats: 5, code: 'NEEDS_MET', params: { fitting: 1 } }]);
  });
});

describe('seats on both sides that do not come together', () => {
  const gaps = (more: Partial<AllocationRound>, found: Allocation[]) => explainAllocations(round(more), found).gaps.map(({ code }) => code);
  it('are told by the limit of the pair, or by what fits but states no number', () => {
    expect(gaps({ rules: { ...defaultAllocationRules, seatsPerPair: 8 } }, [{ needId: 'n1', offerId: 'f1', seats: 8 }])).toEqual(['PAIRS_AT_MOST', 'PAIRS_AT_MOST']);
    expect(gaps({ offers: [offer({ seats: null })] }, [])).toEqual(['FITTING_UNKNOWN', 'SEATS_UNKNOWN']);
  });
});

describe('whatever the round', () => {
  const someTopics = fc.uniqueArray(fc.constantFrom(...topics.slice(0, 6)), { maxLength: 3 });
  const side = (prefix: string) => fc.uniqueArray(
    fc.record({
      id: fc.nat(99).map((at) => `${prefix}${at}`), organisationId: fc.constantFrom(`${prefix}A`, `${prefix}B`, `${prefix}C`), format: fc.constantFrom('TECH_WORKSHOP', 'COMPANY_VISIT'), topics: someTopics,
      grades: fc.uniqueArray(fc.integer({ min: 7, max: 10 }), { maxLength: 3 }), seats: fc.option(fc.integer({ min: 0, max: 40 })), periodFrom: fc.constant(null), periodTo: fc.constant(null),
      accessibility: fc.uniqueArray(fc.constantFrom('LIFT', 'STEP_FREE'), { maxLength: 2 }), place: fc.constantFrom(null, rostock, schwerin), minimumAge: fc.option(fc.integer({ min: 10, max: 18 })),
    }), { selector: ({ id }) => id, maxLength: 7 });
  const rounds: fc.Arbitrary<AllocationRound> = fc.tuple(side('n'), side('f'), fc.record({ maxKm: fc.option(fc.constantFrom(10, 100)), newPartnersFirst: fc.boolean(), seatsPerPair: fc.option(fc.integer({ min: 1, max: 20 })) }), fc.boolean()).chain(([needs, offers, rules, known]) => {
    const pairs = needs.flatMap((one) => offers.map((other) => ({ needId: one.id, offerId: other.id })));
    const mark = fc.tuple(fc.subarray(pairs, { maxLength: Math.min(4, pairs.length) }), fc.array(fc.tuple(fc.boolean(), fc.option(fc.integer({ min: 1, max: 30 }))), { minLength: 4, maxLength: 4 }));
    return mark.map(([chosen, kinds]) => ({
      needs, offers, rules, partners: new Set(known ? [pairKey('nA', 'fA')] : []), settled: new Set(pairs.filter((_, at) => known && at % 5 === 0).map((pair) => pairKey(pair.needId, pair.offerId))),
      marks: chosen.map((pair, at): AllocationMark => ({ ...pair, kind: kinds[at]![0] ? 'PIN' : 'VETO', seats: kinds[at]![0] ? kinds[at]![1] : null })),
    }));
  });
  /** Fills pair by pair: any allocation a solver may find. */
  const filled = (one: AllocationRound): Allocation[] => {
    const { fixed, needs, offers, pairs } = allocationProblem(one);
    const left = new Map([...needs, ...offers].map(({ id, seats }) => [id, seats]));
    const found = pairs.flatMap(({ need: needId, offer: offerId, most }) => {
      const seats = Math.min(most, left.get(needId)!, left.get(offerId)!);
      for (const id of [needId, offerId]) left.set(id, left.get(id)! - seats);
      return seats > 0 ? [{ needId, offerId, seats }] : [];
    });
    return [...fixed, ...found];
  };

  it('no pair is allocated against a rule or veto except by a pin, and no seat twice', () => {
    fc.assert(fc.property(rounds, (one) => {
      const pins = new Set(one.marks.filter(({ kind }) => kind === 'PIN').map((mark) => pairKey(mark.needId, mark.offerId)));
      const vetoes = new Set(one.marks.filter(({ kind }) => kind === 'VETO').map((mark) => pairKey(mark.needId, mark.offerId)));
      const found = filled(one);
      for (const { needId, offerId } of found) {
        const key = pairKey(needId, offerId);
        expect(vetoes.has(key) || one.settled.has(key)).toBe(false);
        if (!pins.has(key)) expect(barsOf(one.needs.find(({ id }) => id === needId)!, one.offers.find(({ id }) => id === offerId)!, one.rules)).toEqual([]);
      }
      for (const [sides, key] of [[one.needs, 'needId'], [one.offers, 'offerId']] as const) {
        for (const { id, seats } of sides) expect(found.reduce((sum, row) => sum + (row[key] === id ? row.seats : 0), 0)).toBeLessThanOrEqual(seats ?? 0);
      }
    }));
  });
  it('every seat of every need and offer is either allocated or stands in exactly one gap with its reason', () => {
    fc.assert(fc.property(rounds, (one) => {
      const found = filled(one);
      const { allocations, gaps } = explainAllocations(one, found);
      expect(allocations).toHaveLength(found.length);
      for (const { score, reasons } of allocations) expect(Number.isInteger(score) && score >= 0 && score <= fullScore && reasons.length > 0).toBe(true);
      for (const [sides, key] of [[one.needs, 'needId'], [one.offers, 'offerId']] as const) {
        for (const { id, seats } of sides) {
          const used = found.reduce((sum, row) => sum + (row[key] === id ? row.seats : 0), 0);
          const own = gaps.filter((gap) => gap[key] === id);
          expect(own.length).toBe(seats === null || seats === 0 || used < seats ? 1 : 0);
          if (own[0]?.seats != null) expect(used + own[0].seats).toBe(seats);
        }
      }
    }));
  });
});

describe('accepting an allocation', () => {
  it('meets the need wholly or in part', () => {
    expect(acceptAllocation(25, { state: 'OPEN', left: 25 }, { state: 'OPEN', left: 30 })).toEqual({ needState: 'MET' });
    expect(acceptAllocation(20, { state: 'OPEN', left: 25 }, { state: 'OPEN', left: 30 })).toEqual({ needState: 'OPEN' });
  });
  it('refuses when one side was closed, met elsewhere or lost the seats since', () => {
    const stale = [[{ state: 'MET', left: 25 }, { state: 'OPEN', left: 30 }], [{ state: 'OPEN', left: 24 }, { state: 'OPEN', left: 30 }], [{ state: 'OPEN', left: 25 }, { state: 'IN_ACTIVITY', left: 30 }], [{ state: 'OPEN', left: 25 }, { state: 'OPEN', left: null }]] as const;
    for (const [wanted, given] of stale) expect(() => acceptAllocation(25, wanted, given)).toThrow(Refusal);
  });
});
