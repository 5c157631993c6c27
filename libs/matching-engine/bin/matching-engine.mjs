#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In the repository the TypeScript source runs as it is (Node 24 strips the types); the published package has only dist.
const source = new URL('../src/cli/main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/cli.js', import.meta.url).href);
