import { failureOf, isOver, type Job } from './job';

const failed = (error: object | null): Job => ({ id: 'j', kind: 'partners.import', state: 'FAILED', progress: 40, step: null, result: null, error: error && JSON.stringify(error) });

describe('a job', () => {
  it('tells why it failed in the user’s language', () => {
    expect(failureOf(failed({ code: 'FILE_TOO_LARGE', params: { limit: '10 MB' } }), 'de')).toBe('Die Datei ist zu groß: höchstens 10 MB.');
    expect(failureOf(failed({ code: 'INTERNAL', requestId: 'r-17' }), 'en')).toContain('r-17');
    expect(failureOf(failed(null), 'de')).toBe('');
  });
  it('is over when done or failed', () => {
    expect([failed(null), { ...failed(null), state: 'RUNNING' as const }].map(isOver)).toEqual([true, false]);
  });
});
