/** An API on a database of its own, for a test that kills it: every start is the same API again. */
export function ownApi(database: string, options?: { env?: NodeJS.ProcessEnv; output?: number }): Promise<{
  url: string;
  databaseUrl: string;
  start: () => Promise<{ stop: () => Promise<void>; kill: () => Promise<void> }>;
}>;
