import { Refusal } from '@mintforge/domain/kernel';
import { makePseudonym } from '@mintforge/domain/people';
import { Clock, CONFIG, Db, FieldCrypto, hashOfToken, newLinkToken, regionOfLink, type Config, type Tx } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { HostViewReads } from './host-view.reads';
import type { HostContact, HostLink, HostView } from './host-view.types';

/** Present contacts of the host of an occurrence. */
const contactsSql = `select c.id, c.name, c.function from contact c join activity a on a.region_id = c.region_id and a.organisation_id = c.organisation_id join occurrence o on o.region_id = a.region_id and o.activity_id = a.id
  where c.region_id = $1 and o.id = $2 and c.left_on is null order by c.name, c.id`;

/**
 * Links by which a contact of the host looks at the day list: bound to one occurrence and contact, opened by a code told
 * by another way, closed with the host's view. Whatever is wrong with a link or code is refused in the same words.
 */
@Injectable()
export class HostLinks {
  constructor(
    private readonly db: Db,
    private readonly reads: HostViewReads,
    private readonly crypto: FieldCrypto,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who at the host can be given a link. */
  contacts(occurrenceId: string): Promise<HostContact[]> {
    return this.db.read((tx) => tx.query<HostContact>(contactsSql, [tx.regionId, occurrenceId]));
  }

  /** Makes a link for a contact of the host; an earlier one ends. Link and code are told here and never again. Refuses NOT_FOUND, HOST_VIEW_CLOSED. */
  create(occurrenceId: string, contactId: string): Promise<HostLink> {
    return this.db.write(async (tx) => {
      const contact = (await tx.query<HostContact>(contactsSql, [tx.regionId, occurrenceId])).find(({ id }) => id === contactId);
      if (!contact) throw new Refusal('NOT_FOUND');
      const { expiresAt } = await tx.one<{ expiresAt: Date }>(
        `select ((o.ends_at at time zone 'Europe/Berlin')::date + r.host_view_days + 1)::timestamp at time zone 'Europe/Berlin' as "expiresAt" from occurrence o join region r on r.id = o.region_id
          where o.region_id = $1 and o.id = $2`, [tx.regionId, occurrenceId]);
      if (expiresAt <= this.clock.now()) throw new Refusal('HOST_VIEW_CLOSED');
      await tx.query('update host_link set ended_at = $4 where region_id = $1 and occurrence_id = $2 and contact_id = $3 and ended_at is null', [tx.regionId, occurrenceId, contactId, this.clock.now()]);
      const [token, code] = [newLinkToken(tx.regionId), makePseudonym(randomInt)];
      const { id } = await tx.one<{ id: string }>(
        'insert into host_link (region_id, occurrence_id, contact_id, token_hash, code_hash, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7) returning id',
        [tx.regionId, occurrenceId, contactId, hashOfToken(token), this.codeHash(tx, code), expiresAt, tx.actor.userId]);
      tx.note('host_link', 'insert', [id]);
      return { contactName: contact.name, url: `${this.config.PUBLIC_URL}/betrieb/${token}`, code, expiresAt };
    });
  }

  /** The day list behind a link, for whom it was made; the look is audited. Changes nothing. Refuses LINK_INVALID. */
  async open(token: string, code: string): Promise<{ view: HostView; recipient: string }> {
    return this.db.system('host link', regionOfLink(token), async (tx) => {
      const [link] = await tx.query<{ id: string; occurrenceId: string; contactId: string; codeHash: Buffer }>(
        'select id, occurrence_id as "occurrenceId", contact_id as "contactId", code_hash as "codeHash" from host_link where region_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3',
        [tx.regionId, hashOfToken(token), this.clock.now()]);
      const contact = link?.codeHash.equals(this.codeHash(tx, code)) ? (await tx.query<HostContact>(contactsSql, [tx.regionId, link.occurrenceId])).find(({ id }) => id === link.contactId) : undefined;
      if (!link || !contact) throw new Refusal('LINK_INVALID');
      const view = await this.reads.of(tx, link.occurrenceId);
      if (!view.open) throw new Refusal('LINK_INVALID');
      tx.note('host_link', 'read', [link.id]);
      return { view, recipient: contact.name };
    });
  }

  private codeHash(tx: Tx, code: string): Buffer {
    return this.crypto.blindIndex(tx.regionId, 'host link', code.replaceAll(/[\s-]/g, '').toUpperCase());
  }
}
