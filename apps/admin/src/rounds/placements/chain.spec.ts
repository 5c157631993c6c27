import { chainFrom } from './chain';

const move = (participantId: string, from: string | null, to: string) => ({ participantId, from: from === null ? null : { occurrenceId: from }, to: { occurrenceId: to } });
const order = (...moves: Parameters<typeof chainFrom>[1]) => chainFrom('lab', moves).map(({ participantId }) => participantId);

describe('who moves up after a withdrawal', () => {
  it('is told from the seat that becomes free to the last one left', () => {
    expect(order(move('third', null, 'yard'), move('first', 'kitchen', 'lab'), move('second', 'yard', 'kitchen'))).toEqual(['first', 'second', 'third']);
  });
  it('leaves out nobody who does not hang on that seat', () => {
    expect(order(move('other', null, 'garden'), move('first', null, 'lab'))).toEqual(['first', 'other']);
  });
  it('ends where a seat comes back to where it began', () => {
    expect(order(move('one', 'yard', 'lab'), move('two', 'lab', 'yard'))).toEqual(['one', 'two']);
  });
});
