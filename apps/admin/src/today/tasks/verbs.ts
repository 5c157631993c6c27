import { FinishOfficeTaskDocument, OfficeTasksDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type OfficeTask = ResultOf<typeof OfficeTasksDocument>['officeTasks']['items'][number];
export type TaskNote = VariablesOf<typeof FinishOfficeTaskDocument>['note'];

/** Tasks of the office: listed, and done with. */
export const taskVerbs = ({ transport }: VerbTools) => ({
  officeTasks: async (asked: VariablesOf<typeof OfficeTasksDocument>) => (await transport.run(OfficeTasksDocument, asked)).officeTasks,
  finishOfficeTask: (id: string, note: TaskNote) => transport.run(FinishOfficeTaskDocument, { id, note }),
});
