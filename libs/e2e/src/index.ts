export * from './console-client';
export * from './http-client';
export * from './lists';
export * from './rounds';
