export * from './decide';
export * from './signers';
export * from './standard';
export * from './standard-texts';
export * from './standing';
export * from './texts';
export * from './validity';
export * from './vocabularies';
