import { objectives } from './settings';

/**
 * Rules under which a forecast places, on the office's own data: stable by lottery alone, with the priority classes, with
 * reserves too; and the exact optimum of each objective, with reserves.
 */
export const forecastRules = ['STABLE_LOTTERY', 'STABLE_PRIORITIES', 'STABLE_RESERVES', ...objectives.map((objective) => `OPTIMAL_${objective}` as const)] as const;
export type ForecastRule = (typeof forecastRules)[number];

/** What a rule switches on and off in the full input of a round; the engine's input has this shape. */
export interface RuledInput {
  pupils: readonly { id: string; traits?: readonly string[]; wishes: readonly { occurrence: string; priority?: number; score?: number }[] }[];
  occurrences: readonly { id: string; reserves?: readonly unknown[] }[];
  settings?: object;
}

/**
 * The input of a round under one rule, from the input with everything on: classes, reserves, scores. Null when the rule
 * says nothing here: no priority, no reserve or no score is in the input, so that it would repeat another row. Pure.
 */
export function underRule<Input extends RuledInput>(full: Input, rule: ForecastRule): Input | null {
  const optimal = rule.startsWith('OPTIMAL_') ? rule.slice('OPTIMAL_'.length) : null;
  const wishes = full.pupils.flatMap((pupil) => pupil.wishes);
  const scored = rule === 'OPTIMAL_SCORE' || rule === 'OPTIMAL_WORST_SCORE_FIRST';
  if (rule === 'STABLE_PRIORITIES' && new Set(wishes.map(({ priority }) => priority ?? 0)).size <= 1) return null;
  if (rule === 'STABLE_RESERVES' && full.occurrences.every(({ reserves }) => !reserves?.length)) return null;
  if (scored && wishes.every(({ score }) => !score)) return null;
  const reserved = optimal !== null || rule === 'STABLE_RESERVES';
  const classes = rule === 'STABLE_PRIORITIES' || rule === 'STABLE_RESERVES';
  const { mechanism: _, ...settings } = { mechanism: undefined, ...full.settings };
  return {
    ...full,
    pupils: full.pupils.map(({ traits, ...pupil }) => ({ ...pupil, ...(reserved && traits ? { traits } : {}), wishes: pupil.wishes.map(({ priority, score, ...wish }) => ({ ...wish, ...(classes && priority ? { priority } : {}), ...(scored ? { score } : {}) })) })),
    occurrences: full.occurrences.map(({ reserves, ...occurrence }) => ({ ...occurrence, ...(reserved && reserves ? { reserves } : {}) })),
    settings: optimal === null ? settings : { ...settings, mechanism: { kind: 'OPTIMAL', objective: optimal } },
  };
}

/** How many of the participants with one thing in common got a place. */
export interface Share {
  key: string;
  participants: number;
  placed: number;
}

/** Counts participants and placed ones by their keys, in the order of keys; who has several keys counts in each, who has none nowhere. */
export function sharesBy(participants: readonly { id: string; keys: readonly string[] }[], placed: ReadonlySet<string>): Share[] {
  const byKey = Map.groupBy(participants.flatMap(({ id, keys }) => keys.map((key) => ({ id, key }))), ({ key }) => key);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, rows]) => ({ key, participants: rows.length, placed: rows.filter(({ id }) => placed.has(id)).length }));
}
