import type { Problem } from '../problem.ts';
import type { Network } from './network.ts';
import type { Objective } from '../input/input.ts';

/** One thing to make least; an optimum is least in the first level, among those in the second, and so on. */
export type Level =
  | { of: 'PINS_BROKEN' }
  | { of: 'UNPLACED' }
  /** Minus the seats for a trait, reserves and slots alike, that holders fill. */
  | { of: 'GUARANTEES' }
  | { of: 'RANK_SUM' }
  /** `sign` -1: most pupils at this rank (0 = first wish); 1: fewest. */
  | { of: 'RANK'; rank: number; sign: 1 | -1 }
  /** Minus the sum of scores. */
  | { of: 'SCORE' }
  /** The better the lottery number, the more each step down the list weighs; without a place counts as behind the last wish. */
  | { of: 'LOTTERY' };

/** What the cost of an arc depends on. */
export interface Arc {
  /** Position in the pupil's list; pinned: 0. */
  rank: number;
  score: number;
  placed: boolean;
  pinned: boolean;
  /** Fills a guaranteed seat. */
  guaranteed: boolean;
  wishes: number;
  /** Pupils minus lottery rank. */
  weight: number;
}

/**
 * The levels of an objective. All but RANK_MAXIMAL place the most pupils first. RANK_MAXIMAL (Irving, Kavitha, Mehlhorn,
 * Michail & Paluch 2006) puts the profile before their number; GREEDY and GENEROUS are the greedy and generous maximum
 * matchings of Kwanashie, Irving, Manlove & Sng 2014. Levels that cannot differ are left out.
 */
export function levelsOf(problem: Problem, objective: Objective): Level[] {
  const { choices } = problem;
  const ranks = Array.from({ length: longestList(problem) }, (_, rank) => rank);
  const pins: Level[] = problem.pinPupil.length > 0 ? [{ of: 'PINS_BROKEN' }] : [];
  const guarantees: Level[] = choices && choices.seats.trait.some((trait) => trait !== -1) ? [{ of: 'GUARANTEES' }] : [];
  const firstRanksFirst = ranks.map((rank): Level => ({ of: 'RANK', rank, sign: -1 }));
  const own: Record<Objective, Level[]> = {
    RANK_SUM: [{ of: 'RANK_SUM' }],
    RANK_MAXIMAL: firstRanksFirst,
    GREEDY: firstRanksFirst,
    GENEROUS: ranks.slice(1).reverse().map((rank): Level => ({ of: 'RANK', rank, sign: 1 })),
    SCORE: [{ of: 'SCORE' }],
    WORST_SCORE_FIRST: [{ of: 'SCORE' }],
  };
  const most: Level[] = objective === 'RANK_MAXIMAL' ? guarantees : [{ of: 'UNPLACED' }, ...guarantees];
  return [...pins, ...most, ...own[objective], { of: 'LOTTERY' }];
}

const NOTHING: Arc = { rank: 0, score: 0, placed: false, pinned: false, guaranteed: false, wishes: 0, weight: 0 };

/** The cost of an arc in one level: a whole number. */
export function costOf(level: Level, arc: Arc): number {
  switch (level.of) {
    case 'PINS_BROKEN':
      return arc.pinned && !arc.placed ? 1 : 0;
    case 'UNPLACED':
      return arc.placed ? 0 : 1;
    case 'GUARANTEES':
      return arc.guaranteed ? -1 : 0;
    case 'RANK_SUM':
      return arc.placed ? arc.rank : 0;
    case 'RANK':
      return arc.placed && arc.rank === level.rank ? level.sign : 0;
    case 'SCORE':
      return arc.placed ? -arc.score : 0;
    case 'LOTTERY':
      return arc.weight * (arc.placed ? arc.rank : arc.wishes);
  }
}

/** A weighted sum of consecutive levels whose weights are so large that the earlier always decides: one number instead of several. */
export interface Word {
  levels: Level[];
  weights: number[];
}

