import { setSourceMapsSupport } from 'node:module';

/**
 * Preloaded by `node --import`, so that stacks name our sources. Unlike `--enable-source-maps` it leaves out the maps of
 * packages, which take every start half a second and 50 MB to read.
 */
setSourceMapsSupport(true, { nodeModules: false });
