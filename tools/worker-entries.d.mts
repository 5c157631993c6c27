import type { Plugin } from 'vite';

export function workerEntries(): Plugin;
