import { stopEverything } from './test-server.mjs';

/** Jest's globalTeardown of everything a setup started. */
export default stopEverything;
