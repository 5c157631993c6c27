import type { Tone } from '@mintforge/ui-kit';
import type { Round, Run } from './types';

export const roundTones: Record<Round['state'], Tone> = { OPEN: 'info', PUBLISHED: 'success', CLOSED: 'neutral' };
export const runTones: Record<Run['state'], Tone> = { RUNNING: 'info', DONE: 'neutral', FAILED: 'error', CANCELLED: 'neutral', PUBLISHED: 'success' };
