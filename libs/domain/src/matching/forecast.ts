import { objectives } from './settings';

/**
 * Rules under which a forecast places, on the office's own data: stable by lottery alone, with the priority classes, with
 * reserves too; and the exact optimum of each objective, with reserves.
 */
export const forecastRules = ['STABLE_LOTTERY', 'STABLE_PRIORITIES', 'STABLE_RESERVES', ...objectives.map((objective) => `OPTIMAL_${objective}` as const)] as const;
export type ForecastRule = (typeof forecastRules)[number];

/** What of a round's input decides whether a rule says something of its own; the engine's input has this shape. */
export interface RuledInput {
  pupils: readonly { wishes: readonly { priority?: number; score?: number }[] }[];
  occurrences: readonly { reserves?: readonly unknown[] }[];
}

/** The rules that do not repeat another one here: without priorities, reserves or scores in the input, those that look at them do. Pure. */
export function telling({ pupils, occurrences }: RuledInput): ForecastRule[] {
  const classes = new Set(pupils.flatMap(({ wishes }) => wishes.map(({ priority }) => priority ?? 0))).size > 1;
  const reserves = occurrences.some((occurrence) => occurrence.reserves?.length);
  const scores = pupils.some(({ wishes }) => wishes.some(({ score }) => score));
  return forecastRules.filter((rule) => {
    if (rule === 'STABLE_PRIORITIES') return classes;
    if (rule === 'STABLE_RESERVES') return reserves;
    return scores || !rule.includes('SCORE');
  });
}

/** How many of the participants with one thing in common got a place. */
export interface Share {
  key: string;
  participants: number;
  placed: number;
}

/** Adds counts up by key, in the order of keys; what has several keys counts in each, what has none nowhere. */
export function sharesBy(counts: readonly { keys: readonly string[]; participants: number; placed: number }[]): Share[] {
  const byKey = Map.groupBy(counts.flatMap(({ keys, ...count }) => keys.map((key) => ({ key, ...count }))), ({ key }) => key);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, rows]) => ({ key, participants: rows.reduce((sum, row) => sum + row.participants, 0), placed: rows.reduce((sum, row) => sum + row.placed, 0) }));
}
