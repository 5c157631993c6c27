import { graphql } from './graphql';

export const CancelRunDocument = graphql(`mutation CancelRun($id: ID!) { cancelRun(id: $id) { id state } }`);