/**
 * Packs levels into as few words as exact doubles allow. A cycle of the network visits each house and each pupil at most
 * once, so along it one level changes by at most `hops` times the range of its costs; a weight above what all later
 * levels can change together decides before them.
 */
export function wordsOf(levels: Level[], network: Network): Word[] {
  const hops = Math.min(network.capacity.length + 1, network.pupil.length);
  const words: Word[] = [];
  for (const level of levels) {
    const longer = weighed([...(words.at(-1)?.levels ?? []), level], hops, network.problem);
    if (longer && words.length > 0) words.pop();
    words.push(longer ?? { levels: [level], weights: [1] });
  }
  return words;
}

function weighed(levels: Level[], hops: number, problem: Problem): Word | undefined {
  const weights: number[] = [];
  let reach = 0;
  for (const level of [...levels].reverse()) {
    weights.unshift(reach + 1);
    reach += weights[0]! * rangeOf(level, problem) * hops;
  }
  // Potentials reach that far to either side, and prices compare sums of two.
  return reach < Number.MAX_SAFE_INTEGER / 4 ? { levels, weights } : undefined;
}

/**
 * Levels as one word whose weights let an earlier one decide for a single pupil, not for all: to be without a place is one
 * step worse than the last wish. Its optimum is mostly that of the levels in their strict order, or near.
 */
export function gentle(levels: Level[], problem: Problem): Word {
  return weighed(levels, 1, problem)!;
}

/** The costs of all arcs in one word. */
export function costsOf({ problem, layout, pupil, start, head, wish }: Network, word: Word): Float64Array {
  const { wishStart, score } = problem;
  const { firstRow, firstCeiling, root } = layout;
  const pinned = new Uint8Array(pupil.length);
  for (const p of problem.pinPupil) pinned[p] = 1;
  // Costs are linear in score, guarantee and lottery weight, so a few probes say all.
  const probe = (arc: Partial<Arc>): number => word.levels.reduce((sum, level, l) => sum + word.weights[l]! * costOf(level, { ...NOTHING, ...arc }), 0);
  const byRank = Float64Array.from({ length: longestList(problem) + 1 }, (_, rank) => probe({ placed: true, rank }));
  const first = byRank[0]!;
  const perGuarantee = probe({ placed: true, guaranteed: true }) - first;
  const perScore = probe({ placed: true, score: 1 }) - first;
  const perStep = probe({ wishes: 1, weight: 1 }) - probe({});
  const withoutPlace = probe({});
  const withoutPin = probe({ pinned: true });
  const costs = new Float64Array(head.length);
  for (let i = 0; i < pupil.length; i++) {
    const p = pupil[i]!;
    const own = pinned[p] === 1 ? -1 : wishStart[p]!;
    const step = perStep * (pupil.length - i);
    for (let arc = start[i]!; arc < start[i + 1]!; arc++) {
      const house = head[arc]!;
      if (house === root) {
        costs[arc] = (own === -1 ? withoutPin : withoutPlace) + step * (wishStart[p + 1]! - wishStart[p]!);
        continue;
      }
      const rank = own === -1 ? 0 : wish[arc]! - own;
      let cost = byRank[rank]! + step * rank;
      if (house >= firstRow && house < firstCeiling) cost += perGuarantee;
      if (score && own !== -1) cost += perScore * score[wish[arc]!]!;
      costs[arc] = cost;
    }
  }
  return costs;
}

function rangeOf(level: Level, problem: Problem): number {
  switch (level.of) {
    case 'RANK_SUM':
      return longestList(problem);
    case 'SCORE':
      return problem.score?.reduce((most, score) => Math.max(most, score), 0) ?? 0;
    case 'LOTTERY':
      return (longestList(problem) + 1) * problem.lottery.length;
    default:
      return 1;
  }
}

function longestList({ wishStart }: Problem): number {
  let longest = 0;
  for (let p = 1; p < wishStart.length; p++) longest = Math.max(longest, wishStart[p]! - wishStart[p - 1]!);
  return longest;
}
