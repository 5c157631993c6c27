import { type Locale } from '@mintforge/domain/kernel';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from './config';
import { runInContext } from './context';
import { FieldCrypto } from './crypto';
import { Db } from './db/db';
import type { Tx } from './db/tx';
import { Jobs, type Reference } from './jobs';

/** Words of one mail in one language; `{name}` is filled from params. Subjects hold no personal value. */
export interface MailText {
  subject: string;
  body: string;
}

/** `secret` names the params that only the recipient may read (a link to set a password): never shown in the mailbox, gone after sending. */
export type MailTemplate = Record<Locale, MailText> & { secret?: readonly string[] };

/** Whose address must not rest in clear (minors, guardians): it is looked up when the mail leaves. */
export const recipientKinds = ['GUARDIAN', 'PUPIL'] as const;
export interface MailRecipient {
  kind: (typeof recipientKinds)[number];
  id: string;
}

export interface MailToQueue {
  template: string;
  locale: Locale;
  /** The address of somebody at work, or a reference. */
  recipient: string | MailRecipient;
  params: Record<string, string>;
  /** The purpose whose consent the mail needs, where it needs one. */
  purpose?: string;
  /** The pupil it is about. */
  pupilId?: string;
}

/** Finds the address of a recipient in the delivering transaction; null when there is none (any more). */
type AddressCode = (tx: Tx, id: string) => Promise<string | null>;

/** A mail at rest. */
export interface StoredMail {
  regionId: string;
  id: string;
  template: string;
  locale: Locale;
  params: Record<string, string>;
  /** Sealed params of a mail to a reference. */
  secret: Buffer | null;
}

interface MailRow extends StoredMail {
  recipient: string | null;
  recipientKind: MailRecipient['kind'] | null;
  recipientId: string | null;
  attempts: number;
  purpose: string | null;
  pupilId: string | null;
}

const lastAttempt = 10;

