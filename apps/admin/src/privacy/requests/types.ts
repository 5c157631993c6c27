import type { ResultOf, SubjectRequestDocument, SubjectRequestsDocument } from '@mintforge/contract';
import type { Tone } from '@mintforge/ui-kit';

/** What the screens of this area are given, as the documents ask for it. */
export type RequestRow = ResultOf<typeof SubjectRequestsDocument>['subjectRequests']['items'][number];
export type RequestView = ResultOf<typeof SubjectRequestDocument>['subjectRequest'];
export type Erasure = NonNullable<RequestView['erasure']>;
export type ErasureLine = Erasure['kept'][number];

/** The traffic light of the days left. */
export const urgencyTones: Record<RequestRow['urgency'], Tone> = { OVERDUE: 'error', RED: 'error', AMBER: 'warning', GREEN: 'success', NONE: 'neutral' };
export const stateTones: Record<RequestRow['state'], Tone> = { RECEIVED: 'info', EXAMINED: 'info', ANSWERED: 'success', REFUSED: 'neutral', WITHDRAWN: 'neutral' };
