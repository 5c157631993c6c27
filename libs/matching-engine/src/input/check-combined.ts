import type { Faults, Table } from './faults.ts';
import type { Mechanism } from './input.ts';
import { Rule } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * Refuses what no mechanism does together: units of several seats with rules for single persons or with an optimum, and
 * what an optimum does not know.
 */
export function checkCombined({ size, minimum, choices, companies, placesPerPupil }: Omit<Problem, 'lottery' | 'pinPupil' | 'pinOccurrence'>, { kind }: Mechanism, pupils: Table, occurrences: Table, faults: Faults): void {
  const optimal = kind === 'OPTIMAL';
  const forPersons = optimal ? 'OPTIMAL' : choices ? 'TRAITS' : companies ? 'COMPANIES' : undefined;
  if (forPersons) {
    size.forEach((seats, p) => {
      if (seats > 1) faults.add('NOT_COMBINED', `pupils[${pupils.at[p]!}].size`, { with: forPersons });
    });
  }
  if (!optimal) return;
  if (placesPerPupil > 1) faults.add('NOT_COMBINED', 'settings.placesPerPupil', { with: 'OPTIMAL' });
  occurrences.at.forEach((at, a) => {
    if (minimum[a]! > 0) faults.add('NOT_COMBINED', `occurrences[${at}].minimum`, { with: 'OPTIMAL' });
    if (choices?.rule[a] === Rule.SLOTS) faults.add('NOT_COMBINED', `occurrences[${at}].slots`, { with: 'OPTIMAL' });
    if (choices && choices.ceilings.start[a + 1]! > choices.ceilings.start[a]!) faults.add('NOT_COMBINED', `occurrences[${at}].ceilings`, { with: 'OPTIMAL' });
    if (companies && companies.ofOccurrence[a] !== -1) faults.add('NOT_COMBINED', `occurrences[${at}].company`, { with: 'OPTIMAL' });
  });
}
