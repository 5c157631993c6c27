/**
 * Idempotency keys of submits still in doubt: the same input sent again after a failure carries the same key, so the
 * API answers with what the first attempt did instead of doing it twice.
 */
export interface SubmitKeys {
  once<Answer>(verb: string, input: unknown, send: (idempotencyKey: string) => Promise<Answer>): Promise<Answer>;
}

export function makeSubmitKeys(newKey: () => string = () => crypto.randomUUID()): SubmitKeys {
  const open = new Map<string, string>();
  return {
    async once(verb, input, send) {
      const submit = `${verb} ${JSON.stringify(input)}`;
      const key = open.get(submit) ?? newKey();
      open.set(submit, key);
      const answer = await send(key);
      open.delete(submit);
      return answer;
    },
  };
}
