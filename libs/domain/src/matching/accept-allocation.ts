import { Refusal } from '../kernel';
import type { NeedState, OfferState } from '../partners';

/** One side of an allocation as it stands now, read in the transaction that accepts; `left` seats before this allocation. */
export interface SideNow<State> {
  state: State;
  left: number | null;
}

/**
 * Decides whether seats of an offer may be given to a need, and what becomes of the need: MET when nothing is left to find,
 * OPEN while it is met in part. Refuses ALLOCATION_OUTDATED when one of the two is no longer open or no longer has the seats.
 */
export function acceptAllocation(seats: number, need: SideNow<NeedState>, offer: SideNow<OfferState>): { needState: NeedState } {
  if (need.state !== 'OPEN' || need.left === null || need.left < seats) throw new Refusal('ALLOCATION_OUTDATED', { what: 'need' });
  if (offer.state !== 'OPEN' || offer.left === null || offer.left < seats) throw new Refusal('ALLOCATION_OUTDATED', { what: 'offer' });
  return { needState: need.left === seats ? 'MET' : 'OPEN' };
}
