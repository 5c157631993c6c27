import { MakeRoundTasksDocument, RoundCheckDocument, RoundTasksDocument, SettleRoundTaskDocument, type ResultOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type RoundCheck = ResultOf<typeof RoundCheckDocument>['roundCheck'];
export type Finding = RoundCheck['findings'][number];
export type FindingSubject = Finding['subjects'][number];
export type RoundTask = ResultOf<typeof RoundTasksDocument>['roundTasks'][number];

/** Looking at a round before it is run, and at the tasks that come of it. */
export const checkVerbs = ({ transport }: VerbTools) => ({
  roundCheck: async (roundId: string) => (await transport.run(RoundCheckDocument, { roundId })).roundCheck,
  roundTasks: async (roundId: string) => (await transport.run(RoundTasksDocument, { roundId })).roundTasks,
  makeRoundTasks: async (roundId: string) => (await transport.run(MakeRoundTasksDocument, { roundId })).makeRoundTasks,
  settleRoundTask: (id: string, done: boolean) => transport.run(SettleRoundTaskDocument, { id, done }),
});
