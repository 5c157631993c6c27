export * from './decode';
export * from './mapping';
export * from './read-csv';
export * from './separator';
export * from './table';
export * from './write-csv';
