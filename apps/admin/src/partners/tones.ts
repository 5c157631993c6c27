import type { Tone } from '@mintforge/ui-kit';
import type { ImportListRow, ImportRow, NeedRow, OfferRow, OrganisationRow, Partnership } from './types';

export const stageTones: Record<OrganisationRow['stage'], Tone> = { NEW: 'neutral', CONTACTED: 'info', IN_TALKS: 'info', ACTIVE: 'success', PAUSED: 'warning', ENDED: 'neutral' };
export const needTones: Record<NeedRow['state'], Tone> = { OPEN: 'info', MET: 'success', CLOSED: 'neutral' };
export const offerTones: Record<OfferRow['state'], Tone> = { OPEN: 'info', IN_ACTIVITY: 'success', CLOSED: 'neutral' };
export const partnershipTones: Record<Partnership['state'], Tone> = { PROPOSED: 'info', ACTIVE: 'success', ENDED: 'neutral' };
export const importTones: Record<ImportListRow['state'], Tone> = { UPLOADED: 'warning', PREVIEWED: 'info', COMMITTED: 'success', UNDONE: 'neutral' };
export const verdictTones: Record<ImportRow['verdict'], Tone> = { CREATE: 'success', UPDATE: 'info', SKIP: 'neutral', REFUSE: 'error' };
