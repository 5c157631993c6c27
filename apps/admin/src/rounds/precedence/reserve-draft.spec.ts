import { checkReserves } from '@mintforge/domain/matching';
import { draftFaults, draftInput, draftOf } from './reserve-draft';

const reason = 'Ziel der Förderung: Regionalschulen';

describe('the form of a reserve', () => {
  it('asks for a lawful reason first of all', () => {
    expect(draftFaults(draftOf())).toEqual(['reason']);
    expect(draftFaults({ ...draftOf(), reason })).toEqual([]);
  });
  it('hands on the fields of its trait alone, as a share or as seats', () => {
    expect(draftInput({ ...draftOf(), kind: 'GRADES', reason })).toEqual({ trait: { kind: 'GRADES', from: 8, to: 10 }, occurrenceId: null, seats: null, percent: 20, reason });
    expect(draftInput({ ...draftOf(), kind: 'FIRST_TIME', by: 'SEATS', amount: '3', reason })).toMatchObject({ trait: { kind: 'FIRST_TIME' }, seats: 3, percent: null });
  });
  it('knows the same faults as the rule of reserves', () => {
    const drafts = [{ amount: '0' }, { amount: '101' }, { amount: '2.5' }, { kind: 'GRADES' as const, from: '9', to: '8' }, { kind: 'FAR_FROM_CENTRE' as const, leastKm: '301' }, { amount: '100' }, { kind: 'GRADES' as const, from: '9', to: '9' }];
    for (const more of drafts) {
      const draft = { ...draftOf(), reason, ...more };
      const { trait, occurrenceId, seats, percent } = draftInput(draft);
      const check = () => checkReserves([{ trait: trait as Parameters<typeof checkReserves>[0][number]['trait'], occurrenceId: occurrenceId ?? null, seats: seats ?? null, percent: percent ?? null, reason }]);
      if (draftFaults(draft).length > 0) expect(check).toThrow();
      else expect(check).not.toThrow();
    }
  });
});
