import { Refusal } from '../kernel';

/** How a round (Vergaberunde) is run; a dry run may try other settings than the round's own. */
export interface RoundSettings {
  /** Text that fixes the lottery; the same seed gives every id the same number again. */
  seed: string;
  /** Occurrences one participant may hold, 1 to 5; none overlap in time, none are of the same activity. */
  placesPerParticipant: number;
  /** Whether the office's priority classes go before the lottery. */
  usePriorities: boolean;
  /** Whether occurrences below their minimum size are closed and their applicants placed elsewhere. */
  closeBelowMinimum: boolean;
}

export const maxPlaces = 5;
export const maxSeedLength = 100;

/** Checks settings. Refuses INVALID_INPUT naming the field. */
export function checkSettings(settings: RoundSettings): RoundSettings {
  const fields: Record<string, string> = {};
  if (settings.seed.trim().length === 0 || settings.seed.length > maxSeedLength) fields['settings.seed'] = 'length';
  if (!Number.isInteger(settings.placesPerParticipant) || settings.placesPerParticipant < 1 || settings.placesPerParticipant > maxPlaces) fields['settings.placesPerParticipant'] = 'range';
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', {}, fields);
  return settings;
}