/**
 * Mails as rows: queued in the transaction of the act that causes them, rendered late, sent by SMTP after the commit,
 * or kept for the mailbox page when no mail server is configured.
 */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly templates = new Map<string, MailTemplate>();
  private readonly addresses = new Map<MailRecipient['kind'], AddressCode>();

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.jobs.task('mail', (reference) => this.deliver(reference));
  }

  /** Registers the words of a template, e.g. `identity.passwordReset`. */
  template(name: string, texts: MailTemplate): void {
    this.templates.set(name, texts);
  }

  /** Registers who knows the addresses of a kind of recipient. */
  addressesOf(kind: MailRecipient['kind'], code: AddressCode): void {
    this.addresses.set(kind, code);
  }

  /**
   * Stores mails in the caller's transaction (which must be SYSTEM's or a mail reader's), queues their delivery and gives
   * their ids. What only a recipient by reference may read rests sealed.
   */
  async queue(tx: Tx, mails: readonly MailToQueue[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { template, locale, recipient, params, purpose, pupilId } of mails) {
      if (!this.templates.has(template)) throw new Error(`No mail template ${template}`);
      const { id } = await tx.one<{ id: string }>('select uuidv7() as id');
      const reference = typeof recipient === 'string' ? null : recipient;
      const kept = reference ? this.sealed(tx.regionId, id, template, params) : { params, secret: null };
      await tx.query(
        `insert into mail (region_id, id, template, locale, recipient, recipient_kind, recipient_id, params, secret, purpose, pupil_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [tx.regionId, id, template, locale, reference ? null : recipient, reference?.kind ?? null, reference?.id ?? null, JSON.stringify(kept.params), kept.secret, purpose ?? null, pupilId ?? null],
      );
      tx.note('mail', 'insert', [id]);
      await this.jobs.enqueue(tx, 'mail', id);
      ids.push(id);
    }
    return ids;
  }

  private sealed(regionId: string, id: string, template: string, params: Record<string, string>): { params: Record<string, string>; secret: Buffer | null } {
    const names = this.secretsOf(template);
    const split = (hidden: boolean) => Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name) === hidden));
    return { params: split(false), secret: names.length === 0 ? null : this.crypto.sealSecret(secretPlace(regionId, id), JSON.stringify(split(true))) };
  }

  /** Subject and body of a stored mail in its language. */
  render({ regionId, id, template, locale, params, secret }: StoredMail): MailText {
    return this.fill({ template, locale, params: { ...params, ...(secret ? (JSON.parse(this.crypto.openSecret(secretPlace(regionId, id), secret)) as Record<string, string>) : {}) } });
  }

  private fill({ template, locale, params }: Pick<StoredMail, 'template' | 'locale' | 'params'>): MailText {
    const words = this.templates.get(template)?.[locale];
    if (!words) throw new Error(`No mail template ${template}`);
    return { subject: words.subject, body: words.body.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole) };
  }

  /**
   * A stored mail as the office sees it in the mailbox: secret params are masked, or a coordinator could take over an
   * administrator's account by asking for a new password. A development server without mail shows them: there, the mailbox is the mail.
   */
  show(mail: StoredMail): MailText {
    if (!this.config.SMTP_URL && this.config.NODE_ENV !== 'production') return this.render(mail);
    const masked = Object.fromEntries(this.secretsOf(mail.template).map((name) => [name, '…']));
    return this.fill({ ...mail, params: { ...mail.params, ...masked } });
  }

  private secretsOf(template: string): readonly string[] {
    return this.templates.get(template)?.secret ?? [];
  }

  private async deliver({ id, regionId, requestId }: Reference): Promise<void> {
    await runInContext({ requestId, locale: 'de', action: 'mail.deliver' }, async () => {
      const settled = (state: string, error: string | null = null, done: readonly string[] = []) =>
        this.db.system(`mail ${state}`, regionId, (tx) => settle(tx, id, state, error, done));
      const mail = await this.db.system('mail delivery', regionId, (tx) => this.ready(tx, id));
      if (!mail) return;
      if (!this.config.SMTP_URL) return void (await settled('KEPT'));
      const { subject, body } = this.render(mail);
      const { createTransport } = await import('nodemailer');
      try {
        await createTransport(this.config.SMTP_URL).sendMail({ from: this.config.MAIL_FROM, to: mail.address, subject, text: body, messageId: `<${id}@mintforge>` });
        await settled('SENT', null, this.secretsOf(mail.template));
      } catch (error) {
        const code = (error as { code?: string }).code ?? 'SMTP';
        await settled('FAILED', code);
        // The server's own words may quote the address; the queue would keep them.
        if (mail.attempts + 1 < lastAttempt) throw new Error(`mail not delivered: ${code}`);
      }
    });
  }

  /** A mail that waits, with its address; one whose recipient has none (any more) has failed for good, one whose consent is not given is withheld. */
  private async ready(tx: Tx, id: string): Promise<(MailRow & { address: string }) | null> {
    const [mail] = await tx.query<MailRow>(
      `select region_id as "regionId", id, template, locale, recipient, recipient_kind as "recipientKind", recipient_id as "recipientId", params, secret, attempts, purpose, pupil_id as "pupilId"
        from mail where region_id = $1 and id = $2 and state in ('QUEUED', 'FAILED')`, [tx.regionId, id]);
    if (!mail) return null;
    if (mail.purpose !== null && !(await isOpen(tx, mail.purpose, mail.pupilId))) {
      await settle(tx, id, 'WITHHELD', null, [...Object.keys(mail.params), ...this.secretsOf(mail.template)]);
      return null;
    }
    const address = mail.recipientKind && mail.recipientId ? await this.addressOf(tx, mail.recipientKind, mail.recipientId) : mail.recipient;
    if (address !== null) return { ...mail, address };
    await settle(tx, id, 'FAILED', 'NO_ADDRESS', this.secretsOf(mail.template));
    return null;
  }

  private addressOf(tx: Tx, kind: MailRecipient['kind'], id: string): Promise<string | null> {
    const code = this.addresses.get(kind);
    if (!code) throw new Error(`Nobody knows the addresses of ${kind}`);
    return code(tx, id);
  }
}

const secretPlace = (regionId: string, id: string) => ({ table: 'mail', column: 'secret', id, regionId });

/** Whether the gate is open for a mail, asked when it is about to leave. */
async function isOpen(tx: Tx, purpose: string, pupilId: string | null): Promise<boolean> {
  const [gate] = await tx.query<{ answer: string }>('select answer from app.hold_gate($1, array[$2::uuid])', [purpose, pupilId]);
  return gate?.answer === 'GIVEN';
}

/** Notes what became of a mail; secrets that are no longer needed go. */
async function settle(tx: Tx, id: string, state: string, error: string | null, done: readonly string[]): Promise<void> {
  await tx.query('update mail set state = $3, error = $4, attempts = attempts + 1, sent_at = now(), params = params - $5::text[], secret = case when $6 then null else secret end where region_id = $1 and id = $2', [
    tx.regionId, id, state, error, done, done.length > 0,
  ]);
}
