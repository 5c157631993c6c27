export * from './keeping-reasons';
export * from './processing-purposes';
export * from './retention';
export * from './retention-classes';
export * from './retention-standard';
export * from './subject-requests';
