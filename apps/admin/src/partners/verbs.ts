import {
  AddOrganisationAliasDocument, CloseOrganisationDocument, CommitImportDocument, ContactHistoryDocument, CreateImportDocument, DismissDuplicateDocument, DuplicatesDocument, DuplicatesOfDocument, EndPartnershipDocument, HandOverContactDocument,
  ImportRowsDocument, LogContactDocument, MergeOrganisationsDocument, PartnershipsDocument, PreviewImportDocument, ReadinessDocument, RemoveOrganisationAliasDocument, ReopenOrganisationDocument, SetImportMappingDocument, UndoImportDocument, UndoMergeDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

/** What one does with organisations, imports and duplicates beside making and changing records. */
export const partnerVerbs = ({ transport, keys }: VerbTools) => ({
  contactHistory: async (asked: VariablesOf<typeof ContactHistoryDocument>) => (await transport.run(ContactHistoryDocument, asked)).organisation.history,
  logContact: (input: VariablesOf<typeof LogContactDocument>['input']) => keys.once('logContact', input, (idempotencyKey) => transport.run(LogContactDocument, { input, idempotencyKey })),
  handOverContact: async (asked: VariablesOf<typeof HandOverContactDocument>) => (await transport.run(HandOverContactDocument, asked)).handOverContact,
  closeOrganisation: (asked: VariablesOf<typeof CloseOrganisationDocument>) => transport.run(CloseOrganisationDocument, asked),
  reopenOrganisation: (id: string, version: number) => transport.run(ReopenOrganisationDocument, { id, version }),
  addOrganisationAlias: (id: string, name: string) => transport.run(AddOrganisationAliasDocument, { id, name }),
  removeOrganisationAlias: (id: string) => transport.run(RemoveOrganisationAliasDocument, { id }),

  partnershipsOf: async (organisationId: string, page: number, perPage: number) =>
    (await transport.run(PartnershipsDocument, { page, perPage, sort: 'CREATED_AT_DESC', filter: { organisationId } })).partnerships,
  endPartnership: (asked: VariablesOf<typeof EndPartnershipDocument>) => transport.run(EndPartnershipDocument, asked),

  readiness: async (organisationId: string) => (await transport.run(ReadinessDocument, { organisationId })).organisation.readiness,

  createImport: async (fileId: string, kind: VariablesOf<typeof CreateImportDocument>['kind']) =>
    (await keys.once('createImport', { fileId, kind }, (idempotencyKey) => transport.run(CreateImportDocument, { fileId, kind, idempotencyKey }))).createImport,
  setImportMapping: async (asked: VariablesOf<typeof SetImportMappingDocument>) => (await transport.run(SetImportMappingDocument, asked)).setImportMapping,
  previewImport: async (id: string, version: number) => (await transport.run(PreviewImportDocument, { id, version })).previewImport,
  commitImport: async (id: string, version: number) => (await transport.run(CommitImportDocument, { id, version })).commitImport,
  undoImport: async (id: string, version: number) => (await transport.run(UndoImportDocument, { id, version })).undoImport,
  importRows: async (asked: VariablesOf<typeof ImportRowsDocument>) => (await transport.run(ImportRowsDocument, asked)).importRows,

  duplicates: async (asked: VariablesOf<typeof DuplicatesDocument>) => (await transport.run(DuplicatesDocument, asked)).duplicates,
  duplicatesOf: async (input: VariablesOf<typeof DuplicatesOfDocument>['input'], signal?: AbortSignal) => (await transport.run(DuplicatesOfDocument, { input }, signal)).duplicatesOf,
  dismissDuplicate: (firstId: string, secondId: string) => transport.run(DismissDuplicateDocument, { firstId, secondId }),
  mergeOrganisations: async (input: VariablesOf<typeof MergeOrganisationsDocument>['input']) => (await transport.run(MergeOrganisationsDocument, { input })).mergeOrganisations,
  undoMerge: async (mergeId: string) => (await transport.run(UndoMergeDocument, { mergeId })).undoMerge,
});
