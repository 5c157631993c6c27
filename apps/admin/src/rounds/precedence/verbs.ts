import { RoundReservesDocument, SetRoundClassesDocument, SetRoundReservesDocument, type ResultOf, type RoundClassesDocument, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type RoundClass = ResultOf<typeof RoundClassesDocument>['roundClasses'][number];
export type RoundReserve = ResultOf<typeof RoundReservesDocument>['roundReserves'][number];
export type ClassInput = VariablesOf<typeof SetRoundClassesDocument>['input']['classes'][number];
export type ReserveInput = VariablesOf<typeof SetRoundReservesDocument>['input']['reserves'][number];

/** Who goes first in a round, and for whom seats are kept. */
export const precedenceVerbs = ({ transport }: VerbTools) => ({
  setRoundClasses: (roundId: string, version: number, classes: ClassInput[]) => transport.run(SetRoundClassesDocument, { roundId, version, input: { classes } }),
  roundReserves: async (roundId: string) => (await transport.run(RoundReservesDocument, { roundId })).roundReserves,
  setRoundReserves: (roundId: string, version: number, reserves: ReserveInput[]) => transport.run(SetRoundReservesDocument, { roundId, version, input: { reserves } }),
});
