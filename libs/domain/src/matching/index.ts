export * from './accept-allocation';
export * from './allocation';
export * from './placement-states';
export * from './interests';
export * from './publish';
export * from './resolve-wishes';
export * from './round-input';
export * from './settings';
