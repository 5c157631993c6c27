import { standardRules } from '@mintforge/domain/consent';
import { faultOf, withBand } from './rule-draft';

const { source, ...rule } = standardRules[0]!;
const draft = { ...rule, bands: [...rule.bands], material: false, source: 'Beschluss', validFrom: '2026-12-01' };

describe('the next version of a signer rule', () => {
  it('can be proposed with a source, from today on, when it can be applied', () => {
    expect(faultOf(draft, '2026-11-21')).toBeNull();
    expect([faultOf({ ...draft, source: ' ' }, '2026-11-21'), faultOf(draft, '2026-12-02'), faultOf({ ...draft, graceDays: 30 }, '2026-11-21'), faultOf({ ...draft, bands: draft.bands.slice(1) }, '2026-11-21'), faultOf({ ...draft, bands: draft.bands.slice(0, 2) }, '2026-11-21')])
      .toEqual(['source', 'past', 'grace', 'fromZero', 'adult']);
  });

  it('gets one more age in order, never one twice', () => {
    const more = withBand(withBand(draft.bands)).map(({ fromAge }) => fromAge);
    expect(more).toEqual([...new Set(more)].sort((a, b) => a - b));
    expect(more).toHaveLength(draft.bands.length + 2);
  });
});
