import { defaultSettings, forecastRules, checkSettings } from '@mintforge/domain/matching';
import { settingsUnder } from './rule-settings';

const settings = { ...defaultSettings, seed: 'dice' };

describe('a run by the rule of a forecast', () => {
  it('has settings that the domain accepts, whatever the rule', () => {
    for (const rule of forecastRules) expect(checkSettings(settingsUnder(rule, settings))).toMatchObject({ seed: 'dice' });
  });
  it('draws lots alone, or keeps classes and reserves too', () => {
    expect(settingsUnder('STABLE_LOTTERY', settings)).toMatchObject({ usePriorities: false, useReserves: false });
    expect(settingsUnder('STABLE_RESERVES', { ...settings, mechanism: 'OPTIMAL', objective: 'GREEDY' })).toMatchObject({ mechanism: 'STABLE', objective: null, usePriorities: true, useReserves: true });
    expect(settingsUnder('OPTIMAL_GENEROUS', settings)).toMatchObject({ mechanism: 'OPTIMAL', objective: 'GENEROUS' });
  });
});
