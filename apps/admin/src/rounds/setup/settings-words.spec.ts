import { defaultSettings } from '@mintforge/domain/matching';
import { settingsWords } from './settings-words';

const settings = { ...defaultSettings, seed: 'dice' };
const wordsOf = (more: Partial<typeof settings> = {}) => settingsWords({ ...settings, ...more }, (key) => key.split('.').at(-1) ?? '');

describe('the rules of a round in words', () => {
  it('name the objective of an optimum, and no classes, for it knows none', () => {
    expect(wordsOf({ mechanism: 'OPTIMAL', objective: 'GENEROUS' })).toMatchObject({ basics: ['OPTIMAL: GENEROUS', 'places', 'seed quoted'], order: ['reserves', 'closing'] });
    expect(wordsOf().order).toEqual(['priorities', 'reserves', 'closing']);
  });
  it('say so when no rule bars anybody', () => {
    const rules = { consent: false, workingTime: false, reach: null, provisions: false, hostReadiness: false, onceOnly: false };
    expect(wordsOf({ rules }).rules).toEqual(['no_rules']);
    expect(wordsOf({ rules: { ...rules, reach: { by: 'DISTANCE_KM', most: 30 } } }).rules).toEqual(['DISTANCE_KM']);
  });
});
