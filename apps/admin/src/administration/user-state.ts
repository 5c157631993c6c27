import type { Tone } from '@mintforge/ui-kit';
import type { UserRow } from './types';

export type UserState = 'ACTIVE' | 'INVITED' | 'DISABLED';

export const userTones: Record<UserState, Tone> = { ACTIVE: 'success', INVITED: 'info', DISABLED: 'error' };

/** How things stand with an account; who was invited and never chose a password is not active yet. */
export const userState = ({ active, disabled }: Pick<UserRow, 'active' | 'disabled'>): UserState => (disabled ? 'DISABLED' : active ? 'ACTIVE' : 'INVITED');
