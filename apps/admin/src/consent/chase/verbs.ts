import {
  AskConsentsByMailDocument, ConsentChaseRulesDocument, ConsentChasesDocument, NoteConsentApproachDocument, RemindConsentsDocument, SetConsentChaseRulesDocument, type ResultOf, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type Chase = ResultOf<typeof ConsentChasesDocument>['consentChases']['items'][number];
export type ChaseFilter = NonNullable<VariablesOf<typeof ConsentChasesDocument>['filter']>;
export type ChaseRules = ResultOf<typeof ConsentChaseRulesDocument>['consentChaseRules'];
export type ChaseRulesInput = VariablesOf<typeof SetConsentChaseRulesDocument>['input'];
export type AskedByMail = ResultOf<typeof AskConsentsByMailDocument>['askConsentsByMail'][number];
type Entries = VariablesOf<typeof RemindConsentsDocument>['entries'];

/** Asking for consents by mail, and chasing answers that are missing. */
export const chaseVerbs = ({ transport, keys }: VerbTools) => ({
  consentChases: async (page: number, perPage: number, filter: ChaseFilter) => (await transport.run(ConsentChasesDocument, { page, perPage, filter })).consentChases,
  consentChaseRules: async () => (await transport.run(ConsentChaseRulesDocument, {})).consentChaseRules,
  setConsentChaseRules: (version: number, input: ChaseRulesInput) => transport.run(SetConsentChaseRulesDocument, { version, input }),
  askConsentsByMail: async (asked: Omit<VariablesOf<typeof AskConsentsByMailDocument>, 'idempotencyKey'>) =>
    (await keys.once('askConsentsByMail', asked, (idempotencyKey) => transport.run(AskConsentsByMailDocument, { ...asked, idempotencyKey }))).askConsentsByMail,
  remindConsents: async (entries: Entries) => (await keys.once('remindConsents', entries, (idempotencyKey) => transport.run(RemindConsentsDocument, { entries, idempotencyKey }))).remindConsents,
  printMissingSlips: (signers: Entries, spoken: { language: string; plain: boolean }) => transport.download('/consent-slips/missing', { signers, ...spoken }),
  noteConsentApproach: async (channel: string, entries: Entries) =>
    (await keys.once('noteConsentApproach', { channel, entries }, (idempotencyKey) => transport.run(NoteConsentApproachDocument, { channel, entries, idempotencyKey }))).noteConsentApproach,
});
