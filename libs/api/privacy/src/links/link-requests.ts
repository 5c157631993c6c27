import { LinkHolders, type LinkHolder, type LinkProof, type PageLanguage } from '@mintforge/consent';
import type { LegalBasis, PurposeCode, Signer } from '@mintforge/domain/consent';
import { cleanText, type Day } from '@mintforge/domain/kernel';
import { askedByLink, mayObjectTo, mostOpenCorrections, openStates, type AskedByLink, type RequestState } from '@mintforge/domain/privacy';
import { FieldCrypto, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Requests } from '../requests/requests.service';
import { noteTable } from '../requests/subject-rows';

/** Something the holder of a link may ask for; an objection is to one purpose. */
export interface Right {
  kind: AskedByLink;
  purpose: PurposeCode | null;
}

/** A request that the same signer made by a link: what the page tells of it. What was written stays sealed. */
export interface AskedRequest {
  id: string;
  kind: AskedByLink;
  purposes: PurposeCode[];
  state: RequestState;
  receivedOn: Day;
  dueOn: Day;
  endedOn: Day | null;
}

/** The page of somebody's rights. */
export interface RightsView {
  signer: Signer;
  ticket: string;
  /** The language we write to the signer in; null where they are not on record. */
  language: PageLanguage | null;
  rights: Right[];
  asked: AskedRequest[];
}

/** What was sent from the page. */
export interface RightAsked {
  ticket: string;
  right: string;
  note: string;
  /** of the page, e.g. de-plain */
  language: string;
}

/** What became of something sent: it is entered, or was before; a right or a correction's words are missing; too many corrections are open. */
export type RightAnswer = 'sent' | 'incomplete' | 'tooMany';

/** How a right is known in a form: the kind, of an objection with its purpose. */
export const keyOfRight = ({ kind, purpose }: Right): string => (purpose === null ? kind : `${kind}:${purpose}`);

const noteLength = 2000;
const requestColumns = `r.id, r.kind, r.purposes, r.state, r.received_on::text as "receivedOn", r.due_on::text as "dueOn", r.ended_on::text as "endedOn"`;

/**
 * Requests that families make themselves, behind the link by which they answer for consents: the same link, the same
 * second factor. Each signer is told of their own requests alone.
 */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly holders: LinkHolders,
    private readonly requests: Requests,
    private readonly crypto: FieldCrypto,
  ) {}

  /** What the holder of a link may ask for, and what became of what they asked; changes nothing. Refuses LINK_INVALID. */
  open(token: string, proof: LinkProof): Promise<RightsView> {
    return this.holders.hold(token, proof, (tx, holder) => this.view(tx, holder, 'ticket' in proof ? proof.ticket : null));
  }

  /**
   * Enters what was asked into the register and gives its page; sent twice it is one request. What is incomplete or too much
   * is said and not entered: it is no guess at a link. Refuses LINK_INVALID.
   */
  ask(token: string, { ticket, right, note, language }: RightAsked): Promise<RightsView & { said: RightAnswer }> {
    const words = cleanText(note).trim().slice(0, noteLength);
    return this.holders.hold(token, { ticket }, async (tx, holder) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`requests of ${holder.pupilId}`]);
      const chosen = (await this.rights(tx)).find((one) => keyOfRight(one) === right);
      const answer = chosen ? await this.enter(tx, holder, chosen, { note: words, language }) : 'incomplete';
      return { ...(await this.view(tx, holder, ticket)), said: answer };
    });
  }

  private async enter(tx: Tx, holder: LinkHolder, { kind, purpose }: Right, { note, language }: { note: string; language: string }): Promise<RightAnswer> {
    if (kind === 'RECTIFICATION' && !/\p{L}/u.test(note)) return 'incomplete';
    const open = await this.openOf(tx, holder, { kind, purpose });
    if (open.some((earlier) => kind !== 'RECTIFICATION' || earlier === note)) return 'sent';
    if (open.length >= mostOpenCorrections) return 'tooMany';
    await this.requests.receive(tx, {
      pupilId: holder.pupilId, kind, purposes: purpose ? [purpose] : [], note: note || null, signer: holder.signer, language, check: holder.codeHash ? 'SCHOOL_LETTER_CODE' : 'LINK',
    });
    return 'sent';
  }

  /** What the same signer wrote in requests for the same right that are open. */
  private async openOf(tx: Tx, { pupilId, signer }: LinkHolder, { kind, purpose }: Right): Promise<(string | null)[]> {
    const open = await tx.query<{ id: string; note: Buffer | null }>(
      `select r.id, r.note from subject_request r where r.region_id = $1 and r.subject_kind = 'PUPIL' and r.subject_id = $2 and r.signer = $3 and r.kind = $4 and r.purposes = $5 and r.state = any($6)`,
      [tx.regionId, pupilId, signer, kind, purpose ? [purpose] : [], openStates]);
    const [key] = await tx.query<{ wrapped: Buffer }>('select wrapped from person_key where region_id = $1 and person_id = $2', [tx.regionId, pupilId]);
    return open.map(({ id, note }) => (key ? this.crypto.openFields(key.wrapped, noteTable(id), pupilId, { note }).note : null));
  }

  private async view(tx: Tx, holder: LinkHolder, ticket: string | null): Promise<RightsView> {
    return {
      signer: holder.signer,
      ticket: ticket ?? this.holders.ticketFor(holder, ''),
      language: await this.holders.languageOf(tx, holder),
      rights: await this.rights(tx),
      asked: await tx.query<AskedRequest>(
        `select ${requestColumns} from subject_request r where r.region_id = $1 and r.subject_kind = 'PUPIL' and r.subject_id = $2 and r.signer = $3 order by r.received_on desc, r.id desc limit 20`, [tx.regionId, holder.pupilId, holder.signer]),
    };
  }

  /** An objection is to one of the purposes that the region has adopted and that rest on nobody's yes and on no law. */
  private async rights(tx: Tx): Promise<Right[]> {
    const purposes = await tx.query<{ code: PurposeCode; basis: LegalBasis }>('select code, basis from purpose where region_id = $1 order by created_at, id', [tx.regionId]);
    return askedByLink.flatMap((kind): Right[] => (kind === 'OBJECTION' ? purposes.filter(({ basis }) => mayObjectTo(basis)).map(({ code }) => ({ kind, purpose: code })) : [{ kind, purpose: null }]));
  }
}
