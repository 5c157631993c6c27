import { defineConfig } from 'vite';
import { viteAliases } from '../../tools/aliases.mjs';
import { workerEntries } from '../../tools/worker-entries.mjs';

/**
 * Never minified: TypeORM and the logs speak of classes by their name. Packages are bundled too, as reading thousands of
 * their files is most of what a start costs. In node_modules stay those that look for files beside themselves or for
 * companions that are not installed, and class-validator and class-transformer: Nest asks Node for them too, and a second
 * copy would not know what the first one's decorators said.
 */
const unbundled = [/^class-(transformer|validator)/, /^pdfkit/, /^dejavu-fonts-ttf/, /^sharp/, /^@hyzyla\/pdfium/, /^@as-integrations\/express/, /^@apollo\/(gateway|subgraph)/, 'typescript', 'ts-morph', 'vite'];

export default defineConfig({
  resolve: { alias: viteAliases },
  publicDir: false,
  plugins: [workerEntries()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: unbundled,
      input: ['main', 'worker', 'cli', 'source-maps'].map((entry) => `${import.meta.dirname}/src/${entry}.ts`),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
