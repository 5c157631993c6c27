import { dataClasses, type HeldClass } from './processing-record';
import type { RequestSubject } from './subject-requests';

/**
 * How data got away (Datenpanne): AUDIT = through the platform, so that the trail tells whose; STORED = a copy of what is
 * stored, with or without the keys.
 */
export const breachSources = ['AUDIT', 'STORED'] as const;
export type BreachSource = (typeof breachSources)[number];

/** NONE = nobody is affected; RISK = the authority is told (Art. 33 GDPR); HIGH = the people are told, too (Art. 34 GDPR). */
export const breachRisks = ['NONE', 'RISK', 'HIGH'] as const;
export type BreachRisk = (typeof breachRisks)[number];

/** A person whose data got away, with the classes that did. */
export interface AffectedPerson {
  kind: RequestSubject;
  id: string;
  classes: readonly HeldClass[];
}

/** How many people of a kind are affected, in all and by the highest class of theirs. */
export interface AffectedCount {
  kind: RequestSubject;
  people: number;
  byClass: { dataClass: HeldClass; people: number }[];
}

const hour = 3_600_000;

/** The instant by which the authority must know: 72 hours after becoming aware, whatever days they are (Art. 33(1) GDPR; Art. 3 Regulation 1182/71 prolongs no period of hours). */
export const breachDeadline = (awareAt: Date): Date => new Date(awareAt.getTime() + 72 * hour);

/** The highest of some classes; null for none. */
export const highestClass = (classes: readonly HeldClass[]): HeldClass | null => dataClasses.findLast((dataClass) => classes.includes(dataClass)) ?? null;

/** The risk as the classes tell it: HIGH when special data or credentials of anybody got away. Judging it anew is the office's. */
export function breachRisk(affected: readonly AffectedPerson[]): BreachRisk {
  if (affected.length === 0) return 'NONE';
  return affected.some(({ classes }) => classes.includes('C4') || classes.includes('C5')) ? 'HIGH' : 'RISK';
}

/** Counts by kind and highest class, kinds and classes in a stable order; nobody is counted twice. */
export function countAffected(affected: readonly AffectedPerson[]): AffectedCount[] {
  const kinds = [...new Set(affected.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const people = affected.filter((person) => person.kind === kind);
    const highest = people.map(({ classes }) => highestClass(classes));
    return { kind, people: people.length, byClass: dataClasses.map((dataClass) => ({ dataClass, people: highest.filter((one) => one === dataClass).length })).filter((count) => count.people > 0) };
  });
}
