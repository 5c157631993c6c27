import { addDays, type Day } from '@mintforge/domain/kernel';
import type { Tone } from '@mintforge/ui-kit';

export type ProofState = 'VALID' | 'ENDING' | 'EXPIRED';

/** Days before its end from which a proof is worth asking for anew. */
const noticeDays = 60;

/** How a proof stands today: it counts to its last day, and one without end does not end. */
export function proofState(validUntil: Day | null, today: Day): ProofState {
  if (validUntil === null) return 'VALID';
  if (validUntil < today) return 'EXPIRED';
  return validUntil <= addDays(today, noticeDays) ? 'ENDING' : 'VALID';
}

export const proofTones: Record<ProofState, Tone> = { VALID: 'success', ENDING: 'warning', EXPIRED: 'error' };
