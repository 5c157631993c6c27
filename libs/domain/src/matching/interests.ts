import type { Topic } from '../partners';

/** Fields of work (Berufsfelder), close to the ISCED-F 2013 broad fields 05 to 08: every topic belongs to one. */
export const fieldsOfWork = {
  MATHEMATICS_AND_DATA: ['MATHEMATICS', 'STATISTICS_AND_DATA', 'ARTIFICIAL_INTELLIGENCE'],
  COMPUTING: ['PROGRAMMING', 'NETWORKS_AND_SECURITY', 'MEDIA_AND_DESIGN'],
  NATURAL_SCIENCE: ['PHYSICS', 'CHEMISTRY', 'EARTH_AND_SPACE', 'MATERIALS'],
  LIFE_AND_ENVIRONMENT: ['BIOLOGY', 'ENVIRONMENT_AND_CLIMATE', 'MEDICINE_AND_HEALTH', 'AGRICULTURE_AND_FOOD'],
  ENGINEERING: ['ROBOTICS', 'ELECTRONICS', 'MECHANICAL_ENGINEERING', 'ADDITIVE_MANUFACTURING', 'ENERGY'],
  VEHICLES_AND_TRAFFIC: ['MARINE_TECHNOLOGY', 'MOBILITY_AND_LOGISTICS', 'AEROSPACE'],
  BUILDING_AND_CRAFTS: ['CONSTRUCTION', 'CRAFTS'],
} as const satisfies Record<string, readonly Topic[]>;
export type FieldOfWork = keyof typeof fieldsOfWork;

const fieldOf = new Map(Object.entries(fieldsOfWork).flatMap(([field, topics]) => topics.map((topic): [Topic, FieldOfWork] => [topic, field as FieldOfWork])));

/** The best fit there is; scores are whole numbers from 0 to this, as the engine takes them. */
export const fullScore = 1_000_000;

/** Shares of the score: the very topics count most, a neighbouring topic of the same field of work counts a little. */
const topicShare = 0.75;

/** The cosine of two vectors with sparse, non-negative entries; 0 when one of them is empty. */
function cosine<Key>(a: ReadonlyMap<Key, number>, b: ReadonlyMap<Key, number>): number {
  const square = (vector: ReadonlyMap<Key, number>) => [...vector.values()].reduce((sum, weight) => sum + weight * weight, 0);
  const length = square(a) * square(b);
  if (length === 0) return 0;
  const product = [...a].reduce((sum, [key, weight]) => sum + weight * (b.get(key) ?? 0), 0);
  return product / Math.sqrt(length);
}

const counts = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const vector = new Map<Key, number>();
  for (const key of keys) vector.set(key, (vector.get(key) ?? 0) + 1);
  return vector;
};

const fields = (topics: readonly string[]): (FieldOfWork | undefined)[] => topics.map((topic) => fieldOf.get(topic as Topic)).filter((field) => field !== undefined);

/**
 * How well two lists of topics fit, a whole number from 0 (nothing in common) to 1,000,000 (the same topics): three
 * quarters of it the cosine of the topics, one quarter the cosine of the fields of work they belong to. Symmetric, free of
 * the order of the lists, and 0 when either is empty. A pupil who names one topic thrice weighs it thrice.
 */
export function interestScore(interests: readonly string[], topics: readonly string[]): number {
  const share = topicShare * cosine(counts(interests), counts(topics)) + (1 - topicShare) * cosine(counts(fields(interests)), counts(fields(topics)));
  return Math.min(fullScore, Math.round(share * fullScore));
}

/**
 * How well an occurrence fits a pupil, 0 to 1,000,000: the one score of the objectives SCORE and WORST_SCORE_FIRST and of
 * proposed wishes. It reads the interests and the topics and nothing else: no attribute of equal opportunity can enter.
 */
export const scoreOf = ({ interests }: { interests: readonly string[] }, { topics }: { topics: readonly string[] }): number => interestScore(interests, topics);

export interface ProposalSeeker {
  id: string;
  interests: readonly string[];
  wishes: readonly string[];
}

export interface ProposalChoice {
  id: string;
  activityId: string;
  topics: readonly string[];
}

/** Wishes proposed to one participant, best first. */
export interface ProposedWishes {
  participantId: string;
  occurrenceIds: string[];
}

/** FNV-1a over both ids: spreads equally fitting proposals over the occurrences, the same way every time. */
function spread(participantId: string, occurrenceId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${participantId} ${occurrenceId}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/**
 * Proposes wishes to those who have none: the best fitting occurrences they may attend, at most `perParticipant`, one per
 * activity. `barred` tells whether a participant may not attend an occurrence. Equal scores are spread by a hash of both
 * ids, so that no occurrence is preferred. Nothing in common is no proposal: who states no interests gets none.
 */
export function proposedWishes<Seeker extends ProposalSeeker, Choice extends ProposalChoice>(
  seekers: readonly Seeker[], choices: readonly Choice[], perParticipant: number, barred: (seeker: Seeker, choice: Choice) => boolean,
): ProposedWishes[] {
  return seekers.filter(({ wishes }) => wishes.length === 0).flatMap((seeker): ProposedWishes[] => {
    const fitting = choices
      .map((choice) => ({ choice, score: scoreOf(seeker, choice), order: spread(seeker.id, choice.id) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.order - b.order || (a.choice.id < b.choice.id ? -1 : 1));
    const best = new Map<string, string>();
    for (const { choice } of fitting) {
      if (best.size === perParticipant) break;
      // Rules cost more than scores, so they are asked last and only as often as needed.
      if (!best.has(choice.activityId) && !barred(seeker, choice)) best.set(choice.activityId, choice.id);
    }
    const occurrenceIds = [...best.values()];
    return occurrenceIds.length > 0 ? [{ participantId: seeker.id, occurrenceIds }] : [];
  });
}
