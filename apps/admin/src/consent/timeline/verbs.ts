import { ConsentDisputesDocument, ConsentTimelineDocument, PupilConsentsDocument, type ResultOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type Step = ResultOf<typeof ConsentTimelineDocument>['consentTimeline'][number];
export type Dispute = ResultOf<typeof ConsentDisputesDocument>['consentDisputes'][number];

/** What happened to consents: of a pupil, and where guardians disagree. */
export const timelineVerbs = ({ transport }: VerbTools) => ({
  pupilConsents: async (id: string) => (await transport.run(PupilConsentsDocument, { id })).pupil,
  consentTimeline: async (pupilId: string) => (await transport.run(ConsentTimelineDocument, { pupilId })).consentTimeline,
  consentDisputes: async () => (await transport.run(ConsentDisputesDocument, {})).consentDisputes,
});
