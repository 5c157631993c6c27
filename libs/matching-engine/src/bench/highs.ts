import loadHighs from 'highs';
import { VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Fails where HiGHS finds another optimum; otherwise the milliseconds it took, reading its input included. */
export type Peer = (problem: Problem, expected: Plan) => number;

/** What an optimum comes to: pupils placed, and the sum of the costs of their wishes. */
export interface Plan {
  placed: number;
  cost: number;
}

const TERMS_A_LINE = 8;

/**
 * HiGHS (npm `highs`, WebAssembly) on the same problem as LP text: most placed by a penalty above every sum of costs a
 * displacement could change in practice, then least cost. `costOf` is the cost of a wish, a whole number >= 0.
 */
export async function highsPeer(costOf: (problem: Problem, wish: number) => number): Promise<Peer> {
  const highs = await loadHighs();
  return (problem, expected) => {
    const text = linearProgram(problem, costOf);
    const start = performance.now();
    const { Status, ObjectiveValue } = highs.solve(text.program, { output_flag: false });
    const took = performance.now() - start;
    const placedCost = expected.cost + text.penalty * (problem.lottery.length - expected.placed);
    if (Status !== 'Optimal' || Math.abs(ObjectiveValue - placedCost) > 0.5) throw new Error(`HiGHS: ${Status} at ${ObjectiveValue}, the engine at ${placedCost}`);
    return took;
  };
}

function linearProgram(problem: Problem, costOf: (problem: Problem, wish: number) => number): { program: string; penalty: number } {
  const { wishStart, wishOccurrence, wishClass, capacity, lottery } = problem;
  const costs = Array.from(wishOccurrence, (_, wish) => costOf(problem, wish));
  const penalty = 100 * costs.reduce((most, cost) => Math.max(most, cost), 1);
  const inOccurrence = Array.from(capacity, (): string[] => []);
  const objective: string[] = [];
  const rows: string[] = [];
  for (let p = 0; p < lottery.length; p++) {
    const own = [`u${p}`];
    objective.push(`${penalty} u${p}`);
    for (let wish = wishStart[p]!; wish < wishStart[p + 1]!; wish++) {
      if (wishClass[wish]! >= VETOED) continue;
      objective.push(`${costs[wish]!} x${wish}`);
      own.push(`x${wish}`);
      inOccurrence[wishOccurrence[wish]!]!.push(`x${wish}`);
    }
    rows.push(`p${p}: ${sum(own)} = 1`);
  }
  inOccurrence.forEach((wishes, a) => {
    if (wishes.length > 0) rows.push(`o${a}: ${sum(wishes)} <= ${capacity[a]!}`);
  });
  return { program: `Minimize\n cost: ${sum(objective)}\nSubject To\n ${rows.join('\n ')}\nEnd\n`, penalty };
}

function sum(terms: string[]): string {
  return terms.map((term, i) => (i > 0 && i % TERMS_A_LINE === 0 ? `\n ${term}` : term)).join(' + ');
}
