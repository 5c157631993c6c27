import { useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import type { Round } from './types';
import { useVerbs } from '../common/use-act';

/** All occurrences of a round, by number. */
export function useRoundOccurrences(roundId: string) {
  const verbs = useVerbs();
  return useQuery({ queryKey: ['rounds', 'occurrences', roundId], queryFn: () => verbs.roundOccurrences(roundId) });
}

/** Whether this round may still be prepared and run by who is signed in. */
export function useMayPrepare(round: Pick<Round, 'state'>): boolean {
  const allowed = useAllowed();
  return round.state === 'OPEN' && allowed('matching.run');
}
