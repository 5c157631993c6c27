import type { MentorCandidatesDocument, MentoringRoundDocument, ResultOf } from '@mintforge/contract';

export type MentoringRound = ResultOf<typeof MentoringRoundDocument>['mentoringRound'];
export type MentorPlace = MentoringRound['mentors'][number];
export type MentorCandidate = ResultOf<typeof MentorCandidatesDocument>['mentorCandidates'][number];
