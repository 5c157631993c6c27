export * from './group-kinds';
export * from './head-count';
