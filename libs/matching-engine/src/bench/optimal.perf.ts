import { optimumWithin } from '../optimal/anytime.ts';
import { optimum } from '../optimal/optimum.ts';
import type { Optimum } from '../optimal/optimum.ts';
import { NO_END, NO_START } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { SIZES, generate, medianRatio, randomFrom, runsFor, shuffled, timed, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';
import { highsPeer } from './highs.ts';
import type { Plan } from './highs.ts';

const GAP = 0.01;
/** What LEMON's network simplex (C++) takes at S3, whole process. */
const LEMON_BYTES_AN_EDGE = 117;
const BEST_SCORE = 1_000_000;

/**
 * Measures the optimum in units of U, the rank profiles against the rank sum, and both against HiGHS in this process (S2
 * and dense pairs; S3 when `full`, which takes HiGHS minutes and 1.5 GB). LEMON takes about 17 U at S3, from which the
 * goals in U follow. Every value of HiGHS must agree, or the bench fails.
 */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const add = (goal: string, size: string, unit: string, value: number, target: number, atMost = true): void => {
    rows.push({ bench: 'optimal', goal, size, unit, value, target, held: atMost ? value <= target : value >= target });
  };
  const s3 = generate(SIZES.S3);
  add('G5 peak memory of the optimum', 'S3', 'bytes an edge', bytesAnEdge(s3), LEMON_BYTES_AN_EDGE);
  add('G5 exact optimum', 'S3', 'U', medianRatio(runsFor(SIZES.S3), () => optimum(s3, 'RANK_SUM'), unitOf(s3)), 6);
  add('G5 with reserves for 3 traits', 'S3', 'U', reservesRatio(), 12);
  add('G6 anytime optimum, gap of 1 %', 'S3', 'U', medianRatio(runsFor(SIZES.S3), () => optimumWithin(s3, 'RANK_SUM', ({ gap }) => gap > GAP), unitOf(s3)), 1.7);
  const s2 = generate(SIZES.S2);
  for (const objective of ['RANK_MAXIMAL', 'GREEDY', 'GENEROUS'] as const) {
    add(`G7 ${objective.toLowerCase().replace('_', '-')}`, 'S2', 'x the rank sum', medianRatio(15, () => optimum(s2, objective), () => optimum(s2, 'RANK_SUM')), 5);
  }
  const pairs = mentoring(1600);
  add('G12 mentoring, 600k pairs', 'n = 1600', 'U', medianRatio(7, () => optimum(pairs, 'SCORE'), unitOf(pairs)), 5);

  const byRank = await highsPeer(({ wishStart }, wish) => rankOf(wishStart, wish));
  const byScore = await highsPeer(({ score }, wish) => BEST_SCORE - score![wish]!);
  const against = (problem: Problem, peer: typeof byRank, objective: 'RANK_SUM' | 'SCORE'): number => {
    const result = optimum(problem, objective);
    const took = peer(problem, objective === 'SCORE' ? scorePlan(problem, result) : rankPlan(problem, result));
    const ours = [1, 2, 3, 4, 5].map(() => timed(() => optimum(problem, objective))).sort((x, y) => x - y)[2]!;
    return Math.round(took / ours);
  };
  add('G5 against HiGHS', 'S2', 'x faster', against(s2, byRank, 'RANK_SUM'), 20, false);
  add('G12 mentoring against HiGHS', 'n = 400', 'x faster', against(mentoring(400), byScore, 'SCORE'), 20, false);
  if (full) {
    add('G5 against HiGHS', 'S3', 'x faster', against(s3, byRank, 'RANK_SUM'), 100, false);
    const s4 = generate(SIZES.S4);
    add('G5 exact optimum', 'S4', 'U', medianRatio(runsFor(SIZES.S4), () => optimum(s4, 'RANK_SUM'), unitOf(s4)), 12);
  }
  return rows;
}

/** Of the first run in this process, beyond what the problem itself takes. */
function bytesAnEdge(problem: Problem): number {
  const before = process.memoryUsage.rss();
  optimum(problem, 'RANK_SUM');
  return Math.round((process.resourceUsage().maxRSS * 1024 - before) / problem.wishOccurrence.length);
}

function reservesRatio(): number {
  const problem = generate(SIZES.S3, { traits: 3 });
  return medianRatio(5, () => optimum(problem, 'RANK_SUM'), unitOf(problem));
}

/** Pupils and mentors one to one; 23 of 100 pairs are possible, each with a score of its own. */
function mentoring(n: number): Problem {
  const random = randomFrom(20_261_122);
  const wishStart = new Int32Array(n + 1);
  const mentors: number[] = [];
  for (let p = 0; p < n; p++) {
    for (let mentor = 0; mentor < n; mentor++) if (random() < 0.234) mentors.push(mentor);
    wishStart[p + 1] = mentors.length;
  }
  const column = (value: number): Int32Array => new Int32Array(n).fill(value);
  return {
    wishStart,
    wishOccurrence: Int32Array.from(mentors),
    wishClass: new Uint8Array(mentors.length),
    score: Int32Array.from(mentors, () => Math.floor(random() * (BEST_SCORE + 1))),
    size: column(1),
    lottery: shuffled(n, random),
    capacity: column(1),
    minimum: column(0),
    startsAt: column(NO_START),
    endsAt: column(NO_END),
    activity: column(-1),
    pinPupil: new Int32Array(),
    pinOccurrence: new Int32Array(),
    placesPerPupil: 1,
  };
}

/** The rank of a wish among those of its pupil; every pupil of the generated problems has as many. */
function rankOf(wishStart: Int32Array, wish: number): number {
  return wish % wishStart[1]!;
}

function rankPlan({ wishStart }: Problem, { edge }: Optimum): Plan {
  return planOf(edge, (wish) => rankOf(wishStart, wish));
}

function scorePlan({ score }: Problem, { edge }: Optimum): Plan {
  return planOf(edge, (wish) => BEST_SCORE - score![wish]!);
}

function planOf(edge: Int32Array, costOf: (wish: number) => number): Plan {
  const fulfilled = [...edge].filter((wish) => wish !== -1);
  return { placed: fulfilled.length, cost: fulfilled.reduce((total, wish) => total + costOf(wish), 0) };
}
