export * from './publish';
export * from './resolve-wishes';
export * from './round-input';
export * from './settings';
