import type { Choices, Match, Problem } from '../problem.ts';
import type { ViolationCode } from './read-outcome.ts';

type Found = { code: ViolationCode; pupil?: number; occurrence?: number };
type Wronged = { code: ViolationCode; pupil: number };

const CEILINGS = 3;

/** What the verifier notes, flat: of group g at occurrence a in round r (from 1) at (r - 1) * groups + start[a] + g; a group is a set of traits, or a ceiling counted for. */
interface Notes {
  /** Groups of all occurrences in one round, and where those of an occurrence begin. */
  groups: number;
  start: Int32Array;
  /** Who came in the round and who was there before. */
  came: Int32Array;
  before: Int32Array;
  /** Worst rank that came in, best rank refused and whose it is. */
  worst: Float64Array;
  best: Float64Array;
  bestPupil: Int32Array;
}

/** Notes of all occurrences with reserves, slots or ceilings, to be compared with their rules. */
export function boardOf(problem: Problem, choices: Choices, match: Match, rankAt: (pupil: number, edge: number) => number) {
  const { capacity, lottery } = problem;
  const occurrences = capacity.length;
  const { stride } = match;
  const { traits } = choices;
  const rule = Uint8Array.from(choices.rule, (kind, a) => (choices.ceilings.start[a]! < choices.ceilings.start[a + 1]! ? CEILINGS : kind));
  const rows = Array.from(rule, (kind, a) => rowsOf(kind === CEILINGS ? choices.ceilings : choices.seats, a));
  const named = rows.map((row, a) => namedIn(row, rule[a]!));
  const firstTrait = new Int32Array(occurrences + 1);
  named.forEach((own, a) => (firstTrait[a + 1] = firstTrait[a]! + own.length));
  const trait = Int32Array.from(named.flat());
  const notes = blankNotes(named.map((own, a) => (rule[a] === CEILINGS ? own.length + 1 : 2 ** own.length)), stride);
  const { groups, start, came, before, worst, best, bestPupil } = notes;
  /** With slots: everybody who came. */
  const lists: { rank: number; mask: number }[][] = [];
  const listAt = (a: number, round: number) => (lists[(round - 1) * occurrences + a] ??= []);

  const noteOf = (pupil: number, a: number, round: number): number => {
    const mask = traits[pupil]!;
    const first = firstTrait[a]!;
    const end = firstTrait[a + 1]!;
    let group = 0;
    for (let i = first; i < end; i++) {
      if (((mask >>> trait[i]!) & 1) === 0) continue;
      if (rule[a] === CEILINGS) {
        group = i - first + 1;
        break;
      }
      group += 1 << (i - first);
    }
    return (round - 1) * groups + start[a]! + group;
  };

  for (let slot = 0; slot < match.occurrence.length; slot++) {
    const a = match.occurrence[slot]!;
    if (a === -1 || rule[a] === 0) continue;
    const pupil = stride === 1 ? slot : Math.floor(slot / stride);
    const round = match.round[slot]!;
    const note = noteOf(pupil, a, Math.max(round, 1));
    for (let later = round + 1, at = round === 0 ? note : note + groups; later <= stride; later++, at += groups) before[at]!++;
    if (round === 0) continue;
    const rank = rankAt(pupil, match.edge[slot]!);
    came[note]!++;
    if (rank > worst[note]!) worst[note] = rank;
    if (rule[a] === 2) listAt(a, round).push({ rank, mask: traits[pupil]! });
  }

  const refused = (pupil: number, a: number, round: number, rank: number, left: number): ViolationCode | undefined => {
    const note = noteOf(pupil, a, round);
    if (rule[a] === CEILINGS) {
      const first = (round - 1) * groups + start[a]!;
      const atCeiling = note > first && came[note]! + before[note]! >= seatsOf(rows[a]!, named[a]![note - first - 1]!);
      if (!atCeiling && left > 0) return 'WASTE';
      return (atCeiling ? worst[note]! : Math.max(...worst.subarray(first, first + named[a]!.length + 1))) > rank ? 'ENVY' : undefined;
    }
    if (left > 0) return 'WASTE';
    if (rank < best[note]!) {
      best[note] = rank;
      bestPupil[note] = pupil;
    }
    return undefined;
  };

  const settle = (): Found[] => {
    const found: Found[] = [];
    for (let round = 1; round <= stride; round++) {
      for (let a = 0; a < occurrences; a++) {
        if (rule[a] === 0) continue;
        const first = (round - 1) * groups + start[a]!;
        if (rule[a] === CEILINGS) {
          const over = named[a]!.some((own, i) => came[first + i + 1]! > 0 && came[first + i + 1]! + before[first + i + 1]! > seatsOf(rows[a]!, own));
          if (over) found.push({ code: 'CEILING_EXCEEDED', occurrence: a });
          continue;
        }
        const wronged = rule[a] === 2 ? wrongedBySlots(a, round, first) : wrongedByGuarantees(notes, first, named[a]!.map((own) => seatsOf(rows[a]!, own)));
        for (const { code, pupil } of wronged) found.push({ code, pupil, occurrence: a });
      }
    }
    return found;
  };

  /** Fills the slots word for word, once for the best one refused of each kind. */
  const wrongedBySlots = (a: number, round: number, first: number): Wronged[] => {
    const kept = keptAt(match, a, round).sort((x, y) => lottery[x]! - lottery[y]!);
    const left = slotsAfter(rows[a]!, kept.map((pupil) => traits[pupil]!));
    const wronged: Wronged[] = [];
    for (let note = first; note < first + 2 ** named[a]!.length; note++) {
      if (best[note] === Number.POSITIVE_INFINITY) continue;
      const newcomer = { rank: best[note]!, mask: traits[bestPupil[note]!]! };
      if (bySlots(left, [...listAt(a, round), newcomer]).includes(newcomer)) wronged.push({ code: 'ENVY', pupil: bestPupil[note]! });
    }
    return wronged;
  };
  return { refused, settle };
}

