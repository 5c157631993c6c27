import { chain } from '../rematch/chain.ts';
import { matchSound } from '../stable/match.ts';
import { SIZES, generate, medianRatio, randomFrom, timed, unitOf } from './generate.ts';
import type { BenchRow } from './generate.ts';

const WITHDRAWALS = 2_000;
const RUNS = 9;

/** Measures what follows a published match: the index in units of U, one withdrawal against a whole new run. S3 only; below, both are too short to time. */
export async function bench(): Promise<BenchRow[]> {
  return [{ name: 'plain' }, { name: 'minimum-guarantee', traits: 3 as const }].flatMap(({ name, ...options }) => {
    const problem = generate(SIZES.S3, options);
    const published = matchSound(problem);
    const row = (goal: string, unit: string, value: number, target: number): BenchRow => ({ bench: 'rematch', goal: `G9 ${goal}, ${name}`, size: 'S3', unit, value, target, held: value <= target });
    const newRun = Array.from({ length: RUNS }, () => timed(() => matchSound(problem))).sort((x, y) => x - y)[RUNS >> 1]!;
    const random = randomFrom(7);
    const someone = (): number => Math.floor(random() * problem.lottery.length);
    const slowestOfHundred = (): number => {
      const following = chain(problem, published);
      const times = Array.from({ length: WITHDRAWALS }, someone).map((pupil) => timed(() => following.withdraw(pupil)));
      return times.sort((x, y) => x - y)[Math.floor(WITHDRAWALS * 0.99)]!;
    };
    slowestOfHundred();
    // Of several, for on a busy machine one is easily interrupted more often than once in a hundred.
    const p99 = Array.from({ length: RUNS }, slowestOfHundred).sort((x, y) => x - y)[RUNS >> 1]!;
    return [
      row('index', 'U', medianRatio(RUNS, () => chain(problem, published), unitOf(problem)), 1.5),
      row('withdrawal p99', 'new run', Math.round((p99 / newRun) * 1e6) / 1e6, 1 / 500),
    ];
  });
}
