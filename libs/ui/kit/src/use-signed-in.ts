import { useSyncExternalStore } from 'react';
import type { Session, SignedIn } from './session';

/** Who is signed in, kept current through refresh and switch. */
export const useSignedIn = (session: Session): SignedIn | null => useSyncExternalStore(session.subscribe, session.current);
