import fc from 'fast-check';
import { wayKey, reachMeter, type Place } from './reach';

const rostock: Place = { id: 's', point: { lat: 54.09, lon: 12.13 } };
const wismar: Place = { id: 'w', point: { lat: 53.89, lon: 11.46 } };
const nowhere: Place = { id: 'n', point: null };

describe('the way to an occurrence', () => {
  it('is the straight line with the detour of roads, in kilometres or in minutes of travel', () => {
    expect(reachMeter({ by: 'DISTANCE_KM', most: 50 }, new Map())(rostock, wismar)).toBe(64);
    expect(reachMeter({ by: 'TRAVEL_MINUTES', most: 50 }, new Map())(rostock, wismar)).toBe(128);
  });
  it('is what a provider measured, where it did', () => {
    expect(reachMeter({ by: 'TRAVEL_MINUTES', most: 50 }, new Map([[wayKey(rostock, wismar), 71]]))(rostock, wismar)).toBe(71);
  });
  it('is unknown where a place is', () => {
    expect(reachMeter({ by: 'DISTANCE_KM', most: 50 }, new Map())(rostock, nowhere)).toBeNull();
  });
  it('is as long there as back', () => {
    const place = fc.record({ lat: fc.double({ min: 53, max: 55, noNaN: true }), lon: fc.double({ min: 10, max: 15, noNaN: true }) });
    fc.assert(fc.property(place, place, (a, b) => {
      const meter = reachMeter({ by: 'DISTANCE_KM', most: 50 }, new Map());
      return meter({ id: 'a', point: a }, { id: 'b', point: b }) === meter({ id: 'b', point: b }, { id: 'a', point: a });
    }));
  });
});
