import { forecastInWorker, solveInWorker } from './in-worker.ts';
import { explain } from '../explain/explain.ts';
import { InvalidInputError } from '../input/input.ts';
import type { MatchingInput } from '../input/input.ts';
import { forecast } from '../outcome/forecast.ts';
import { solve } from '../solve.ts';

const input: MatchingInput = {
  seed: '1',
  occurrences: [{ id: 'x', capacity: 1, reserves: [{ trait: 't', seats: 1 }] }, { id: 'y', capacity: 1 }],
  pupils: ['a', 'b', 'c'].map((id) => ({ id, traits: ['t'], wishes: [{ occurrence: 'x' }, { occurrence: 'y' }] })),
};

describe('a run in a thread of its own', () => {
  it('finds and explains the same outcome, and tells how far it is', async () => {
    const stages: string[] = [];
    const { outcome, explanations } = await solveInWorker(input, { onProgress: (stage) => stages.push(stage) });
    expect(outcome).toEqual(solve(input));
    expect(explanations).toEqual(explain(input, outcome));
    expect(stages).toEqual(['READING', 'DRAWING', 'PLACING', 'RECORDING', 'EXPLAINING']);
  });

  it('forecasts, with labels', async () => {
    const labels = new Map([['a', 'north'], ['b', 'south']]);
    expect(await forecastInWorker(input, '1', { labels })).toEqual(forecast(input, '1', { labels }));
  });

  it('refuses a bad input with every problem', async () => {
    const bad = { ...input, seed: '', occurrences: [{ id: 'x', capacity: -1 }] };
    await expect(solveInWorker(bad)).rejects.toThrow(InvalidInputError);
    await expect(solveInWorker(bad)).rejects.toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ code: 'EMPTY_TEXT', path: 'seed' }), expect.objectContaining({ code: 'OUT_OF_RANGE' })]) });
  });

  it('ends at once when it is cancelled, before or while it runs', async () => {
    const reason = new Error('the office changed its mind');
    await expect(solveInWorker(input, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const running = new AbortController();
    await expect(solveInWorker(input, { signal: running.signal, onProgress: () => running.abort(reason) })).rejects.toBe(reason);
  });
});
