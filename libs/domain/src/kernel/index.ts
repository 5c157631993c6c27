export * from './dates';
export * from './ids';
export * from './list';
export * from './permissions';
export * from './refusal-texts';
export * from './refusals';
export * from './task-kinds';
export * from './text';
