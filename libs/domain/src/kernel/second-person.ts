import { Refusal } from './refusals';

/**
 * Checks that what one person proposed another one decides (Vier-Augen-Prinzip, ACC-9): user ids; `first` is null when nobody
 * is known to have proposed it. Refuses FOUR_EYES.
 */
export function checkSecondPerson(first: string | null, second: string | null): void {
  if (first === null || first === second) throw new Refusal('FOUR_EYES');
}
