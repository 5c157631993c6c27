import { addDays, ageOn, Refusal, type Day } from '../kernel';
import type { Custody, Signer } from './vocabularies';

/** Who signs from an age on: none, one or all of the guardians, and the pupil or not. */
export interface SignerBand {
  fromAge: number;
  guardians: 'NONE' | 'ONE' | 'ALL';
  pupil: boolean;
  /** Whether consents that rest on a guardian are to be renewed by the pupil from this birthday on. */
  takesOver: boolean;
}

/** A signer rule (Unterschriftsregel) of a region, in force from a day on. Bands ascend by age, the first begins at 0. */
export interface SignerRule {
  bands: readonly SignerBand[];
  /** Days after a take-over birthday during which a guardian's consent still stands; 31 to 120. */
  graceDays: number;
}

/** Full age (Volljährigkeit, § 2 BGB): no rule may let guardians decide from then on. */
export const majority = 18;

/** Whose yes it takes: how many guardians, and the pupil or not. */
export interface RequiredSigners {
  guardians: 0 | 1 | 2;
  pupil: boolean;
}

const countOf = (guardians: SignerBand['guardians'], custody: Custody): RequiredSigners['guardians'] => (guardians === 'NONE' ? 0 : guardians === 'ALL' && custody === 'JOINT' ? 2 : 1);

/**
 * Whose yes a decision of `day` takes, by the age on that day in Berlin and custody. Without a birth date (or before it)
 * everybody whom any age would ask: that is right at every age (privacy-security CON-3).
 */
export function requiredSigners({ bands }: SignerRule, birthDate: Day | null, day: Day, custody: Custody): RequiredSigners {
  const age = birthDate === null ? -1 : ageOn(birthDate, day);
  const fitting = age < 0 ? bands : bands.filter((band) => band.fromAge <= age).slice(-1);
  return {
    guardians: Math.max(0, ...fitting.map((band) => countOf(band.guardians, custody))) as RequiredSigners['guardians'],
    pupil: fitting.some((band) => band.pupil),
  };
}

/** Whether a signer has a say: the pupil where their own yes counts, a guardian where one does, a second one under joint custody. */
export function isEntitled(signer: Signer, required: RequiredSigners, custody: Custody): boolean {
  if (signer === 'PUPIL') return required.pupil;
  return required.guardians > 0 && (signer === 'GUARDIAN_1' || custody !== 'SOLE');
}

/** The day a person reaches an age; born on 29 February, that is 1 March in common years. */
export function birthdayOf(birthDate: Day, age: number): Day {
  const day = `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10);
}

/** The birthday on which the pupil takes over what guardians decide on a day; null where nobody does, or no birth date is known. */
function takeOverDay({ bands }: SignerRule, birthDate: Day | null, day: Day, required: RequiredSigners): Day | null {
  if (birthDate === null || required.guardians === 0) return null;
  const age = ageOn(birthDate, day);
  const next = bands.find((band) => band.takesOver && band.fromAge > age);
  return next ? birthdayOf(birthDate, next.fromAge) : null;
}

/**
 * The day from which a consent that rests on guardians no longer counts, because the pupil took over and did not renew
 * it; null = never. It is the first of a month within the grace, so that nobody reads a birthday from it.
 */
export function lapseDay(rule: SignerRule, birthDate: Day | null, day: Day, required: RequiredSigners): Day | null {
  const birthday = takeOverDay(rule, birthDate, day, required);
  return birthday && `${addDays(birthday, rule.graceDays).slice(0, 7)}-01`;
}

/**
 * The day on which the pupil is asked to renew a consent of guardians; null = never. It is the first or the sixteenth of
 * a month that follows the take-over birthday (or is it), so that nobody reads the birthday from it.
 */
export function renewalDay(rule: SignerRule, birthDate: Day | null, day: Day, required: RequiredSigners): Day | null {
  const birthday = takeOverDay(rule, birthDate, day, required);
  if (birthday === null) return null;
  const [month, date] = [birthday.slice(0, 8), birthday.slice(8)];
  if (date === '01' || date === '16') return birthday;
  return date < '16' ? `${month}16` : `${addDays(`${month}28`, 4).slice(0, 8)}01`;
}

/**
 * The age at which guardians have no say left under any of the rules of a region (18, § 2 BGB, as the standard rules have
 * it); null while some rule never ends it.
 */
export function guardiansEndAge(rules: readonly SignerRule[]): number | null {
  const ages = rules.map(({ bands }) => bands[bands.findLastIndex(({ guardians }) => guardians !== 'NONE') + 1]?.fromAge ?? null);
  return ages.reduce((latest, age) => (latest === null || age === null ? null : Math.max(latest, age)), 0 as number | null);
}

/** The shortest and longest grace that a rule may give. */
export const graceLimits = { min: 31, max: 120 } as const;

/**
 * Refuses a rule that cannot be applied (INVALID_INPUT with the field): bands ascend by whole years from 0, each asks
 * somebody, who took over signs alone, and the last band is the adult's own.
 */
export function checkSignerRule({ bands, graceDays }: SignerRule): void {
  const refuse = (field: string, why: string): never => {
    throw new Refusal('INVALID_INPUT', {}, { [field]: why });
  };
  if (!Number.isInteger(graceDays) || graceDays < graceLimits.min || graceDays > graceLimits.max) refuse('graceDays', 'range');
  if (bands[0]?.fromAge !== 0) refuse('bands', 'fromZero');
  for (const [at, { fromAge, guardians, pupil, takesOver }] of bands.entries()) {
    if (!Number.isInteger(fromAge) || fromAge > majority || (at > 0 && fromAge <= bands[at - 1]!.fromAge)) refuse('bands', 'ascending');
    if (guardians === 'NONE' && !pupil) refuse('bands', 'nobody');
    if (takesOver && (guardians !== 'NONE' || at === 0)) refuse('bands', 'takesOver');
    if (at > 0 && guardians === 'NONE' && bands[at - 1]!.guardians !== 'NONE' && !takesOver) refuse('bands', 'notTakenOver');
  }
  if (bands.at(-1)?.guardians !== 'NONE') refuse('bands', 'adult');
}
