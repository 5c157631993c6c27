declare const flavour: unique symbol;
type Flavoured<Name extends string> = string & { readonly [flavour]?: Name };

/** Identifiers are UUIDv7 strings; the flavour stops one kind being passed for another where both are declared. */
export type RegionId = Flavoured<'Region'>;
export type UserId = Flavoured<'User'>;
export type OrganisationId = Flavoured<'Organisation'>;
export type ActivityId = Flavoured<'Activity'>;
export type OccurrenceId = Flavoured<'Occurrence'>;
export type GroupId = Flavoured<'Group'>;
export type PupilId = Flavoured<'Pupil'>;
export type RoundId = Flavoured<'Round'>;
export type RunId = Flavoured<'Run'>;

/** Whether text looks like a UUID of any version. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(text);
