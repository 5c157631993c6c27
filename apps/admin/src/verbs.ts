import { JobDocument } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

/** The console's own verbs beside React-Admin's nine: one per business act. */
export const verbs = ({ transport }: VerbTools) => ({
  job: async (id: string) => (await transport.run(JobDocument, { id })).job,
});