function blankNotes(groupsAt: readonly number[], stride: number): Notes {
  const start = new Int32Array(groupsAt.length + 1);
  groupsAt.forEach((count, a) => (start[a + 1] = start[a]! + count));
  const groups = start[groupsAt.length]!;
  const all = groups * stride;
  return {
    groups, start, came: new Int32Array(all), before: new Int32Array(all), worst: new Float64Array(all).fill(-1),
    best: new Float64Array(all).fill(Number.POSITIVE_INFINITY), bestPupil: new Int32Array(all).fill(-1),
  };
}

type Row = { trait: number; seats: number };

function rowsOf({ start, trait, seats }: Choices['seats'], a: number): Row[] {
  const rows: Row[] = [];
  for (let i = start[a]!; i < start[a + 1]!; i++) rows.push({ trait: trait[i]!, seats: seats[i]! });
  return rows;
}

/** The traits by which pupils are told apart; ceilings from the lowest up, as everybody counts for the lowest. */
function namedIn(rows: readonly Row[], kind: number): number[] {
  const inOrder = kind === CEILINGS ? [...rows].sort((x, y) => x.seats - y.seats) : rows;
  return [...new Set(inOrder.map(({ trait }) => trait))].filter((trait) => trait !== -1);
}

function seatsOf(rows: readonly Row[], trait: number): number {
  return rows.find((row) => row.trait === trait)!.seats;
}

function keptAt(match: Match, a: number, round: number): number[] {
  const kept: number[] = [];
  match.occurrence.forEach((held, slot) => {
    if (held === a && match.round[slot]! < round) kept.push(Math.floor(slot / match.stride));
  });
  return kept;
}

const holds = (mask: number, trait: number): boolean => trait === -1 || ((mask >>> trait) & 1) === 1;

/** The slots one by one that are left when these have taken theirs: the first that suits, else the last. */
function slotsAfter(rows: readonly Row[], kept: readonly number[]): Row[] {
  const left = rows.map((row) => ({ ...row }));
  for (const mask of kept) {
    const free = left.filter(({ seats }) => seats > 0);
    const taken = free.find(({ trait }) => holds(mask, trait)) ?? free.at(-1);
    if (taken) taken.seats--;
  }
  return left;
}

