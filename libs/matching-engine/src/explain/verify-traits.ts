import type { Choices, Match, Problem } from '../problem.ts';
import type { ViolationCode } from './read-outcome.ts';

type Found = { code: ViolationCode; pupil?: number; occurrence?: number };

const CEILINGS = 3;

/** What the verifier notes of one occurrence in one round, by what its pupils count as: a set of traits, or a ceiling. */
interface Notes {
  /** Who came in the round and who was there before, by group. */
  came: number[];
  before: number[];
  /** Worst rank that came in, best rank refused and whose it is, by group. */
  worst: number[];
  best: number[];
  bestPupil: number[];
  /** With slots: everybody who came. */
  list: { rank: number; mask: number }[];
}

/** Notes of all occurrences with reserves, slots or ceilings, to be compared with their rules. */
export function boardOf(problem: Problem, choices: Choices, match: Match, rankAt: (pupil: number, edge: number) => number) {
  const { capacity, lottery } = problem;
  const occurrences = capacity.length;
  const { stride } = match;
  const rule = Uint8Array.from(choices.rule, (kind, a) => (choices.ceilings.start[a]! < choices.ceilings.start[a + 1]! ? CEILINGS : kind));
  const rows = Array.from(rule, (kind, a) => rowsOf(kind === CEILINGS ? choices.ceilings : choices.seats, a));
  const named = rows.map((row, a) => namedIn(row, rule[a]!));
  const notes: (Notes | undefined)[] = Array.from({ length: occurrences * stride }, (_, at) => (rule[at % occurrences] === 0 ? undefined : blank(rule[at % occurrences] === CEILINGS ? named[at % occurrences]!.length + 1 : 2 ** named[at % occurrences]!.length)));
  const keptBy: number[][] = rows.map(() => []);

  const groupOf = (pupil: number, a: number): number => {
    const mask = choices.traits[pupil]!;
    const traits = named[a]!;
    let group = 0;
    for (let i = 0; i < traits.length; i++) {
      if (((mask >>> traits[i]!) & 1) === 0) continue;
      if (rule[a] === CEILINGS) return i + 1;
      group += 2 ** i;
    }
    return group;
  };

  for (let slot = 0; slot < match.occurrence.length; slot++) {
    const a = match.occurrence[slot]!;
    if (a === -1 || rule[a] === 0) continue;
    const pupil = stride === 1 ? slot : Math.floor(slot / stride);
    const group = groupOf(pupil, a);
    const round = match.round[slot]!;
    for (let later = round + 1; later <= stride; later++) notes[(later - 1) * occurrences + a]!.before[group]!++;
    if (round === 0) continue;
    const note = notes[(round - 1) * occurrences + a]!;
    const rank = rankAt(pupil, match.edge[slot]!);
    note.came[group]!++;
    if (rank > note.worst[group]!) note.worst[group] = rank;
    if (rule[a] === 2) note.list.push({ rank, mask: choices.traits[pupil]! });
  }

  const refused = (pupil: number, a: number, round: number, rank: number, left: number): ViolationCode | undefined => {
    const note = notes[(round - 1) * occurrences + a]!;
    const group = groupOf(pupil, a);
    if (rule[a] === CEILINGS) {
      const atCeiling = group > 0 && note.came[group]! + note.before[group]! >= seatsOf(rows[a]!, named[a]![group - 1]!);
      if (!atCeiling && left > 0) return 'WASTE';
      return (atCeiling ? note.worst[group]! : Math.max(...note.worst)) > rank ? 'ENVY' : undefined;
    }
    if (left > 0) return 'WASTE';
    if (rank < note.best[group]!) {
      note.best[group] = rank;
      note.bestPupil[group] = pupil;
    }
    return undefined;
  };

  const settle = (): Found[] =>
    notes.flatMap((note, at): Found[] => {
      if (!note) return [];
      const a = at % occurrences;
      if (rule[a] === CEILINGS) {
        const over = named[a]!.some((trait, i) => note.came[i + 1]! > 0 && note.came[i + 1]! + note.before[i + 1]! > seatsOf(rows[a]!, trait));
        return over ? [{ code: 'CEILING_EXCEEDED', occurrence: a }] : [];
      }
      const reserved = named[a]!.map((trait) => seatsOf(rows[a]!, trait));
      const wronged = rule[a] === 2 ? wrongedBySlots(note, a, at) : wrongedByGuarantees(note, reserved);
      return wronged.map(({ code, pupil }) => ({ code, pupil, occurrence: a }));
    });

  /** Fills the slots word for word, once for the best one refused of each kind. */
  const wrongedBySlots = (note: Notes, a: number, at: number): { code: ViolationCode; pupil: number }[] => {
    const round = Math.floor(at / occurrences) + 1;
    keptBy[a] = keptAt(match, a, round).sort((x, y) => lottery[x]! - lottery[y]!);
    const left = slotsAfter(rows[a]!, keptBy[a]!.map((pupil) => choices.traits[pupil]!));
    return note.best.flatMap((rank, group) => {
      if (rank === Number.POSITIVE_INFINITY) return [];
      const newcomer = { rank, mask: choices.traits[note.bestPupil[group]!]! };
      return bySlots(left, [...note.list, newcomer]).includes(newcomer) ? [{ code: 'ENVY' as const, pupil: note.bestPupil[group]! }] : [];
    });
  };
  return { refused, settle };
}

