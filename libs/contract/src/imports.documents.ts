import { graphql } from './graphql';

export const ImportsDocument = graphql(`
  query Imports($page: Int!, $perPage: Int!, $sort: ImportSort, $filter: ImportFilter) {
    imports(page: $page, perPage: $perPage, sort: $sort, filter: $filter) {
      total hasNext
      items { id version kind state fileName rowCount createdByName createdAt committedAt undoneAt counts { rows create update skip refuse flagged } }
    }
  }
`);

export const ImportDocument = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      id version kind state fileName headers samples rowCount remembered jobId createdByName createdAt committedAt undoneAt
      columns { target required column confidence }
      counts { rows create update skip refuse flagged organisations partnerships aliases reasons { code verdict count } flags { code verdict count } }
    }
  }
`);

export const ImportRowsDocument = graphql(`
  query ImportRows($importId: ID!, $page: Int!, $perPage: Int!, $filter: ImportRowFilter) {
    importRows(importId: $importId, page: $page, perPage: $perPage, filter: $filter) {
      total hasNext
      items { number verdict title targetId findings { code about text } }
    }
  }
`);

export const CreateImportDocument = graphql(`
  mutation CreateImport($fileId: ID!, $kind: ImportKind!, $idempotencyKey: String) { createImport(fileId: $fileId, kind: $kind, idempotencyKey: $idempotencyKey) { id version state } }
`);

export const SetImportMappingDocument = graphql(`
  mutation SetImportMapping($id: ID!, $version: Int!, $columns: [ColumnInput!]!) { setImportMapping(id: $id, version: $version, columns: $columns) { id version state } }
`);

/** Starts a job. */
export const PreviewImportDocument = graphql(`mutation PreviewImport($id: ID!, $version: Int!) { previewImport(id: $id, version: $version) { id version state jobId } }`);

/** Starts a job; all or nothing. */
export const CommitImportDocument = graphql(`mutation CommitImport($id: ID!, $version: Int!) { commitImport(id: $id, version: $version) { id version state jobId } }`);

export const UndoImportDocument = graphql(`mutation UndoImport($id: ID!, $version: Int!) { undoImport(id: $id, version: $version) { id version state } }`);

export const DiscardImportDocument = graphql(`mutation DiscardImport($id: ID!) { discardImport(id: $id) }`);
