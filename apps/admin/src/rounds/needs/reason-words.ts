import type { Allocation, RoundNeed } from './types';

/** `react-admin`'s translate, as far as this file uses it. */
type Translate = (key: string, values?: Record<string, unknown>) => string;

const listOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? value.split(',') : []);

/** A reason of a pair in words. */
export function reasonText({ code, params: json }: Allocation['reasons'][number], translate: Translate): string {
  const params = JSON.parse(json) as Record<string, string | number>;
  const topics = listOf(params['topics']).map((topic) => translate(`app.topics.${topic}`)).join(', ');
  const grades = listOf(params['grades']).join(', ');
  return translate(`app.needs_rounds.reason.${code}`, { ...params, topics, grades, bar: translate(`app.needs_rounds.bar.${params['bar'] ?? 'FORMAT'}`) });
}

/** Why seats of a need or an offer stay open, in words. */
export function gapText({ code, seats, params: json }: NonNullable<RoundNeed['gap']>, translate: Translate): string {
  const { bar, count, alone, ...params } = JSON.parse(json) as { bar?: string; count?: number; alone?: string; fitting?: number };
  const miss = bar ? translate(`app.needs_rounds.gap.${alone === 'yes' ? 'alone' : 'together'}`, { smart_count: count ?? 0, bar: translate(`app.needs_rounds.bar.${bar}`) }) : translate(`app.needs_rounds.gap.nobody`);
  return translate(`app.needs_rounds.gap.${code}`, { ...params, seats: seats ?? 0, miss });
}
