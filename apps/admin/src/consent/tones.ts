import type { Tone } from '@mintforge/ui-kit';
import type { Cell } from './types';

/** What the state of a consent means for who looks after it. */
export const consentTones: Record<Cell['state'], Tone> = {
  NOT_ASKED: 'neutral', REQUESTED: 'info', GIVEN: 'success', REFUSED: 'neutral', WITHDRAWN: 'warning', EXPIRED: 'warning', SUPERSEDED: 'warning', INVALIDATED: 'warning', DISPUTED: 'error',
};

/** States in which somebody still has to do something. */
export const open: readonly Cell['state'][] = ['NOT_ASKED', 'REQUESTED', 'EXPIRED', 'SUPERSEDED', 'INVALIDATED', 'DISPUTED'];
