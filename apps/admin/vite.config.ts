import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteAliases } from '../../tools/aliases.mjs';

/** What every page needs changes rarely, so a new release leaves it in the browser's cache; charts and the like come with their page. */
const everywhere = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|react-router-dom|@remix-run|scheduler)[\\/]/ },
  { name: 'console', test: /node_modules[\\/](ra-[^\\/]+|react-admin|@mui[\\/](material|system|styled-engine|utils|private-theming)|@emotion|@tanstack|react-hook-form)[\\/]/ },
];

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  resolve: { alias: viteAliases },
  build: {
    target: 'es2023',
    sourcemap: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: everywhere } } },
  },
});
