export { graphql, readFragment, type FragmentOf, type ResultOf, type VariablesOf } from './graphql';
export * from './matching.documents';
export * from './people.documents';
export * from './reporting.documents';
export * from './work.documents';
