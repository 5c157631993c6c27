import { Refusal } from '../kernel';

/**
 * What may put somebody into a class without the office's hand: went away empty in an earlier round and was never placed
 * since; has not been with this host yet; takes part for the first time.
 */
export const derivedClasses = ['NEVER_PLACED_BEFORE', 'NEW_PARTNER', 'FIRST_TIME'] as const;
export type DerivedClass = (typeof derivedClasses)[number];

/** A priority class of a round: those in it go before the lottery. The list is ordered, the first goes first. */
export interface PriorityClass {
  id: string;
  name: string;
  /** Why it is fair that they go first; whoever loses a seat to them may ask. */
  reason: string;
  /** Null = assigned by hand. */
  derived: DerivedClass | null;
}

/** What classes are derived from: the history of a participant in the rounds before. No attribute of equal opportunity is among it. */
export interface History {
  tookPart: boolean;
  /** Took part with wishes in an earlier published round and got nothing there. */
  wentEmpty: boolean;
  placed: boolean;
  /** Hosts the participant was placed with before. */
  hostIds: ReadonlySet<string>;
}

/** More classes than this turn the lottery into a queue of favours. */
export const maxClasses = 4;
const manyClasses = 3;
/** With more than this share of all above everybody, those above take the seats of a few. */
const largeShare = 1 / 3;

/** Checks the classes of a round. Refuses INVALID_INPUT naming the field: at most 4, each with a name and a reason, none derived twice. */
export function checkClasses(classes: readonly Omit<PriorityClass, 'id'>[]): void {
  const fields: Record<string, string> = {};
  if (classes.length > maxClasses) fields['classes'] = 'arrayMaxSize';
  for (const [at, { name, reason, derived }] of classes.entries()) {
    if (name.trim() === '') fields[`classes.${at}.name`] = 'required';
    if (reason.trim() === '') fields[`classes.${at}.reason`] = 'required';
    if (derived !== null && classes.findIndex((other) => other.derived === derived) !== at) fields[`classes.${at}.derived`] = 'arrayUnique';
  }
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', {}, fields);
}

/**
 * The engine's class of a pair, 0 = first, `classes.length` = everybody: the best of the class assigned by hand and the
 * derived ones that apply.
 */
export function classOf(classes: readonly PriorityClass[], assignedId: string | null, history: History, hostId: string): number {
  const found = classes.findIndex(({ id, derived }) => (derived === null ? id === assignedId : applies[derived](history, hostId)));
  return found < 0 ? classes.length : found;
}

const applies: Record<DerivedClass, (history: History, hostId: string) => boolean> = {
  NEVER_PLACED_BEFORE: ({ wentEmpty, placed }) => wentEmpty && !placed,
  NEW_PARTNER: ({ hostIds }, hostId) => !hostIds.has(hostId),
  FIRST_TIME: ({ tookPart, placed }) => !tookPart && !placed,
};

export interface ClassWarning {
  code: 'CLASSES_MANY' | 'CLASSES_LARGE';
  params: Record<string, number>;
}

/**
 * What to warn of before a run: many classes cost first wishes (measured: a third of them with four random ones), and when
 * more than a third of the participants are above everybody, going first means little. Classes of pairs (NEW_PARTNER) put
 * nobody before others as a person and are not counted in the share.
 */
export function classWarnings(classes: readonly PriorityClass[], members: readonly { assignedId: string | null; history: History }[]): ClassWarning[] {
  const warnings: ClassWarning[] = [];
  if (classes.length >= manyClasses) warnings.push({ code: 'CLASSES_MANY', params: { classes: classes.length } });
  const ofPersons = classes.filter(({ derived }) => derived !== 'NEW_PARTNER');
  const above = members.filter(({ assignedId, history }) => classOf(ofPersons, assignedId, history, '') < ofPersons.length).length;
  if (members.length > 0 && above > members.length * largeShare) warnings.push({ code: 'CLASSES_LARGE', params: { above, of: members.length } });
  return warnings;
}
