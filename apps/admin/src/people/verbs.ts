import { ImportClassListDocument, MovePupilDocument, PreviewClassListDocument, PupilNeedsDocument, RecordPupilLeavingDocument, ShieldPupilDocument, UpdatePupilDocument, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

/** What one does with pupils and class lists beside making and changing them. */
export const peopleVerbs = ({ transport, keys }: VerbTools) => ({
  movePupil: (id: string, version: number, groupId: string | null) => transport.run(MovePupilDocument, { id, version, groupId }),
  recordPupilLeaving: (id: string, version: number, leftOn: string | null) => transport.run(RecordPupilLeavingDocument, { id, version, leftOn }),
  pupilNeeds: async (id: string, reason: VariablesOf<typeof PupilNeedsDocument>['reason']) => (await transport.run(PupilNeedsDocument, { id, reason })).pupilNeeds.provisions,
  changePupilNeeds: (id: string, version: number, provisions: NonNullable<VariablesOf<typeof UpdatePupilDocument>['patch']['provisions']>) => transport.run(UpdatePupilDocument, { id, version, patch: { provisions } }),
  shieldPupil: (asked: VariablesOf<typeof ShieldPupilDocument>) => transport.run(ShieldPupilDocument, asked),
  previewClassList: async (asked: VariablesOf<typeof PreviewClassListDocument>) => (await transport.run(PreviewClassListDocument, asked)).previewClassList,
  importClassList: async (list: Omit<VariablesOf<typeof ImportClassListDocument>, 'idempotencyKey'>) =>
    (await keys.once('importClassList', list, (idempotencyKey) => transport.run(ImportClassListDocument, { ...list, idempotencyKey }))).importClassList,
});
