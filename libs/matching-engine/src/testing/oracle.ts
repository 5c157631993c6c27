import { VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * The definition of a stable outcome, taken literally by trying every outcome; for the tests, on a handful of pupils.
 * One place a pupil, all of size 1, no pins.
 */

/** Per pupil the position of the wish received, or the length of the list when unplaced. */
export type Assignment = readonly number[];

/** Every stable assignment of a small problem. Exponential in the pupils. */
export function stableAssignments(problem: Problem): Assignment[] {
  return everyAssignment(problem).filter((assignment) => isStable(problem, assignment));
}

export function wishesOf({ wishStart, wishOccurrence, wishClass }: Problem, pupil: number): { occurrence: number; priority: number }[] {
  return Array.from({ length: wishStart[pupil + 1]! - wishStart[pupil]! }, (_, i) => ({
    occurrence: wishOccurrence[wishStart[pupil]! + i]!,
    priority: wishClass[wishStart[pupil]! + i]!,
  }));
}

function everyAssignment(problem: Problem): number[][] {
  let partial: number[][] = [[]];
  for (let pupil = 0; pupil < problem.lottery.length; pupil++) {
    const wishes = wishesOf(problem, pupil);
    const choices = wishes.flatMap(({ priority }, i) => (priority < VETOED ? [i] : []));
    partial = partial.flatMap((sofar) => [...choices, wishes.length].map((choice) => [...sofar, choice]));
  }
  return partial;
}

function isStable(problem: Problem, assignment: Assignment): boolean {
  const lists = assignment.map((_, pupil) => wishesOf(problem, pupil));
  const holders = (occurrence: number): number[] => assignment.flatMap((choice, pupil) => (lists[pupil]![choice]?.occurrence === occurrence ? [pupil] : []));
  const priorityOf = (pupil: number, occurrence: number): number => lists[pupil]!.find((wish) => wish.occurrence === occurrence)!.priority;
  const better = (pupil: number, other: number, occurrence: number): boolean =>
    priorityOf(pupil, occurrence) !== priorityOf(other, occurrence)
      ? priorityOf(pupil, occurrence) < priorityOf(other, occurrence)
      : problem.lottery[pupil]! < problem.lottery[other]!;
  const feasible = Array.from(problem.capacity, (seats, occurrence) => holders(occurrence).length <= seats).every(Boolean);
  return (
    feasible &&
    assignment.every((choice, pupil) =>
      lists[pupil]!.slice(0, choice).every(({ occurrence, priority }) => {
        if (priority >= VETOED) return true;
        const inside = holders(occurrence);
        return inside.length === problem.capacity[occurrence]! && inside.every((other) => better(other, pupil, occurrence));
      }),
    )
  );
}
