import fc from 'fast-check';
import { filledPlaces, fillRequest, holdsSeat, placementStates, type RecordedInput, type StandingPlacement } from '.';

const recorded: RecordedInput = {
  pupils: ['p', 'q', 'r'].map((id) => ({ id, wishes: [{ occurrence: 'a' }, { occurrence: 'b' }] })),
  occurrences: [{ id: 'a', capacity: 9, minimum: 5, reserves: [{ trait: 'far', seats: 1 }, { trait: 'new', seats: 4 }] }, { id: 'b', capacity: 9 }],
  pins: [{ pupil: 'p', occurrence: 'a' }],
};
const placement = (more: Partial<StandingPlacement> = {}): StandingPlacement => ({ id: '1', participantId: 'p', occurrenceId: 'a', state: 'PLACED', seats: 1, ...more });
const seats = [{ id: 'a', free: 1, open: true }, { id: 'b', free: 2, open: true }];
const fillers = { refill: 'CHAIN' as const, gone: new Set<string>() };
const wishesOf = (request: { input: RecordedInput }, id: string) => request.input.pupils.find((pupil) => pupil.id === id)!.wishes.map(({ occurrence }) => occurrence);

describe('what a chain starts from', () => {
  it('are the seats held and free now, without minimum, reserves as far as they fit', () => {
    const { input, held } = fillRequest(recorded, new Set(), [placement()], seats, fillers);
    expect(input.occurrences).toEqual([{ id: 'a', capacity: 2, minimum: 0, reserves: [{ trait: 'far', seats: 1 }, { trait: 'new', seats: 1 }] }, { id: 'b', capacity: 2, minimum: 0 }]);
    expect([[...held], input.pins]).toEqual([[['p', ['a']]], recorded.pins]);
  });
  it('lets nobody into an occurrence that was closed, called off or has begun, and nobody out', () => {
    const { input } = fillRequest(recorded, new Set(['b']), [placement()], [{ id: 'a', free: 1, open: false }, seats[1]!], fillers);
    expect(input.occurrences.map(({ capacity }) => capacity)).toEqual([1, 0]);
  });
  it('leaves out who gave a place back or is gone, but not who lost it to the host; a pin ends with its place', () => {
    for (const state of ['DECLINED', 'LAPSED', 'WITHDRAWN', 'LATE_WITHDRAWN'] as const) {
      const request = fillRequest(recorded, new Set(), [placement({ state })], seats, { ...fillers, gone: new Set(['r']) });
      expect([wishesOf(request, 'p'), wishesOf(request, 'q'), wishesOf(request, 'r'), request.input.pins]).toEqual([[], ['a', 'b'], [], []]);
    }
    expect(wishesOf(fillRequest(recorded, new Set(), [placement({ state: 'CANCELLED_BY_HOST' })], seats, fillers), 'p')).toEqual(['a', 'b']);
  });
  it('keeps what was accepted, and with WAITING_ONLY what anybody holds', () => {
    const both = [placement({ state: 'ACCEPTED' }), placement({ id: '2', participantId: 'q', occurrenceId: 'b' })];
    expect(fillRequest(recorded, new Set(), both, seats, fillers).frozen).toEqual(['p']);
    expect(fillRequest(recorded, new Set(), both, seats, { ...fillers, refill: 'WAITING_ONLY' }).frozen).toEqual(['p', 'q']);
  });
  it('never offers fewer seats than are held, nor more than are held and free', () => {
    const placements = fc.array(fc.record({ participantId: fc.constantFrom('p', 'q', 'r'), occurrenceId: fc.constantFrom('a', 'b'), state: fc.constantFrom(...placementStates), seats: fc.nat(30) }));
    fc.assert(fc.property(placements, fc.nat(9), fc.boolean(), (rows, free, open) => {
      const standing = rows.map((row, at) => ({ id: String(at), ...row }));
      const { input } = fillRequest(recorded, new Set(), standing, [{ id: 'a', free, open }, { id: 'b', free, open }], fillers);
      for (const { id, capacity } of input.occurrences) {
        const taken = standing.filter(({ occurrenceId, state }) => occurrenceId === id && holdsSeat(state)).reduce((sum, row) => sum + row.seats, 0);
        expect(capacity).toBe(taken + (open ? free : 0));
      }
    }));
  });
});

describe('what a chain changed', () => {
  it('says who left which place, and whose seat each one was', () => {
    const placements = [placement({ state: 'WITHDRAWN' }), placement({ id: '2', participantId: 'q', occurrenceId: 'b' })];
    const after = new Map([['q', [{ occurrence: 'a', rank: 1 }]], ['r', [{ occurrence: 'b', rank: 2 }]]]);
    expect(filledPlaces(placements, after, ['1'])).toEqual([
      { participantId: 'q', occurrenceId: 'a', rank: 1, leaves: '2', freedBy: '1' },
      { participantId: 'r', occurrenceId: 'b', rank: 2, leaves: null, freedBy: '2' },
    ]);
  });
  it('puts a seat that was free all along down to what its holder lost', () => {
    const placements = [placement({ state: 'CANCELLED_BY_HOST' }), placement({ id: '2', participantId: 'q', state: 'CANCELLED_BY_HOST' })];
    expect(filledPlaces(placements, new Map([['q', [{ occurrence: 'b', rank: 2 }]]]), ['1', '2'])).toMatchObject([{ freedBy: '2', leaves: null }]);
  });
});
