import { distanceKm, type Point } from '../partners';
import type { ReachRule } from './settings';

/** Roads are longer than the straight line; 1.3 is the usual detour factor of road networks in the plain. */
export const detourFactor = 1.3;
/** Door to door by bus and train in the country, with waiting, in km per hour of road. */
export const travelSpeed = 30;

/** A school or a site as reach sees it; null = its coordinates are unknown or doubted. */
export interface Place {
  id: string;
  point: Point | null;
}

/** Kilometres of road between two points, estimated from the straight line. */
export const roadKm = (from: Point, to: Point): number => distanceKm(from, to) * detourFactor;

/** Minutes of travel between two points, estimated from the straight line. */
export const travelMinutes = (from: Point, to: Point): number => (roadKm(from, to) / travelSpeed) * 60;

/** The key of a pair of places, as stored travel times name it. */
export const wayKey = (from: Place, to: Place): string => `${from.id} ${to.id}`;

/**
 * A meter of one way by a reach rule, in whole kilometres or minutes, computed once per pair of places; null where a place
 * is unknown. `known` holds travel times in minutes that a provider gave, by `wayKey`; the others are estimated.
 */
export function reachMeter(rule: ReachRule, known: ReadonlyMap<string, number>): (from: Place, to: Place) => number | null {
  const measured = new Map<string, number | null>();
  const measure = (from: Place, to: Place): number | null => {
    if (!from.point || !to.point) return null;
    const estimate = rule.by === 'DISTANCE_KM' ? roadKm(from.point, to.point) : (known.get(wayKey(from, to)) ?? travelMinutes(from.point, to.point));
    return Math.round(estimate);
  };
  return (from, to) => {
    const key = wayKey(from, to);
    const found = measured.get(key);
    if (found !== undefined) return found;
    const way = measure(from, to);
    measured.set(key, way);
    return way;
  };
}
