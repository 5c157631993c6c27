import { Refusal } from '../kernel';

/** How places are given: stable (nobody envies with reason), or the exact optimum of an objective. */
export const mechanisms = ['STABLE', 'OPTIMAL'] as const;
export type RoundMechanism = (typeof mechanisms)[number];

/** What an optimum is best in, once the most participants are placed; the engine's words. */
export const objectives = ['RANK_SUM', 'RANK_MAXIMAL', 'GREEDY', 'GENEROUS', 'SCORE', 'WORST_SCORE_FIRST'] as const;
export type RoundObjective = (typeof objectives)[number];

/** What happens with a seat given back after publishing: those who hold a lesser place move up, only who has none, or nothing. */
export const refills = ['CHAIN', 'WAITING_ONLY', 'NONE'] as const;
export type Refill = (typeof refills)[number];

/** How reach is measured: kilometres of road, or minutes of travel. */
export const reachMeasures = ['DISTANCE_KM', 'TRAVEL_MINUTES'] as const;
export type ReachMeasure = (typeof reachMeasures)[number];

/** How far a participant may be sent: at most so many kilometres or minutes one way. */
export interface ReachRule {
  by: ReachMeasure;
  most: number;
}

/** Which rules bar a participant from an occurrence, beside grade, minimum age and published state, which always do. */
export interface RoundRules {
  /** Whether a valid consent to matching is needed. */
  consent: boolean;
  /** Whether the working-time rules for young people are kept. */
  workingTime: boolean;
  /** How far it may be; null = anywhere. */
  reach: ReachRule | null;
  /** Whether the occurrence must provide what the pupil needs (Vorkehrungen). */
  provisions: boolean;
  /** Whether the host's proofs (Nachweise) must be valid on the day. */
  hostReadiness: boolean;
  /** Whether nobody goes to an activity he or she was placed in before. */
  onceOnly: boolean;
}

/** How a round (Vergaberunde) is run; a dry run may try other settings than the round's own. */
export interface RoundSettings {
  /** Text that fixes the lottery; the same seed gives every id the same number again. */
  seed: string;
  /** Where the seed comes from, so that nobody need trust the office: a public beacon's round, dice thrown in public. */
  seedSource: string;
  /** Occurrences one participant may hold, 1 to 5; none overlap in time, none are of the same activity. */
  placesPerParticipant: number;
  /** Whether the round's priority classes go before the lottery. */
  usePriorities: boolean;
  /** Whether the round's reserves are kept. */
  useReserves: boolean;
  /** Whether occurrences below their minimum size are closed and their applicants placed elsewhere. */
  closeBelowMinimum: boolean;
  mechanism: RoundMechanism;
  /** Used with OPTIMAL only; null with STABLE. */
  objective: RoundObjective | null;
  /** Days to accept a placement; 0 = it needs no acceptance. */
  acceptanceDays: number;
  refill: Refill;
  /** A withdrawal with fewer days left counts as late; 0 = never. */
  lateDays: number;
  rules: RoundRules;
}

export const maxPlaces = 5;
export const maxSeedLength = 100;
export const maxSeedSourceLength = 300;
export const maxAcceptanceDays = 60;
export const maxLateDays = 60;
/** Upper ends of what a reach rule may say; above it, it would bar nobody within a region. */
export const maxReach: Record<ReachMeasure, number> = { DISTANCE_KM: 300, TRAVEL_MINUTES: 300 };

/** What a new round starts with; its seed is its own. */
export const defaultSettings: Omit<RoundSettings, 'seed'> = {
  seedSource: '',
  placesPerParticipant: 1,
  usePriorities: true,
  useReserves: true,
  closeBelowMinimum: true,
  mechanism: 'STABLE',
  objective: null,
  acceptanceDays: 0,
  refill: 'CHAIN',
  lateDays: 3,
  rules: { consent: false, workingTime: true, reach: null, provisions: true, hostReadiness: false, onceOnly: false },
};

const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** Checks settings. Refuses INVALID_INPUT naming every faulty field. */
export function checkSettings(settings: RoundSettings): RoundSettings {
  const { seed, seedSource, placesPerParticipant, mechanism, objective, acceptanceDays, refill, lateDays, rules } = settings;
  const { reach } = rules;
  const faults: [field: string, rule: string, faulty: boolean][] = [
    ['seed', 'length', seed.trim().length === 0 || seed.length > maxSeedLength],
    ['seedSource', 'length', seedSource.length > maxSeedSourceLength],
    ['placesPerParticipant', 'range', !whole(placesPerParticipant, 1, maxPlaces)],
    ['mechanism', 'isIn', !mechanisms.includes(mechanism)],
    ['objective', mechanism === 'OPTIMAL' ? 'required' : 'onlyWithOptimal', mechanism === 'OPTIMAL' ? objective === null || !objectives.includes(objective) : objective !== null],
    ['acceptanceDays', 'range', !whole(acceptanceDays, 0, maxAcceptanceDays)],
    ['refill', 'isIn', !refills.includes(refill)],
    ['lateDays', 'range', !whole(lateDays, 0, maxLateDays)],
    ['rules.reach.by', 'isIn', reach !== null && !reachMeasures.includes(reach.by)],
    ['rules.reach.most', 'range', reach !== null && !whole(reach.most, 1, maxReach[reach.by] ?? 0)],
  ];
  const fields = Object.fromEntries(faults.flatMap(([field, rule, faulty]) => (faulty ? [[`settings.${field}`, rule]] : [])));
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', {}, fields);
  return settings;
}
