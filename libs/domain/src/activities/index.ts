export * from './attendance';
export * from './calendar';
export * from './occurrence-rules';
export * from './publishing';
export * from './school-holidays';
export * from './time';
export * from './vocabularies';
export * from './warnings';
