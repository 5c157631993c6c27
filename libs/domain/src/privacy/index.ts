export * from './processing-purposes';
export * from './retention-classes';
