import type { Job, VerbTools } from '@mintforge/ui-kit';
import { parse } from 'graphql';

const jobQuery = parse('query Job($id: ID!) { job(id: $id) { id kind state progress step result error } }');

/** The console's own verbs beside React-Admin's nine: one per business act. */
export const verbs = ({ transport }: VerbTools) => ({
  job: async (id: string) => (await transport.run<{ job: Job }, { id: string }>(jobQuery, { id })).job,
});
