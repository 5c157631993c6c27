import type { PlacementStatus } from '@mintforge/domain/matching';
import type { Tone } from '@mintforge/ui-kit';

/** What a state of a placement means to who reads the list. */
export const placementTones: Record<PlacementStatus, Tone> = {
  PLACED: 'success',
  OFFERED: 'info',
  ACCEPTED: 'success',
  DECLINED: 'neutral',
  LAPSED: 'warning',
  WITHDRAWN: 'neutral',
  LATE_WITHDRAWN: 'warning',
  CANCELLED_BY_HOST: 'error',
  MOVED: 'neutral',
};
