import type { Day } from '../kernel';
import type { Answer, Assurance, Channel, ConsentState, LegalBasis, PurposeCode, Signer } from './vocabularies';

/** Who is responsible, as notices and receipts name them. */
export interface Controller {
  name: string;
  address: string;
  contact: string;
  /** The data protection officer. */
  officer: string;
  /** The supervisory authority. */
  authority: string;
}

/** What a receipt is made of; nobody's name. */
export interface ReceiptFacts {
  decisionId: string;
  previousId: string | null;
  issuedAt: Date;
  pseudonym: string;
  purpose: { code: PurposeCode; basis: LegalBasis; article: string; data: readonly string[]; recipients: readonly string[] };
  notice: { id: string; number: number; language: string; sha256: string } | null;
  controller: Controller;
  land: string;
  /** `form` = the printed form, and what its scan is known by. */
  answer: { act: Answer; signer: Signer; at: Date; channel: Channel; assurance: Assurance; form: { id: string; scanSha256: string | null } | null };
  standing: { state: ConsentState; validUntil: Day | null };
}

export const receiptSchema = 'mintforge-receipt/1 (ISO/IEC TS 27560:2023 profile)';

/**
 * The receipt (Einwilligungsbeleg) of one answer, with the sections header, processing, parties and events of ISO/IEC TS
 * 27560 (facts/privacy.md section 5). `events` holds the answer and where the consent stood after it.
 */
export function receiptOf({ decisionId, previousId, issuedAt, pseudonym, purpose, notice, controller, land, answer, standing }: ReceiptFacts) {
  return {
    schemaVersion: receiptSchema,
    receiptId: `r-${decisionId}`,
    recordId: `c-${decisionId}`,
    previousReceiptId: previousId && `r-${previousId}`,
    issuedAt: issuedAt.toISOString(),
    principal: { pseudonym, signedBy: { role: answer.signer, assurance: answer.assurance } },
    processing: [
      {
        purpose: purpose.code, controllers: ['controller'], lawfulBasis: purpose.basis, article: purpose.article, notice, language: notice?.language ?? null,
        personalData: [...purpose.data], specialCategory: purpose.basis === 'EXPLICIT_CONSENT', recipients: [...purpose.recipients], collectionMethod: answer.channel,
        storage: { location: 'DE', until: standing.validUntil }, jurisdiction: land, withdrawal: { contact: controller.contact }, rights: ['Art15', 'Art16', 'Art17', 'Art18', 'Art20', 'Art77'],
      },
    ],
    parties: [
      { id: 'controller', role: 'controller', type: 'public body', name: controller.name, address: controller.address, contact: controller.contact },
      { id: 'officer', role: 'data protection officer', type: 'contact', name: controller.officer, address: null, contact: controller.officer },
      { id: 'authority', role: 'authority', type: 'public body', name: controller.authority, address: null, contact: null },
    ],
    events: [{ ...(answer.form ? { evidence: answer.form } : {}), entity: answer.signer, state: answer.act, type: purpose.basis === 'EXPLICIT_CONSENT' ? 'explicit' : 'expressed', time: answer.at.toISOString(), standing: standing.state, validUntil: standing.validUntil }],
  };
}
export type Receipt = ReturnType<typeof receiptOf>;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys and no spaces, so that the same content has the same bytes (RFC 8785 for texts, whole numbers and truth values). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value as { readonly [key: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
