import type { ConsentDecisionsDocument, ConsentImpactDocument, ConsentMatrixDocument, CreateConsentLinksDocument, PurposesDocument, PurposeTextsDocument, ResultOf } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type Matrix = ResultOf<typeof ConsentMatrixDocument>['consentMatrix'];
export type MatrixRow = Matrix['rows'][number];
export type Cell = MatrixRow['cells'][number];
export type PurposeCode = Cell['code'];
export type Signer = Cell['missing'][number];
export type Custody = MatrixRow['custody'];
export type Decision = ResultOf<typeof ConsentDecisionsDocument>['consentDecisions'][number];
export type Impact = ResultOf<typeof ConsentImpactDocument>['consentImpact'][number];
export type MadeLink = ResultOf<typeof CreateConsentLinksDocument>['createConsentLinks'][number];
export type Controller = NonNullable<ResultOf<typeof PurposesDocument>['controller']>;
export type Purpose = ResultOf<typeof PurposesDocument>['purposes'][number];
export type ConsentText = ResultOf<typeof PurposeTextsDocument>['purpose']['texts'][number];
export type Wording = ConsentText['wordings'][number];

/** Who can sign, in the order of a form. */
export const signers: readonly Signer[] = ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'];