function blank(groups: number): Notes {
  const of = (value: number): number[] => new Array<number>(groups).fill(value);
  return { came: of(0), before: of(0), worst: of(-1), best: of(Number.POSITIVE_INFINITY), bestPupil: of(-1), list: [] };
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
function wrongedByGuarantees({ came, before, worst, best, bestPupil }: Notes, reserved: readonly number[]): { code: ViolationCode; pupil: number }[] {
  const there = came.map((count, group) => count + before[group]!);
  let filling = fillingOf(there, reserved);
  const now = filling.filled;
  const found: { code: ViolationCode; pupil: number }[] = [];
  for (let group = 0; group < best.length; group++) {
    if (best[group] === Number.POSITIVE_INFINITY) continue;
    const fillsMore = filling.seat(group);
    if (fillsMore) filling = fillingOf(there, reserved);
    for (let other = 0; other < came.length; other++) {
      if (came[other] === 0 || other === group) {
        if (other === group && worst[other]! > best[group]!) found.push({ code: 'ENVY', pupil: bestPupil[group]! });
        continue;
      }
      if (!fillsMore && worst[other]! < best[group]!) continue;
      const swapped = fillingOf(there.map((count, i) => count + (i === group ? 1 : 0) - (i === other ? 1 : 0)), reserved).filled;
      if (swapped > now) found.push({ code: 'GUARANTEE_MISSED', pupil: bestPupil[group]! });
      else if (swapped === now && worst[other]! > best[group]!) found.push({ code: 'ENVY', pupil: bestPupil[group]! });
    }
  }
  return found;
}

/** Puts everybody on a reserved seat who can be, moving others from trait to trait where that makes room; groups are sets of traits as bits. */
function fillingOf(there: readonly number[], reserved: readonly number[]) {
  const traits = reserved.length;
  const used = new Array<number>(traits).fill(0);
  const sitting = new Array<number>(traits * there.length).fill(0);
  let visited = 0;
  const place = (group: number): boolean => {
    for (let trait = 0; trait < traits; trait++) {
      if (((group >> trait) & 1) === 0 || ((visited >> trait) & 1) === 1) continue;
      visited |= 1 << trait;
      if (used[trait]! < reserved[trait]!) {
        used[trait]!++;
        sitting[trait * there.length + group]!++;
        return true;
      }
      for (let other = 0; other < there.length; other++) {
        if (sitting[trait * there.length + other] === 0 || !place(other)) continue;
        sitting[trait * there.length + other]!--;
        sitting[trait * there.length + group]!++;
        return true;
      }
    }
    return false;
  };
  const seat = (group: number): boolean => {
    visited = 0;
    return place(group);
  };
  let filled = 0;
  there.forEach((count, group) => {
    for (let i = 0; group > 0 && i < count && seat(group); i++) filled++;
  });
  return { filled, seat };
}
