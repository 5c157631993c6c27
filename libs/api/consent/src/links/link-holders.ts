import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import { berlinDay, Refusal } from '@mintforge/domain/kernel';
import { readBirthDate } from '@mintforge/domain/people';
import { GuardianReads, PeopleReads, showRestricted } from '@mintforge/people';
import { Db, FieldCrypto, hashOfToken, regionOfLink, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { guardiansSpeak } from '../ledger/take-over';
import type { PageLanguage } from './links.languages';

const ticketMinutes = 30;

/** Who holds a live link, as far as its second factor proved: for one pupil, as one signer. */
export interface LinkHolder {
  id: string;
  kind: 'ASK' | 'MANAGE';
  /** null = the birth date opens it */
  codeHash: Buffer | null;
  pupilId: string;
  signer: Signer;
  purposes: PurposeCode[];
  /** What the page that gave the ticket has noted in it; empty behind a factor. */
  seen: string;
}

/** What opens a link: its second factor, or the ticket that an opening gave. */
export type LinkProof = { factor: string } | { ticket: string };

const invalid = () => new Refusal('LINK_INVALID');

/** Checks links with their second factors, for whoever serves a page behind one. Whatever is wrong is refused in the same words. */
@Injectable()
export class LinkHolders {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
    private readonly guardians: GuardianReads,
    private readonly crypto: FieldCrypto,
  ) {}

  /**
   * Works for the holder of a link, as SYSTEM in the region of the link and with its row locked, so that two acts at once
   * come one after the other. Refuses LINK_INVALID for a link or proof that is not right.
   */
  hold<T>(token: string, proof: LinkProof, work: (tx: Tx, holder: LinkHolder) => Promise<T>): Promise<T> {
    return this.db.system('consent link', regionOfLink(token), async (tx) => {
      await showRestricted(tx);
      const link = await this.find(tx, token);
      const seen = link ? ('ticket' in proof ? this.seenBy(link, proof.ticket) : (await this.isRight(tx, link, proof.factor)) ? '' : null) : null;
      if (!link || seen === null) throw invalid();
      return work(tx, { ...link, seen });
    });
  }

  /** The ticket by which a page shows half an hour long that the second factor was right, and what stood on it. */
  ticketFor({ id }: Pick<LinkHolder, 'id'>, seen: string): string {
    return this.crypto.sealSecret(ticketPlace(id), `${Date.now() + ticketMinutes * 60_000} ${seen}`).toString('base64url');
  }

  /** The language we write to a signer in; null where they are not on record. */
  async languageOf(tx: Tx, { pupilId, signer }: Pick<LinkHolder, 'pupilId' | 'signer'>): Promise<PageLanguage | null> {
    const reach = (await this.guardians.reach(tx, [pupilId])).find((one) => one.signer === signer);
    return reach ? { language: reach.language, plain: reach.plain } : null;
  }

  /** What the database knows of the code of a letter. */
  codeHash(regionId: string, code: string): Buffer {
    return this.crypto.blindIndex(regionId, 'consent link', code.replaceAll(/[\s-]/g, '').toUpperCase());
  }

  /** The live link of a token. A guardian's ends on the day the pupil is of full age, whether a night noticed or not. */
  private async find(tx: Tx, token: string): Promise<Omit<LinkHolder, 'seen'> | undefined> {
    const [link] = await tx.query<Omit<LinkHolder, 'seen'>>(
      `select id, kind, code_hash as "codeHash", pupil_id as "pupilId", signer, purposes from consent_link where region_id = $1 and token_hash = $2 and ended_at is null and expires_at > now() for update`,
      [tx.regionId, hashOfToken(token)],
    );
    return link && (link.signer === 'PUPIL' || (await guardiansSpeak(tx, this.people, link.pupilId))) ? link : undefined;
  }

  private async isRight(tx: Tx, { codeHash, pupilId }: Pick<LinkHolder, 'codeHash' | 'pupilId'>, factor: string): Promise<boolean> {
    if (codeHash) return codeHash.equals(this.codeHash(tx.regionId, factor));
    const birthDate = (await this.people.pupilsForConsent(tx, [pupilId])).get(pupilId)?.birthDate ?? null;
    const said = readBirthDate(factor, berlinDay(new Date()));
    return birthDate !== null && 'day' in said && said.day === birthDate;
  }

  /** What stands in a ticket; null for one that is not of this link, or too old. */
  private seenBy({ id }: Pick<LinkHolder, 'id'>, ticket: string): string | null {
    try {
      const [until, seen = ''] = this.crypto.openSecret(ticketPlace(id), Buffer.from(ticket, 'base64url')).split(' ');
      return Number(until) > Date.now() ? seen : null;
    } catch {
      return null;
    }
  }
}

const ticketPlace = (id: string) => ({ table: 'consent_link', column: 'ticket', id });
