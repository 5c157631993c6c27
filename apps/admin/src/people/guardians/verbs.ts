import {
  AddGuardianDocument, FindGuardiansDocument, GuardiansOfDocument, ReleaseGuardianDocument, SetPupilContactDocument, TakeGuardianDocument, UpdateGuardianDocument, type ResultOf, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type GuardiansOf = ResultOf<typeof GuardiansOfDocument>['guardiansOf'];
export type Guardian = GuardiansOf['guardians'][number];
export type Contact = GuardiansOf['contact'];
export type FoundGuardian = ResultOf<typeof FindGuardiansDocument>['findGuardians'][number];
type Added = Omit<VariablesOf<typeof AddGuardianDocument>, 'idempotencyKey'>;
export type Slot = Added['slot'];
export type GuardianInput = Added['input'];

/** Guardians of pupils: read, found by their address, added, taken over from siblings, changed, released; the own address of a pupil. */
export const guardianVerbs = ({ transport, keys }: VerbTools) => ({
  guardiansOf: async (pupilId: string) => (await transport.run(GuardiansOfDocument, { pupilId })).guardiansOf,
  findGuardians: async (email: string) => (await transport.run(FindGuardiansDocument, { email })).findGuardians,
  addGuardian: (added: Added) => keys.once('addGuardian', added, (idempotencyKey) => transport.run(AddGuardianDocument, { ...added, idempotencyKey })),
  takeGuardian: (taken: VariablesOf<typeof TakeGuardianDocument>) => transport.run(TakeGuardianDocument, taken),
  releaseGuardian: (place: VariablesOf<typeof ReleaseGuardianDocument>) => transport.run(ReleaseGuardianDocument, place),
  updateGuardian: (changed: VariablesOf<typeof UpdateGuardianDocument>) => transport.run(UpdateGuardianDocument, changed),
  setPupilContact: (contact: VariablesOf<typeof SetPupilContactDocument>) => transport.run(SetPupilContactDocument, contact),
});