function bySlots<T extends { rank: number; mask: number }>(slots: readonly Row[], asking: readonly T[]): T[] {
  const waiting = [...asking].sort((x, y) => x.rank - y.rank);
  const chosen: T[] = [];
  for (const { trait, seats } of slots) {
    for (let slot = 0; slot < seats && waiting.length > 0; slot++) {
      const holder = waiting.findIndex(({ mask }) => holds(mask, trait));
      chosen.push(...waiting.splice(Math.max(0, holder), 1));
    }
  }
  return chosen;
}

/** Who should have been taken for another: where that fills one more reserved seat, or as many and the other's rank is worse. */
function wrongedByGuarantees({ came, before, worst, best, bestPupil }: Notes, first: number, reserved: readonly number[]): Wronged[] {
  const groups = 2 ** reserved.length;
  const there = new Int32Array(groups);
  for (let group = 0; group < groups; group++) there[group] = came[first + group]! + before[first + group]!;
  let hall = seated(there, reserved);
  const now = hall.filled;
  const without: (Hall | undefined)[] = [];
  const hallWithout = (other: number): Hall => {
    there[other]!--;
    const found = seated(there, reserved);
    there[other]!++;
    return found;
  };
  const wronged: Wronged[] = [];
  for (let group = 0; group < groups; group++) {
    const rank = best[first + group]!;
    if (rank === Number.POSITIVE_INFINITY) continue;
    const pupil = bestPupil[first + group]!;
    if (worst[first + group]! > rank) wronged.push({ code: 'ENVY', pupil });
    const fillsMore = seat(group, hall);
    if (fillsMore) hall = seated(there, reserved);
    for (let other = 0; other < groups; other++) {
      if (came[first + other] === 0 || other === group || (!fillsMore && worst[first + other]! < rank)) continue;
      const rest = (without[other] ??= hallWithout(other));
      if (seat(group, rest)) without[other] = undefined;
      if (rest.filled > now) wronged.push({ code: 'GUARANTEE_MISSED', pupil });
      else if (rest.filled === now && worst[first + other]! > rank) wronged.push({ code: 'ENVY', pupil });
    }
  }
  return wronged;
}

/** Reserved seats with who sits there: seats free by trait, and at trait * groups + group how many; groups are sets of traits as bits. */
interface Hall {
  free: Int32Array;
  sitting: Int32Array;
  groups: number;
  filled: number;
  /** Traits tried in the search going on. */
  tried: number;
}

/** Puts as many as can be on reserved seats, moving others from trait to trait where that makes room. */
function seated(there: Int32Array, reserved: readonly number[]): Hall {
  const groups = there.length;
  const hall = { free: Int32Array.from(reserved), sitting: new Int32Array(reserved.length * groups), groups, filled: 0, tried: 0 };
  for (let group = 1; group < groups; group++) {
    let standing = there[group]!;
    for (let trait = 0; trait < reserved.length && standing > 0; trait++) {
      if (((group >> trait) & 1) === 0) continue;
      const most = Math.min(standing, hall.free[trait]!);
      hall.free[trait]! -= most;
      hall.sitting[trait * groups + group]! += most;
      hall.filled += most;
      standing -= most;
    }
    while (standing-- > 0 && seat(group, hall));
  }
  return hall;
}

/** Seats one more of the group, when somebody there can move on. */
function seat(group: number, hall: Hall): boolean {
  hall.tried = 0;
  if (!movedIn(group, hall)) return false;
  hall.filled++;
  return true;
}

function movedIn(group: number, hall: Hall): boolean {
  const { free, sitting, groups } = hall;
  for (let trait = 0; trait < free.length; trait++) {
    if (((group >> trait) & 1) === 0 || ((hall.tried >> trait) & 1) === 1) continue;
    hall.tried |= 1 << trait;
    if (free[trait]! > 0) {
      free[trait]!--;
      sitting[trait * groups + group]!++;
      return true;
    }
    for (let other = 0; other < groups; other++) {
      if (sitting[trait * groups + other] === 0 || !movedIn(other, hall)) continue;
      sitting[trait * groups + other]!--;
      sitting[trait * groups + group]!++;
      return true;
    }
  }
  return false;
}
