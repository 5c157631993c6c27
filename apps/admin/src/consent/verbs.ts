import {
  AdoptPurposesDocument, ConsentDecisionsDocument, ConsentImpactDocument, ConsentMatrixDocument, ConsentReceiptDocument, ConsentTextAsksAnewDocument, CreateConsentLinksDocument, DeclareCustodyDocument, ProposeConsentTextDocument, ProposePurposeDocument, PurposeAsksAnewDocument, PurposesDocument, PurposeTextsDocument,
  ReleaseConsentTextDocument, ReleasePurposeDocument, RequestConsentsDocument, SetControllerDocument, VoidConsentDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VoidReason } from '@mintforge/domain/consent';
import type { VerbTools } from '@mintforge/ui-kit';
import type { Custody, PurposeCode } from './types';

type WithoutKey<Variables> = Omit<Variables, 'idempotencyKey'>;

/** What one does about consents, and about purposes and their texts. */
export const consentVerbs = ({ transport, keys }: VerbTools) => ({
  consentMatrix: async (groupId: string) => (await transport.run(ConsentMatrixDocument, { groupId })).consentMatrix,
  consentDecisions: async (pupilId: string) => (await transport.run(ConsentDecisionsDocument, { pupilId })).consentDecisions,
  consentImpact: async (purpose: PurposeCode, pupilIds: string[]) => (await transport.run(ConsentImpactDocument, { purpose, pupilIds })).consentImpact,
  consentReceipt: async (decisionId: string) => (await transport.run(ConsentReceiptDocument, { decisionId })).consentReceipt,
  requestConsents: async (asked: WithoutKey<VariablesOf<typeof RequestConsentsDocument>>) =>
    (await keys.once('requestConsents', asked, (idempotencyKey) => transport.run(RequestConsentsDocument, { ...asked, idempotencyKey }))).requestConsents,
  createConsentLinks: async (asked: VariablesOf<typeof CreateConsentLinksDocument>) => (await transport.run(CreateConsentLinksDocument, asked)).createConsentLinks,
  voidConsent: (pupilId: string, purpose: PurposeCode, reason: VoidReason) => keys.once('voidConsent', { pupilId, purpose, reason }, (idempotencyKey) => transport.run(VoidConsentDocument, { pupilId, purpose, reason, idempotencyKey })),
  declareCustody: (pupilId: string, custody: Custody) => transport.run(DeclareCustodyDocument, { pupilId, custody }),
  purposesWithTexts: () => transport.run(PurposesDocument, {}),
  purposeTexts: async (id: string) => (await transport.run(PurposeTextsDocument, { id })).purpose.texts,
  adoptPurposes: () => transport.run(AdoptPurposesDocument, {}),
  setController: (input: VariablesOf<typeof SetControllerDocument>['input']) => transport.run(SetControllerDocument, { input }),
  proposeConsentText: (text: WithoutKey<VariablesOf<typeof ProposeConsentTextDocument>>) =>
    keys.once('proposeConsentText', text, (idempotencyKey) => transport.run(ProposeConsentTextDocument, { ...text, idempotencyKey })),
  releaseConsentText: (id: string, validFrom: string) => transport.run(ReleaseConsentTextDocument, { id, validFrom }),
  proposePurpose: (id: string, version: number, patch: VariablesOf<typeof ProposePurposeDocument>['patch']) => transport.run(ProposePurposeDocument, { id, version, patch }),
  purposeAsksAnew: async (id: string) => (await transport.run(PurposeAsksAnewDocument, { id })).purposeAsksAnew,
  textAsksAnew: async (id: string) => (await transport.run(ConsentTextAsksAnewDocument, { id })).consentTextAsksAnew,
  releasePurpose: (id: string, version: number) => transport.run(ReleasePurposeDocument, { id, version }),
});
