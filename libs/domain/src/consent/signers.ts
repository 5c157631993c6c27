import { ageOn, type Day } from '../kernel';
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

/**
 * The day from which a consent that rests on guardians no longer counts, because the pupil took over and did not renew
 * it; null = never. It is the first of a month within the grace, so that nobody reads a birthday from it.
 */
export function lapseDay({ bands, graceDays }: SignerRule, birthDate: Day | null, day: Day, required: RequiredSigners): Day | null {
  if (birthDate === null || required.guardians === 0) return null;
  const age = ageOn(birthDate, day);
  const next = bands.find((band) => band.takesOver && band.fromAge > age);
  if (!next) return null;
  const end = new Date(`${birthdayOf(birthDate, next.fromAge)}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + graceDays);
  return `${end.toISOString().slice(0, 7)}-01`;
}
