import type { EvidenceGrantsDocument, LegalHoldsDocument, ProposeRetentionRuleDocument, ResultOf, RetentionReportDocument, RetentionResultsDocument, VariablesOf, PlaceHoldDocument } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type ClassReport = ResultOf<typeof RetentionReportDocument>['retentionReport'][number];
export type NightResult = ResultOf<typeof RetentionResultsDocument>['retentionResults'][number];
export type Hold = ResultOf<typeof LegalHoldsDocument>['legalHolds'][number];
export type HoldFacts = VariablesOf<typeof PlaceHoldDocument>['input'];
export type RuleChange = VariablesOf<typeof ProposeRetentionRuleDocument>['input'];
export type Grant = ResultOf<typeof EvidenceGrantsDocument>['evidenceGrants'][number];
export type Evidence = Grant['items'][number];
export type Access = ResultOf<typeof EvidenceGrantsDocument>['evidenceAccesses'][number];
