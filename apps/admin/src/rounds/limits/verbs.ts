import { RemoveWorkingTimeLimitDocument, SetWorkingTimeLimitDocument, WorkingTimeLimitsDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type WorkingTimeLimit = ResultOf<typeof WorkingTimeLimitsDocument>['workingTimeLimits'][number];
export type LimitInput = VariablesOf<typeof SetWorkingTimeLimitDocument>['input'];

/** Limits of working time: read, set for the region from a day on, taken back. */
export const limitVerbs = ({ transport }: VerbTools) => ({
  workingTimeLimits: async () => (await transport.run(WorkingTimeLimitsDocument, {})).workingTimeLimits,
  setWorkingTimeLimit: (input: LimitInput) => transport.run(SetWorkingTimeLimitDocument, { input }),
  removeWorkingTimeLimit: (kind: WorkingTimeLimit['case'], validFrom: string) => transport.run(RemoveWorkingTimeLimitDocument, { case: kind, validFrom }),
});
