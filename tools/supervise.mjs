/**
 * Runs something that starts one part after the other, keeps them until Ctrl-C, SIGTERM or the end of a part, and then
 * stops them in reverse order. Ends this process: 0 when it was asked to end, 1 when something failed.
 * @param {(house: { signal: AbortSignal, keep: (part: { name: string, exited?: Promise<void>, stop: () => Promise<void> }) => void }) => Promise<void>} work
 */
export async function supervise(work) {
  const asked = new AbortController();
  /** @type {{ name: string, exited?: Promise<void>, stop: () => Promise<void> }[]} */
  const parts = [];
  /** @type {(value?: undefined) => void} */
  let wake = () => {};
  const end = new Promise((/** @type {(value?: undefined) => void} */ resolve) => (wake = resolve));
  let failure = '';

  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(name, () => {
      asked.abort();
      wake();
    });
  }
  const keep = (part) => {
    parts.push(part);
    part.exited?.then(() => {
      if (!asked.signal.aborted) failure ||= `${part.name} ended unexpectedly`;
      wake();
    });
  };

  try {
    await work({ signal: asked.signal, keep });
    await end;
  } catch (error) {
    if (!asked.signal.aborted) failure ||= error.message;
  }
  asked.abort();
  for (const part of parts.toReversed()) await part.stop();
  if (failure) console.error(failure);
  process.exit(failure ? 1 : 0);
}
