import type { RoundSettings } from './settings';

/** What a mentor's order does with pupils it does not name: last of all, by lot among themselves, or not acceptable. */
export const unrankedRules = ['BEHIND', 'BARRED'] as const;
export type UnrankedRule = (typeof unrankedRules)[number];

/** The order in which a mentor would take the pupils, best first; one mentor is one occurrence of the round. */
export interface MentorOrder {
  occurrenceId: string;
  participantIds: readonly string[];
}

/** How the two sides of a mentoring round come together. */
export interface MentoringRules {
  unranked: UnrankedRule;
}

export const defaultMentoringRules: MentoringRules = { unranked: 'BEHIND' };

/** Most pupils one mentor may rank. */
export const mostRanked = 200;

interface InputToRank {
  pupils: readonly { id: string; wishes: readonly { occurrence: string; priority?: number; notEligible?: string }[] }[];
}

const ranking = (orders: readonly MentorOrder[]) => orders.filter(({ participantIds }) => participantIds.length > 0);

/**
 * The settings a mentoring round is computed with. When no mentor ranked anybody, a stable outcome would be a mere lottery:
 * the best sum of fits between interests and topics is found instead. Otherwise the settings stand.
 */
export function mentoringSettings<Settings extends Pick<RoundSettings, 'mechanism' | 'objective'>>(settings: Settings, orders: readonly MentorOrder[]): Settings {
  return ranking(orders).length === 0 && settings.mechanism === 'STABLE' ? { ...settings, mechanism: 'OPTIMAL', objective: 'SCORE' } : settings;
}

/**
 * The engine's input of a mentoring round from that of a round of pupils: where a mentor ranked, the place in the order is
 * the pupil's class there and replaces the office's priorities, so that a stable outcome respects the wishes of both sides.
 * Pupils the order does not name stand behind all, or are barred as NOT_RANKED. A mentor without an order takes all alike.
 */
export function mentoringInput<Input extends InputToRank>(input: Input, orders: readonly MentorOrder[], unranked: UnrankedRule): Input {
  const places = new Map(ranking(orders).map(({ occurrenceId, participantIds }) => [occurrenceId, new Map(participantIds.map((id, at) => [id, at]))]));
  const pupils = input.pupils.map((pupil) => ({
    ...pupil,
    wishes: pupil.wishes.map((wish) => {
      const order = places.get(wish.occurrence);
      const place = order?.get(pupil.id);
      const barred = order !== undefined && place === undefined && unranked === 'BARRED' && wish.notEligible === undefined;
      return { ...wish, ...(barred ? { notEligible: 'NOT_RANKED' } : {}), priority: place ?? order?.size ?? 0 };
    }),
  }));
  return { ...input, pupils };
}
