import { setup, testServer } from './test-server.mjs';

/** Jest's globalSetup of the database tests: a PostgreSQL with a migrated template to clone. */
export default setup(testServer);
