import { Refusal } from '../kernel';
import { bodyNameKey } from './body-name';

export type MergeValue = string | number | boolean | null | readonly string[];

/** One of two organisations to be merged (Zusammenführung): the fields a person can choose between, and its history of names and ids. */
export interface MergeSide {
  id: string;
  regionId: string;
  name: string;
  /** Register id; empty or null when it has none. */
  key: string | null;
  aliases: readonly string[];
  formerKeys: readonly string[];
  fields: Readonly<Record<string, MergeValue>>;
}

export type MergeChoice = 'SURVIVOR' | 'ABSORBED';

/**
 * What undoing needs. `before` and `after` are the survivor's fields around the merge; `moved` names, per table, the
 * rows that changed hands and is filled by whoever moves them. The absorbed organisation itself is kept, only hidden.
 */
export interface MergeUndo {
  survivorId: string;
  absorbedId: string;
  before: { fields: Record<string, MergeValue>; aliases: string[]; formerKeys: string[] };
  after: { fields: Record<string, MergeValue>; aliases: string[]; formerKeys: string[] };
  moved: Record<string, string[]>;
}

export interface MergePlan {
  survivorId: string;
  absorbedId: string;
  /** The survivor's fields after the merge, and which of them change. */
  fields: Record<string, MergeValue>;
  changed: string[];
  /** Names and register ids under which the survivor is found from now on, beside its own. */
  aliases: string[];
  formerKeys: string[];
  undo: MergeUndo;
}

const isEmpty = (value: MergeValue | undefined) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: MergeValue | undefined, b: MergeValue | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Lists are joined, a chosen side wins, an empty value gives way. */
function settle(own: MergeValue | undefined, other: MergeValue | undefined, choice: MergeChoice | undefined): MergeValue {
  if (choice === 'ABSORBED') return other ?? null;
  if (choice === 'SURVIVOR') return own ?? null;
  if (Array.isArray(own) && Array.isArray(other)) return [...new Set<string>([...own, ...other])];
  return (isEmpty(own) ? other : own) ?? null;
}

function namesBeside(name: string, names: readonly string[]): string[] {
  const taken = new Set([bodyNameKey(name)]);
  return names.filter((other) => {
    const key = bodyNameKey(other);
    return key !== '' && !taken.has(key) && taken.add(key);
  });
}

/**
 * Plans the merge of two organisations of one region: per field the chosen side, else the survivor's value, else (when
 * that is empty) the absorbed one's; lists are joined. Name and register id of the absorbed one stay findable, so a
 * later import of its row does not bring it back. Refuses MERGE_WITH_ITSELF, NOT_FOUND for another region's
 * organisation, and INVALID_INPUT for a choice on a field neither has.
 */
export function planMerge(survivor: MergeSide, absorbed: MergeSide, choices: Readonly<Record<string, MergeChoice>>): MergePlan {
  if (survivor.id === absorbed.id) throw new Refusal('MERGE_WITH_ITSELF');
  if (survivor.regionId !== absorbed.regionId) throw new Refusal('NOT_FOUND');
  const names = [...new Set([...Object.keys(survivor.fields), ...Object.keys(absorbed.fields)])];
  const unknown = Object.keys(choices).find((field) => !names.includes(field));
  if (unknown !== undefined) throw new Refusal('INVALID_INPUT', {}, { [`choices.${unknown}`]: 'unknown' });

  const fields = Object.fromEntries(names.map((field) => [field, settle(survivor.fields[field], absorbed.fields[field], choices[field])]));
  const name = typeof fields['name'] === 'string' ? fields['name'] : survivor.name;
  const key = typeof fields['key'] === 'string' ? fields['key'] : survivor.key;
  const aliases = namesBeside(name, [survivor.name, ...survivor.aliases, absorbed.name, ...absorbed.aliases]);
  const formerKeys = [...new Set([survivor.key, ...survivor.formerKeys, absorbed.key, ...absorbed.formerKeys])].filter((other): other is string => !!other && other !== key);
  return {
    survivorId: survivor.id,
    absorbedId: absorbed.id,
    fields,
    changed: names.filter((field) => !same(fields[field], survivor.fields[field])),
    aliases,
    formerKeys,
    undo: {
      survivorId: survivor.id,
      absorbedId: absorbed.id,
      before: { fields: { ...survivor.fields }, aliases: [...survivor.aliases], formerKeys: [...survivor.formerKeys] },
      after: { fields, aliases, formerKeys },
      moved: {},
    },
  };
}

/**
 * The survivor's fields to write back when a merge is undone; fields edited since that the merge had not touched stay as
 * edited. Refuses MERGE_CHANGED_SINCE naming the fields when a value the merge itself set was edited afterwards.
 */
export function planMergeUndo(undo: MergeUndo, current: Readonly<Record<string, MergeValue>>): Record<string, MergeValue> {
  const touched = Object.keys(undo.after.fields).filter((field) => !same(undo.after.fields[field], undo.before.fields[field]));
  const edited = touched.filter((field) => !same(current[field], undo.after.fields[field]) && !same(current[field], undo.before.fields[field]));
  if (edited.length > 0) throw new Refusal('MERGE_CHANGED_SINCE', { what: edited.join(', ') });
  return Object.fromEntries(touched.map((field) => [field, undo.before.fields[field] ?? null]));
}
