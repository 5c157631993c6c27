import type { Day } from '../kernel';
import type { ActivityFormat } from './organisation-kinds';

/**
 * Proofs (Nachweise) of a host: accident and liability insurance, risk assessment for young people (§ 28a JArbSchG),
 * protective gear at hand, clearance of those who supervise (only that the certificate was seen: § 72a(5) SGB VIII).
 */
export const readinessKinds = ['INSURANCE', 'RISK_ASSESSMENT', 'PROTECTIVE_GEAR', 'CLEARANCE'] as const;
export type ReadinessKind = (typeof readinessKinds)[number];

/** A proof somebody of the office has seen; valid to its last day, or without end. */
export interface Readiness {
  kind: ReadinessKind;
  seenOn: Day;
  validUntil: Day | null;
}

const neededBy: Record<ActivityFormat, readonly ReadinessKind[]> = {
  COMPANY_VISIT: [],
  TECH_WORKSHOP: ['RISK_ASSESSMENT'],
  JOB_SHADOWING: ['INSURANCE', 'RISK_ASSESSMENT'],
  RESEARCH_PROJECT: ['RISK_ASSESSMENT'],
  MENTORING: ['CLEARANCE'],
};

/** The proofs a host needs for an activity; one with equipment that asks for a briefing needs protective gear too. */
export const readinessNeeded = (format: ActivityFormat, withBriefing: boolean): ReadinessKind[] => [...neededBy[format], ...(withBriefing ? (['PROTECTIVE_GEAR'] as const) : [])];

/** The proofs that are missing or run out before the last day, in the order of the vocabulary. */
export function missingReadiness(needed: readonly ReadinessKind[], proofs: readonly Readiness[], lastDay: Day): ReadinessKind[] {
  return readinessKinds.filter((kind) => needed.includes(kind) && !proofs.some((proof) => proof.kind === kind && (proof.validUntil === null || proof.validUntil >= lastDay)));
}
