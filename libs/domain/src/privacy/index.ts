export * from './retention-classes';
