import type { CompanyInput, InputProblem, MatchingInput, OccurrenceInput, PupilInput } from '../input/input.ts';
import { InvalidInputError } from '../input/input.ts';

/** New seats of an occurrence; a field left out stays as it was. */
export type SeatsChange = Pick<OccurrenceInput, 'id'> & Partial<Pick<OccurrenceInput, 'capacity' | 'minimum' | 'reserves' | 'slots' | 'ceilings'>>;

/** What happened after a run. */
export interface RematchChange {
  /** Ids of pupils who left; their pins and vetoes go with them. */
  withdrawn?: readonly string[];
  /** Late applicants. */
  added?: readonly PupilInput[];
  seats?: readonly SeatsChange[];
  companies?: readonly CompanyInput[];
}

/**
 * The input as it stands after a change.
 *
 * @throws InvalidInputError when the change names pupils, occurrences or companies that are not there.
 */
export function changedInput(input: MatchingInput, { withdrawn = [], added = [], seats = [], companies = [] }: RematchChange): MatchingInput {
  checkNamed('withdrawn', withdrawn, input.pupils, (pupil) => ({ code: 'UNKNOWN_PUPIL', params: { pupil } }));
  checkNamed('seats', seats.map(({ id }) => id), input.occurrences, (occurrence) => ({ code: 'UNKNOWN_OCCURRENCE', params: { occurrence } }));
  checkNamed('companies', companies.map(({ id }) => id), input.companies ?? [], (company) => ({ code: 'UNKNOWN_COMPANY', params: { company } }));
  const gone = new Set(withdrawn);
  const newSeats = new Map(seats.map((change) => [change.id, change]));
  const newCompanies = new Map(companies.map((company) => [company.id, company]));
  const stays = ({ pupil }: { pupil: string }): boolean => !gone.has(pupil);
  return {
    ...input,
    pupils: [...input.pupils.filter(({ id }) => !gone.has(id)), ...added],
    occurrences: input.occurrences.map((occurrence) => ({ ...occurrence, ...newSeats.get(occurrence.id) })),
    ...(input.pins ? { pins: input.pins.filter(stays) } : {}),
    ...(input.vetoes ? { vetoes: input.vetoes.filter(stays) } : {}),
    ...(input.companies ? { companies: input.companies.map((company) => newCompanies.get(company.id) ?? company) } : {}),
  };
}

/** Refuses names of a change that are not in the input, all at once. */
export function checkNamed(field: string, names: readonly string[], rows: readonly { id: string }[], fault: (name: string) => Pick<InputProblem, 'code' | 'params'>): void {
  const known = new Set(rows.map(({ id }) => id));
  const problems = names.flatMap((name, i) => (known.has(name) ? [] : [{ ...fault(name), path: `change.${field}[${i}]` }]));
  if (problems.length > 0) throw new InvalidInputError(problems);
}
