import loadHighs from 'highs';
import { optimalDays } from '../days/optimal-days.ts';
import { optimum } from '../optimal/optimum.ts';
import { matchSound } from '../stable/match.ts';
import { clashes } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { medianRatio, randomFrom, shuffled, timed, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';

const DAYS = 5;
const COMPANIES_LIKED = 6;
const RUNS = 5;
/** Seats for each pupil over the whole week: plenty for a first day each, and just as many as pupils. */
const ROOMY = 1.5;
const SCARCE = 1;
/** Worth more than any package of five. */
const MORE_THAN_A_WEEK = 1_000;
const AN_HOUR = 3600;

/**
 * Measures several days: 5 days, a company once, values of wishes. The rounds by how many pupils have a first day; the
 * optimal variant against the integer optimum of HiGHS in this process (1000 pupils; 5000 when `full`, which takes
 * minutes). HiGHS must find no more than the certified bound, or the bench fails.
 */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const add = (goal: string, size: string, unit: string, value: number, target: number, atMost = true): void => {
    rows.push({ bench: 'days', goal: `G8 ${goal}`, size, unit, value: Math.round(value * 1e4) / 1e4, target, held: atMost ? value <= target : value >= target });
  };
  for (const seats of [ROOMY, SCARCE]) {
    const { problem, value } = week(5000, seats);
    const most = withFirstDay(optimum({ ...problem, placesPerPupil: 1 }, 'RANK_SUM'));
    add(`rounds, pupils with a first day, ${seats} seats a pupil`, '5000 x 5', 'of the most possible', withFirstDay(matchSound(problem)) / most, 0.99, false);
    add(`optimal variant, pupils with a first day, ${seats} seats a pupil`, '5000 x 5', 'of the most possible', withFirstDay(optimalDays(problem, { value, firstPlace: MORE_THAN_A_WEEK }).match) / most, 0.99, false);
    add(`rounds, each, ${seats} seats a pupil`, '5000 x 5', 'U', medianRatio(RUNS, () => matchSound(problem), unitOf(problem)) / DAYS, 2);
  }
  const highs = await loadHighs();
  for (const pupils of full ? [1000, 5000] : [1000]) {
    const { problem, value } = week(pupils, ROOMY);
    const program = integerProgram(problem, value);
    const { worth, bound } = optimalDays(problem, { value });
    const ours = Array.from({ length: RUNS }, () => timed(() => optimalDays(problem, { value }))).sort((x, y) => x - y)[RUNS >> 1]!;
    let best = 0;
    const theirs = timed(() => {
      const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false, time_limit: AN_HOUR, mip_rel_gap: 0 });
      if (Status !== 'Optimal' || ObjectiveValue > bound + 0.5) throw new Error(`HiGHS: ${Status} at ${ObjectiveValue}, the engine's bound at ${bound}`);
      best = ObjectiveValue;
    });
    add('optimal variant, worth', `${pupils} x 5`, 'of the optimum', worth / best, 0.99, false);
    add('optimal variant, certified bound', `${pupils} x 5`, 'of the optimum', bound / best, 1.01);
    add('optimal variant, time', `${pupils} x 5`, 'of HiGHS', ours / theirs, 0.02);
  }
  return rows;
}

function withFirstDay({ stride, occurrence }: Match): number {
  let pupils = 0;
  for (let slot = 0; slot < occurrence.length; slot += stride) if (occurrence[slot] !== -1) pupils++;
  return pupils;
}

/** Companies along a road offer some days of a week; a pupil likes six near ones, more or less, on whatever day. */
function week(pupils: number, seatsPerPupil: number): { problem: Problem; value: Int32Array } {
  const random = randomFrom(5);
  const companies = Math.round(pupils / 15);
  const offers = Array.from({ length: companies * DAYS }, (_, i) => ({ company: Math.floor(i / DAYS), day: i % DAYS })).filter(() => random() < 0.6);
  const of: number[][] = Array.from({ length: companies }, () => []);
  offers.forEach(({ company }, a) => of[company]!.push(a));
  const popularity = Float64Array.from(of, () => 0.3 + 0.7 * random() ** 2);
  const lists = Array.from({ length: pupils }, () => {
    const home = random() * companies;
    const liked = new Set<number>();
    while (liked.size < COMPANIES_LIKED) {
      const near = Math.floor(home + (random() + random() - 1) * 40 + companies) % companies;
      if (random() < popularity[near]!) liked.add(near);
    }
    return [...liked]
      .flatMap((company) => {
        const liking = 20 + Math.floor(random() * 80);
        return of[company]!.map((a) => ({ a, worth: liking + Math.floor(random() * 10) }));
      })
      .sort((x, y) => y.worth - x.worth);
  });
  const weights = Float64Array.from(offers, () => 0.5 + random());
  const perWeight = (pupils * seatsPerPupil) / weights.reduce((sum, weight) => sum + weight, 0);
  const wishStart = new Int32Array(pupils + 1);
  lists.forEach((list, p) => (wishStart[p + 1] = wishStart[p]! + list.length));
  const wishes = lists.flat();
  return {
    value: Int32Array.from(wishes, ({ worth }) => worth),
    problem: {
      wishStart,
      wishOccurrence: Int32Array.from(wishes, ({ a }) => a),
      wishClass: new Uint8Array(wishes.length),
      size: new Int32Array(pupils).fill(1),
      lottery: shuffled(pupils, random),
      capacity: Int32Array.from(weights, (weight) => Math.max(1, Math.round(weight * perWeight))),
      minimum: new Int32Array(offers.length),
      startsAt: Int32Array.from(offers, ({ day }) => day * 1440 + 480),
      endsAt: Int32Array.from(offers, ({ day }) => day * 1440 + 960),
      activity: Int32Array.from(offers, ({ company }) => company),
      pinPupil: new Int32Array(),
      pinOccurrence: new Int32Array(),
      placesPerPupil: DAYS,
    },
  };
}

/** The same as an integer programme: per pupil each day and each company once, per offer its seats. */
function integerProgram(problem: Problem, value: Int32Array): string {
  const { wishStart, wishOccurrence, activity, startsAt, capacity, lottery } = problem;
  const sum = (edges: readonly number[]): string => edges.map((edge) => `x${edge}`).join(' + ');
  const seats: number[][] = Array.from(capacity, () => []);
  const rows: string[] = [];
  for (let p = 0; p < lottery.length; p++) {
    const own = Array.from({ length: wishStart[p + 1]! - wishStart[p]! }, (_, i) => wishStart[p]! + i);
    for (const edge of own) seats[wishOccurrence[edge]!]!.push(edge);
    for (const column of [activity, startsAt]) {
      for (const some of Map.groupBy(own, (edge) => column[wishOccurrence[edge]!]!).values()) {
        const first = wishOccurrence[some[0]!]!;
        if (some.length > 1 && some.slice(1).every((edge) => clashes(problem, first, wishOccurrence[edge]!))) rows.push(`${sum(some)} <= 1`);
      }
    }
  }
  seats.forEach((edges, a) => {
    if (edges.length > 0) rows.push(`${sum(edges)} <= ${capacity[a]!}`);
  });
  const all = Array.from(value.keys());
  return `Maximize\n ${all.map((edge) => `${value[edge]!} x${edge}`).join('\n + ')}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${all.map((edge) => `x${edge}`).join('\n ')}\nEnd\n`;
}
