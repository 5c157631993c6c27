import { useQuery } from '@tanstack/react-query';
import { useVerbs } from '../../common/use-act';

/** What the check of a round finds, asked once for all that look at it; only who prepares rounds may ask. */
export function useRoundCheck(roundId: string, asked = true) {
  const verbs = useVerbs();
  return useQuery({ queryKey: ['rounds', 'check', roundId], queryFn: () => verbs.roundCheck(roundId), enabled: asked });
}
