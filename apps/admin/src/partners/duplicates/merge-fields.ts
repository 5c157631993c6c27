import type { Organisation } from '../types';

/** The fields a merge chooses between, in the order of the page. */
export const mergeFields = ['name', 'roles', 'schoolKinds', 'officialNumber', 'officialKey', 'land', 'stage', 'phone', 'email', 'website', 'fax', 'tags', 'notes', 'closedOn'] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergePick = 'SURVIVOR' | 'ABSORBED' | 'BOTH';
export type MergePicks = Partial<Record<MergeField, MergePick>>;

type Value = string | readonly string[] | null;
type Side = Pick<Organisation, MergeField>;

const isEmpty = (value: Value) => value === null || value.length === 0;
const textOf = (value: Value) => JSON.stringify(Array.isArray(value) ? value.toSorted() : (value ?? ''));

/** Which fields differ and need a choice, and which say the same on both sides. */
export function compareFields(survivor: Side, absorbed: Side): { differing: MergeField[]; same: MergeField[] } {
  const filled = mergeFields.filter((field) => !isEmpty(survivor[field]) || !isEmpty(absorbed[field]));
  return { differing: filled.filter((field) => textOf(survivor[field]) !== textOf(absorbed[field])), same: filled.filter((field) => textOf(survivor[field]) === textOf(absorbed[field])) };
}

/** Lists may be joined; single values are one or the other. */
export const isList = (field: MergeField): boolean => field === 'roles' || field === 'schoolKinds' || field === 'tags';

/** What holds unless somebody chooses: lists joined, the survivor's value, the other's where the survivor has none. */
export function usualPick(field: MergeField, survivor: Side, absorbed: Side): MergePick {
  if (isList(field) && !isEmpty(survivor[field]) && !isEmpty(absorbed[field])) return 'BOTH';
  return isEmpty(survivor[field]) ? 'ABSORBED' : 'SURVIVOR';
}

/** The choices to send: a side per field; joined lists are what the API does by itself. */
export const choicesToSend = (fields: readonly MergeField[], picks: MergePicks, survivor: Side, absorbed: Side): { field: string; from: 'SURVIVOR' | 'ABSORBED' }[] =>
  fields.flatMap((field) => {
    const from = picks[field] ?? usualPick(field, survivor, absorbed);
    return from === 'BOTH' ? [] : [{ field, from }];
  });

/** The same choices when the sides change places. */
export const swapPicks = (picks: MergePicks): MergePicks =>
  Object.fromEntries(Object.entries(picks).map(([field, pick]) => [field, pick === 'BOTH' ? pick : pick === 'SURVIVOR' ? 'ABSORBED' : 'SURVIVOR']));
