import { parseValue } from 'graphql';
import { Instant } from './instant';

describe('an instant', () => {
  it('is written the same whether it comes as a date or inside JSON of the database', () => {
    expect(Instant.serialize(new Date('2027-03-09T08:00:00Z'))).toBe('2027-03-09T08:00:00.000Z');
    expect(Instant.serialize('2027-03-09T09:00:00.000001+01:00')).toBe('2027-03-09T08:00:00.000Z');
    expect(() => Instant.serialize('yesterday')).toThrow('Not an instant');
  });

  it('is read with its zone only', () => {
    expect(Instant.parseValue('2027-03-09T09:00:00+01:00')).toEqual(new Date('2027-03-09T08:00:00Z'));
    expect(Instant.parseLiteral(parseValue('"2027-03-09T08:00Z"'))).toEqual(new Date('2027-03-09T08:00:00Z'));
    for (const other of ['2027-03-09', '2027-03-09T08:00', 'March 9, 2027', '2027-02-30T25:00:00Z', '', 1_800_000_000_000, null]) expect(() => Instant.parseValue(other)).toThrow('Not an instant');
  });
});
