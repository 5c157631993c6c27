import type { ApproachChannel } from '@mintforge/domain/consent';
import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { Db, Mails, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { noteApproaches } from './approaches';
import { askingMailFor, askingMails } from './asking.texts';
import type { AskByMailArgs, AskedByMail, RemindArgs, SignerOfPupil } from './chase.types';
import { Consents } from '../ledger/consents.service';
import { ConsentLinks } from '../links/links.service';
import { OpenAskings, type Asking } from './open-askings';

const inGerman = (day: Day) => day.split('-').reverse().join('.');
const entriesOf = (entries: readonly SignerOfPupil[]) => new Set(entries.map(({ pupilId, signer }) => `${pupilId}${signer}`));

/** Asks for consents by mail and reminds of them: one mail with one link per signer and set of purposes, in their language. */
@Injectable()
export class ConsentAsking implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly mails: Mails,
    private readonly consents: Consents,
    private readonly links: ConsentLinks,
    private readonly askings: OpenAskings,
  ) {}

  onModuleInit(): void {
    for (const [name, texts] of Object.entries(askingMails)) this.mails.template(name, texts);
  }

  /**
   * Asks pupils for purposes and writes to every signer who has an address and was not written to since the asking. Tells
   * for each missing signer whether a mail left, or why not. Refuses as `Consents.request`.
   */
  ask({ groupId, pupilIds, purposes, idempotencyKey }: AskByMailArgs): Promise<AskedByMail[]> {
    return this.db.write(
      async (tx) => {
        await this.alone(tx);
        await this.consents.request({ groupId, pupilIds, purposes, idempotencyKey: '' });
        const open = await this.askings.of(tx, { groupId, pupilIds: pupilIds ?? [], purposes });
        const fresh = open.filter(({ canMail, approaches }) => canMail && approaches.findLast(({ channel }) => channel === 'MAIL')?.failed !== false);
        await this.write(tx, fresh, false);
        return open.map((asking) => ({ pupilId: asking.pupilId, signer: asking.signer, written: fresh.includes(asking), mail: asking.mail }));
      },
      { once: { key: idempotencyKey, input: { groupId, pupilIds, purposes } } },
    );
  }

  /** Reminds signers by mail of all they were asked for; gives how many were written to. Who has no address, was written to today or has answered is left alone. */
  remind({ entries, idempotencyKey }: RemindArgs): Promise<number> {
    return this.db.write(
      async (tx) => {
        await this.alone(tx);
        return this.write(tx, await this.chosen(tx, entries), true);
      },
      { once: { key: idempotencyKey, input: { entries } } },
    );
  }

  /** Notes that signers were approached by another way; gives for how many an answer is missing. */
  note({ entries, channel, idempotencyKey }: RemindArgs & { channel: Exclude<ApproachChannel, 'MAIL' | 'LINK'> }): Promise<number> {
    return this.db.write(
      async (tx) => {
        const chosen = await this.chosen(tx, entries);
        await noteApproaches(tx, chosen.map(({ pupilId, signer, purposes }) => ({ pupilId, signer, purposes, channel })));
        return chosen.length;
      },
      { once: { key: idempotencyKey, input: { entries, channel } } },
    );
  }

  /** Writes to those of the askings that can be written to and were not today; gives how many. Part of the caller's transaction, which holds `alone`. */
  async write(tx: Tx, askings: readonly Asking[], reminder: boolean): Promise<number> {
    const today = berlinDay(new Date());
    const office = await officeName(tx);
    let written = 0;
    for (const { pupilId, signer, purposes, reach, canMail, approaches } of askings) {
      if (!canMail || !reach || approaches.some(({ channel, on, failed }) => channel === 'MAIL' && on === today && !failed)) continue;
      const { url, expiresAt } = await this.links.make(tx, { pupilId, signer, purposes, withCode: false });
      const link = `${url}?sprache=${reach.language}${reach.plain ? '-plain' : ''}`;
      const [mailId] = await this.mails.queue(tx, [{ ...askingMailFor(reminder, reach), recipient: reach.recipient, params: { office, until: inGerman(berlinDay(expiresAt)), link }, pupilId }]);
      await noteApproaches(tx, [{ pupilId, signer, purposes, channel: 'MAIL', mailId }]);
      written++;
    }
    return written;
  }

  /** Lets no other mails about consents of the region be written until the transaction ends, so that nobody gets two. */
  async alone(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`consent mails ${tx.regionId}`]);
  }

  private async chosen(tx: Tx, entries: readonly SignerOfPupil[]): Promise<Asking[]> {
    const wanted = entriesOf(entries);
    const open = await this.askings.of(tx, { pupilIds: [...new Set(entries.map(({ pupilId }) => pupilId))] });
    return open.filter(({ pupilId, signer }) => wanted.has(`${pupilId}${signer}`));
  }
}

/** Under whose name we write: the controller, or the region until one is entered. */
async function officeName(tx: Tx): Promise<string> {
  const { name } = await tx.one<{ name: string }>('select coalesce((select c.name from controller c where c.region_id = $1 order by c.id desc limit 1), (select r.name from region r where r.id = $1)) as name', [tx.regionId]);
  return name;
}
