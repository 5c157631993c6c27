import type { Outcome, PupilRecord } from './outcome.ts';

/** The quality of an outcome in numbers; shares are of all pupils, ranks those of each pupil's best place. */
export interface OutcomeFigures {
  pupils: number;
  placed: number;
  unplaced: number;
  /** Places given, more than `placed` where pupils hold several; seats they take. */
  places: number;
  seatsTaken: number;
  /** byRank[0] = pupils whose best place is their first wish, and so on. */
  byRank: number[];
  /** Pupils placed only outside their wishes (pins). */
  outsideWishes: number;
  firstWishShare: number;
  topThreeShare: number;
  /** Over pupils with a wish fulfilled; null when there is none. */
  meanRank: number | null;
  closed: number;
  /** Seats guaranteed to holders of a trait, and how many of them holders fill. */
  seatsGuaranteed: number;
  guaranteesMet: number;
}

/** Counts an outcome. Shares are 0 when there are no pupils. */
export function figures({ pupils, occurrences, closed }: Pick<Outcome, 'pupils' | 'occurrences' | 'closed'>): OutcomeFigures {
  const byRank: number[] = [];
  let placed = 0;
  let places = 0;
  let seatsTaken = 0;
  let outsideWishes = 0;
  for (const pupil of pupils) {
    if (pupil.places.length === 0) continue;
    placed++;
    places += pupil.places.length;
    seatsTaken += pupil.places.length * pupil.size;
    const best = bestRank(pupil);
    if (best === null) outsideWishes++;
    else {
      while (byRank.length < best) byRank.push(0);
      byRank[best - 1]!++;
    }
  }
  const share = (count: number): number => (pupils.length === 0 ? 0 : count / pupils.length);
  const fulfilled = placed - outsideWishes;
  return {
    pupils: pupils.length,
    placed,
    unplaced: pupils.length - placed,
    places,
    seatsTaken,
    byRank,
    outsideWishes,
    firstWishShare: share(byRank[0] ?? 0),
    topThreeShare: share(byRank.slice(0, 3).reduce((sum, count) => sum + count, 0)),
    meanRank: fulfilled === 0 ? null : byRank.reduce((sum, count, i) => sum + count * (i + 1), 0) / fulfilled,
    closed: closed.length,
    seatsGuaranteed: sum(occurrences, ({ guarantees }) => sum(guarantees, ({ seats }) => seats)),
    guaranteesMet: sum(occurrences, ({ guarantees }) => sum(guarantees, ({ filled }) => filled)),
  };
}

function sum<Row>(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((total, row) => total + count(row), 0);
}

function bestRank({ places }: PupilRecord): number | null {
  const ranks = places.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  return ranks.length === 0 ? null : Math.min(...ranks);
}
