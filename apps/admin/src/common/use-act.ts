import { useMutation } from '@tanstack/react-query';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { ConsoleProvider } from '../verbs';

/** The console's verbs. */
export const useVerbs = () => useDataProvider<ConsoleProvider>();

export interface ActOptions<Answer> {
  /** Text key of the notice afterwards, and its values. */
  done?: string | ((answer: Answer) => { text: string; values: Record<string, unknown> });
  then?: (answer: Answer) => void;
}

/** One business act: waits for the API, reads everything on screen anew, says so. A refusal stays in `error`, to be shown where it was caused. */
export function useAct<Answer, Input = void>(act: (verbs: ConsoleProvider, input: Input) => Promise<Answer>, { done, then }: ActOptions<Answer> = {}) {
  const verbs = useVerbs();
  const notify = useNotify();
  const refresh = useRefresh();
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => act(verbs, input),
    onSuccess: (answer) => {
      refresh();
      const notice = typeof done === 'function' ? done(answer) : done && { text: done, values: {} };
      if (notice) notify(notice.text, { type: 'success', messageArgs: notice.values });
      then?.(answer);
    },
  });
}
