import { defineConfig } from 'vite';
import { viteAliases } from '../../tools/aliases.mjs';

/** Never minified: TypeORM and the logs speak of classes by their name. Packages stay in node_modules. */
export default defineConfig({
  resolve: { alias: viteAliases },
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['main', 'worker', 'cli', 'source-maps'].map((entry) => `${import.meta.dirname}/src/${entry}.ts`),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
