import { MentorCandidatesDocument, MentoringRoundDocument, SetMentorOrderDocument, SetUnrankedDocument } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { MentoringRound } from './types';

/** What one does in a mentoring round beside what every round has. */
export const mentoringVerbs = ({ transport }: VerbTools) => ({
  mentoringRound: async (roundId: string) => (await transport.run(MentoringRoundDocument, { roundId })).mentoringRound,
  mentorCandidates: async (roundId: string, occurrenceId: string) => (await transport.run(MentorCandidatesDocument, { roundId, occurrenceId })).mentorCandidates,
  setUnranked: (roundId: string, unranked: MentoringRound['unranked']) => transport.run(SetUnrankedDocument, { roundId, unranked }),
  setMentorOrder: (roundId: string, occurrenceId: string, participantIds: string[]) => transport.run(SetMentorOrderDocument, { roundId, occurrenceId, participantIds }),
});
