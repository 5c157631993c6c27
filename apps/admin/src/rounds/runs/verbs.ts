import { CancelRunDocument, CloseRoundDocument, PinCostDocument, RunFlowsDocument, SecondCallDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type PinCost = ResultOf<typeof PinCostDocument>['pinCost'];
export type RunFlow = ResultOf<typeof RunFlowsDocument>['runFlows'][number];

/** What one does with a run beside starting and publishing it, and how a round ends or goes on. */
export const runVerbs = ({ transport, keys }: VerbTools) => ({
  cancelRun: (id: string) => transport.run(CancelRunDocument, { id }),
  pinCost: async (asked: VariablesOf<typeof PinCostDocument>) => (await transport.run(PinCostDocument, asked)).pinCost,
  runFlows: async (runId: string) => (await transport.run(RunFlowsDocument, { runId })).runFlows,
  closeRound: (id: string, version: number) => transport.run(CloseRoundDocument, { id, version }),
  secondCall: async (roundId: string, input: VariablesOf<typeof SecondCallDocument>['input']) =>
    (await keys.once('secondCall', { roundId, input }, (idempotencyKey) => transport.run(SecondCallDocument, { roundId, input, idempotencyKey }))).secondCall,
});
