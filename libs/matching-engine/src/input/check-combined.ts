import type { Faults, Table } from './faults.ts';
import type { Mechanism } from './input.ts';
import { Rule } from '../problem.ts';
import type { Problem } from '../problem.ts';

type Started = Omit<Problem, 'lottery' | 'pinPupil' | 'pinOccurrence'>;

/**
 * Refuses what has no sound meaning together: units of several seats with rules for single persons; ceilings beside
 * reserves or slots; rules by trait within a company, which takes by one order; several places a pupil with an optimum.
 */
export function checkCombined(problem: Started, severalLotteries: boolean, { kind }: Mechanism, pupils: Table, occurrences: Table, faults: Faults): void {
  const { size, choices, companies, placesPerPupil } = problem;
  const optimal = kind === 'OPTIMAL';
  const forPersons = optimal ? 'OPTIMAL' : choices ? 'TRAITS' : companies ? 'COMPANIES' : severalLotteries ? 'LOTTERIES' : undefined;
  if (forPersons) {
    size.forEach((seats, p) => {
      if (seats > 1) faults.add('NOT_COMBINED', `pupils[${pupils.at[p]!}].size`, { with: forPersons });
    });
  }
  if (choices) {
    occurrences.at.forEach((at, a) => {
      const capped = choices.ceilings.start[a + 1]! > choices.ceilings.start[a]!;
      if (capped && choices.rule[a] !== Rule.PLAIN) faults.add('NOT_COMBINED', `occurrences[${at}].ceilings`, { with: choices.rule[a] === Rule.SLOTS ? 'SLOTS' : 'RESERVES' });
      if ((capped || choices.rule[a] !== Rule.PLAIN) && companies && companies.ofOccurrence[a] !== -1) faults.add('NOT_COMBINED', `occurrences[${at}].company`, { with: 'TRAITS' });
    });
  }
  if (optimal && placesPerPupil > 1) faults.add('NOT_COMBINED', 'settings.placesPerPupil', { with: 'OPTIMAL' });
}
