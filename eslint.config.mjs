import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const feature = (name, ...features) => ({
  sourceTag: `scope:${name}`,
  onlyDependOnLibsWithTags: ['scope:domain', 'scope:platform', `scope:${name}`, ...features.map((other) => `scope:${other}`)],
});

/** Who may import whom (docs/adr/0002). A feature that needs a new neighbour needs a new decision. */
const directions = [
  { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: ['scope:domain'] },
  { sourceTag: 'scope:matching-engine', onlyDependOnLibsWithTags: ['scope:matching-engine'] },
  { sourceTag: 'scope:contract', onlyDependOnLibsWithTags: ['scope:domain', 'scope:contract'] },
  { sourceTag: 'scope:platform', onlyDependOnLibsWithTags: ['scope:domain', 'scope:platform'] },
  feature('identity'),
  feature('oversight'),
  feature('partners'),
  feature('people', 'partners'),
  feature('consent', 'people', 'partners'),
  feature('activities', 'partners', 'people', 'consent'),
  feature('privacy', 'people', 'partners', 'consent'),
  feature('matching', 'activities', 'people', 'partners', 'consent', 'matching-engine'),
  feature('reporting', 'partners', 'people', 'consent', 'activities', 'matching', 'privacy'),
  { sourceTag: 'scope:ui-kit', onlyDependOnLibsWithTags: ['scope:contract', 'scope:domain', 'scope:ui-kit'] },
  { sourceTag: 'scope:admin', onlyDependOnLibsWithTags: ['scope:contract', 'scope:domain', 'scope:ui-kit', 'scope:admin'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:contract', 'scope:domain', 'scope:e2e'] },
];

const outsideDoors = 'Open a door instead: db.read, db.write or db.system (libs/api/platform).';

export default tseslint.config(
  { ignores: ['**/dist', '**/dist-*', '**/node_modules', '.nx', '.data', '**/*.generated.ts', '**/graphql-env.d.ts', '**/graphql-cache.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['^(\\.\\./)+tools/[\\w-]+\\.mjs$'], depConstraints: directions }],
    },
  },
  {
    files: ['libs/api/**/*.ts', 'apps/api/**/*.ts', 'libs/domain/**/*.ts', 'libs/matching-engine/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['libs/api/**/*.ts'],
    ignores: ['libs/api/platform/src/db/**', 'libs/api/platform/src/{jobs,platform.module}.ts', '**/*.spec.ts', 'libs/api/platform/src/testing/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [
        { name: 'typeorm', importNames: ['DataSource', 'Repository', 'getRepository'], message: outsideDoors },
        { name: '@nestjs/typeorm', message: outsideDoors },
        { name: 'pg', message: outsideDoors },
      ] }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Configuration is read once, in apps/api/src/config.ts.' }],
    },
  },
  { files: ['tools/**/*.mjs', '**/*.perf.ts', 'apps/api/src/cli.ts'], rules: { 'no-console': 'off' } },
);
