import type { Config } from 'jest';
import { jestAliases } from './tools/aliases.mjs';

const swc = {
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
  },
};

const shared = {
  testEnvironment: 'node',
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.nx/'],
  moduleNameMapper: jestAliases,
  transform: { '\\.tsx?$': ['@swc/jest', swc] as [string, Record<string, unknown>] },
};

const teardown = { globalTeardown: '<rootDir>/tools/test-teardown.mjs' };

/** Four kinds of test, one Jest: pure, database, HTTP and browser. `npx nx test partners` runs those of one folder. */
const config: Config = {
  workerIdleMemoryLimit: '700MB',
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['**/*.spec.ts', '**/*.spec.tsx'], testPathIgnorePatterns: ['\\.db\\.spec\\.', '\\.e2e\\.spec\\.'] },
    { ...shared, displayName: 'database', testMatch: ['**/*.db.spec.ts'], globalSetup: '<rootDir>/tools/test-database.mjs', ...teardown },
    { ...shared, displayName: 'api', testMatch: ['**/api-e2e/**/*.e2e.spec.ts'], globalSetup: '<rootDir>/tools/test-api.mjs', ...teardown },
    { ...shared, displayName: 'browser', testMatch: ['**/admin-e2e/**/*.e2e.spec.ts'], globalSetup: '<rootDir>/tools/test-api.mjs', ...teardown },
  ],
};

export default config;
