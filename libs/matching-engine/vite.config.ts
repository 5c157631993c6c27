import { defineConfig } from 'vite';
import { workerEntries } from '../../tools/worker-entries.mjs';

/** The published package: plain JavaScript; the types come from `tsc -p tsconfig.build.json`. */
export default defineConfig({
  publicDir: false,
  plugins: [workerEntries()],
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/src/index.ts`, cli: `${import.meta.dirname}/src/cli/main.ts` },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
