import { eligibilityCodes } from '@mintforge/domain/matching';
import { german } from '../../i18n/de';
import { reasonWords } from './reason-text';

const whole = (count: number) => new Intl.NumberFormat('de').format(count);
const soldering = { occurrenceId: 'a', title: 'Löten', startsAt: '2027-03-10T08:00:00Z', rank: 2, pinned: false };
const words = (code: string, params: object, places = [soldering]) => reasonWords({ code, params: JSON.stringify(params) }, places, whole);

/** The sentence a key stands for, undefined when the console has none. */
const sentence = (key: string): unknown => key.split('.').reduce<unknown>((texts, part) => (texts as Record<string, unknown> | undefined)?.[part], german.app.rounds.reason);

describe('the reason for a wish not fulfilled', () => {
  it('names the last lottery number admitted and the own one', () => {
    expect(words('OUTRANKED_BY_LOTTERY', { round: 1, own: { priority: 9, lottery: 1204 }, cutoff: { priority: 9, lottery: 812 } })).toEqual({ key: 'OUTRANKED_BY_LOTTERY', values: { cutoff: '812', own: '1.204' } });
  });
  it('names the place a clash is with', () => {
    expect(words('CLASH', { with: 'a', cause: 'TIME' })).toEqual({ key: 'CLASH.TIME', values: { title: 'Löten' } });
  });
  it('tells a group too large for the occurrence from one that came too late', () => {
    expect(words('DOES_NOT_FIT', { size: 28, seatsFree: 20, capacity: 20 }).key).toBe('TOO_LARGE');
    expect(words('DOES_NOT_FIT', { size: 15, seatsFree: 4, capacity: 20 }).key).toBe('DOES_NOT_FIT');
  });
  it('says what a wish would have cost the whole', () => {
    expect(words('COSTS_THE_WHOLE', { of: 'RANK', rank: 2, loss: 1 })).toEqual({ key: 'COSTS_THE_WHOLE.RANK', values: { smart_count: 1, loss: '1', rank: 2 } });
  });
  it('has a sentence for everything the engine can say', () => {
    const all = [
      ...[...eligibilityCodes, 'OTHER'].map((rule) => words('NOT_ELIGIBLE', { rule })),
      words('VETOED', {}),
      words('CLOSED', { minimum: 5, seatsTaken: 3 }),
      ...['TIME', 'SAME_ACTIVITY'].map((cause) => words('CLASH', { with: 'a', cause })),
      ...['NO_SEATS', 'PINS', 'EARLIER_ROUND'].map((takenBy) => words('FULL', { round: 1, takenBy })),
      words('OUTRANKED_BY_PRIORITY', { round: 1, own: { priority: 9, lottery: 1 }, cutoff: { priority: 6, lottery: 9 } }),
      words('OUTRANKED_BY_LOTTERY', { round: 1, own: { priority: 9, lottery: 9 }, cutoff: { priority: 9, lottery: 1 } }),
      words('DOES_NOT_FIT', { size: 15, seatsFree: 4, capacity: 20 }),
      words('DOES_NOT_FIT', { size: 28, seatsFree: 20, capacity: 20 }),
      words('PLACES_PINNED', { places: ['a'] }),
      ...['DISPLACED_BY_GUARANTEE', 'CEILING', 'COMPANY_FULL', 'CAME_LATE'].map((code) => words(code, { round: 1, own: { priority: 9, lottery: 9 }, cutoff: null, trait: 's', company: 'acme' })),
      words('BELOW_LEAST_SCORE', { score: 3, leastScore: 5 }),
      ...['PINS_BROKEN', 'UNPLACED', 'GUARANTEES', 'RANK_SUM', 'RANK', 'SCORE', 'LOTTERY'].map((of) => words('COSTS_THE_WHOLE', { of, rank: 1, loss: 2 })),
    ];
    expect(all.filter(({ key }) => typeof sentence(key) !== 'string')).toEqual([]);
  });
});
