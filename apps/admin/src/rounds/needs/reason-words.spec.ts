import { gapCodes, pairBars } from '@mintforge/domain/matching';
import { gapText, reasonText } from './reason-words';
import { germanNeedsRounds } from './texts.de';

/** Keys and values as they come, so that a test sees what would be said. */
const spoken = (key: string, values: Record<string, unknown> = {}) => `${key.replace('app.needs_rounds.', '')} ${JSON.stringify(values)}`;

describe('the words of pairs', () => {
  it('name topics and rules by their words', () => {
    expect(reasonText({ code: 'TOPICS_SHARED', params: '{"topics":"ROBOTICS,ENERGY"}' }, spoken)).toContain('app.topics.ROBOTICS {}, app.topics.ENERGY {}');
    expect(reasonText({ code: 'DESPITE', params: '{"bar":"REACH"}' }, spoken)).toContain('bar.REACH');
  });
  it('tell what alone keeps most counterparts away from what only hinders among others', () => {
    expect(gapText({ code: 'NO_FIT', seats: 20, params: '{"bar":"GRADES","count":3,"alone":"yes"}' }, spoken)).toContain('gap.alone');
    expect(gapText({ code: 'NO_FIT', seats: 20, params: '{"bar":"GRADES","count":3,"alone":"no"}' }, spoken)).toContain('gap.together');
    expect(gapText({ code: 'NO_FIT', seats: 20, params: '{"bar":"","count":0,"alone":"no"}' }, spoken)).toContain('gap.nobody');
  });
  it('exist for every rule that keeps two apart and every seat left open', () => {
    expect(Object.keys(germanNeedsRounds.bar).sort()).toEqual([...pairBars].sort());
    for (const code of gapCodes) expect(germanNeedsRounds.gap).toHaveProperty(code);
  });
});
