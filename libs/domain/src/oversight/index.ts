export * from './alerts';
export * from './break-glass';
export * from './reasons';
