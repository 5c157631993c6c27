import { objectives, type ForecastRule } from '@mintforge/domain/matching';
import type { RoundSettings } from '../types';

/** The round's settings with a forecast's rule in place of their own: what a run by that rule is started with. */
export function settingsUnder(rule: ForecastRule, settings: RoundSettings): RoundSettings {
  const objective = objectives.find((known) => rule === `OPTIMAL_${known}`);
  if (objective) return { ...settings, mechanism: 'OPTIMAL', objective, useReserves: true };
  return { ...settings, mechanism: 'STABLE', objective: null, usePriorities: rule !== 'STABLE_LOTTERY', useReserves: rule === 'STABLE_RESERVES' };
}
