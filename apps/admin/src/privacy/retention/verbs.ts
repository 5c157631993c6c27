import {
  AddEvidenceGrantDocument, AdoptRetentionRulesDocument, AllowEvidenceDocument, AskForEvidenceDocument, ChangeEvidenceGrantDocument, DiscardRetentionRuleDocument, EndEvidenceInterruptionDocument, EvidenceGrantsDocument, HostViewDaysDocument,
  InterruptEvidenceDocument, LegalHoldsDocument, LiftHoldDocument, PlaceHoldDocument, ProlongHoldDocument, ProposeRetentionRuleDocument, ReleaseEvidenceDocument, ReleaseRetentionRuleDocument, RetentionReportDocument,
  RetentionResultsDocument, SetHostViewDaysDocument, SignRetentionRuleDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { HoldFacts, RuleChange } from './types';

type GrantFacts = VariablesOf<typeof AddEvidenceGrantDocument>['input'];

/** What one does with periods, holds and the vault of evidence. */
export const retentionVerbs = ({ transport, keys }: VerbTools) => ({
  retentionReport: async (until?: string) => (await transport.run(RetentionReportDocument, { until })).retentionReport,
  hostViewDays: async () => (await transport.run(HostViewDaysDocument, {})).hostViewDays,
  setHostViewDays: (days: number) => transport.run(SetHostViewDaysDocument, { days }),
  retentionResults: async () => (await transport.run(RetentionResultsDocument, {})).retentionResults,
  adoptRetentionRules: () => transport.run(AdoptRetentionRulesDocument, {}),
  proposeRetentionRule: (input: RuleChange) => transport.run(ProposeRetentionRuleDocument, { input }),
  discardRetentionRule: (retentionClass: string) => transport.run(DiscardRetentionRuleDocument, { retentionClass }),
  releaseRetentionRule: (retentionClass: string, validFrom: string) => transport.run(ReleaseRetentionRuleDocument, { retentionClass, validFrom }),
  signRetentionRule: (retentionClass: string, due: number) => transport.run(SignRetentionRuleDocument, { retentionClass, due }),
  legalHolds: async () => (await transport.run(LegalHoldsDocument, {})).legalHolds,
  placeHold: (input: HoldFacts) => keys.once('placeHold', input, (idempotencyKey) => transport.run(PlaceHoldDocument, { input, idempotencyKey })),
  prolongHold: (asked: VariablesOf<typeof ProlongHoldDocument>) => transport.run(ProlongHoldDocument, asked),
  liftHold: (id: string, version: number) => transport.run(LiftHoldDocument, { id, version }),
  evidence: () => transport.run(EvidenceGrantsDocument, {}),
  addEvidenceGrant: (input: GrantFacts) => keys.once('addEvidenceGrant', input, (idempotencyKey) => transport.run(AddEvidenceGrantDocument, { input, idempotencyKey })),
  changeEvidenceGrant: (asked: VariablesOf<typeof ChangeEvidenceGrantDocument>) => transport.run(ChangeEvidenceGrantDocument, asked),
  interruptEvidence: (input: VariablesOf<typeof InterruptEvidenceDocument>['input']) => transport.run(InterruptEvidenceDocument, { input }),
  endEvidenceInterruption: (id: string, endedOn: string) => transport.run(EndEvidenceInterruptionDocument, { id, endedOn }),
  putEvidence: (grantId: string, file: File, fields: Record<'kind' | 'title' | 'datedOn', string>) => transport.upload<{ id: string }>(file, { path: `/evidence-grants/${grantId}/evidence`, fields }),
  askForEvidence: (itemId: string, reason: string) => transport.run(AskForEvidenceDocument, { itemId, reason }),
  allowEvidence: (accessId: string) => transport.run(AllowEvidenceDocument, { accessId }),
  releaseEvidence: (itemId: string) => transport.run(ReleaseEvidenceDocument, { itemId }),
});
