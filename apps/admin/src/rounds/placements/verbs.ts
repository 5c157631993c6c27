import { AcceptPlacementsDocument, DeclinePlacementsDocument, PlacementsDocument, RehouseDocument, RehousingPreviewDocument, WaitingListDocument, WithdrawalPreviewDocument, WithdrawPlacementDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type Placement = ResultOf<typeof PlacementsDocument>['placements']['items'][number];
export type MoveUp = ResultOf<typeof WithdrawalPreviewDocument>['withdrawalPreview'][number];
export type Waiting = ResultOf<typeof WaitingListDocument>['waitingList'][number];

/** What becomes of seats once given. */
export const placementVerbs = ({ transport }: VerbTools) => ({
  placements: async (asked: VariablesOf<typeof PlacementsDocument>) => (await transport.run(PlacementsDocument, asked)).placements,
  acceptPlacements: async (ids: string[]) => (await transport.run(AcceptPlacementsDocument, { ids })).acceptPlacements,
  declinePlacements: async (ids: string[]) => (await transport.run(DeclinePlacementsDocument, { ids })).declinePlacements,
  withdrawalPreview: async (placementId: string) => (await transport.run(WithdrawalPreviewDocument, { placementId })).withdrawalPreview,
  withdrawPlacement: (asked: VariablesOf<typeof WithdrawPlacementDocument>) => transport.run(WithdrawPlacementDocument, asked),
  waitingList: async (occurrenceId: string) => (await transport.run(WaitingListDocument, { occurrenceId })).waitingList,
  rehousingPreview: async (occurrenceId: string) => (await transport.run(RehousingPreviewDocument, { occurrenceId })).rehousingPreview,
  rehouse: async (occurrenceId: string) => (await transport.run(RehouseDocument, { occurrenceId })).rehouse,
});
