/** What grave acts wait for: that the user proves anew who they are. One proof serves all that wait. */
export interface Confirmation {
  /** Whether an act waits for the user right now. */
  isAsked(): boolean;
  subscribe(listener: () => void): () => void;
  /** Waits for the proof; throws the refusal when the user gives up, or when nothing on screen could ask. */
  ask(refusal: unknown): Promise<void>;
  /** The API took the proof: all that wait are done again. */
  given(): void;
  /** The user gives up: nothing is done. */
  refused(): void;
}

export function makeConfirmation(): Confirmation {
  let waiting: { settle: (given: boolean) => void; outcome: Promise<boolean> } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  function end(given: boolean): void {
    if (!waiting) return;
    waiting.settle(given);
    waiting = null;
    tell();
  }

  return {
    isAsked: () => waiting !== null,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async ask(refusal) {
      if (listeners.size === 0) throw refusal;
      if (!waiting) {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        waiting = { settle: resolve, outcome: promise };
        tell();
      }
      if (!(await waiting.outcome)) throw refusal;
    },
    given: () => end(true),
    refused: () => end(false),
  };
}
