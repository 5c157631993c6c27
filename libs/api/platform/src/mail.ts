import { type Locale } from '@mintforge/domain/kernel';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from './config';
import { runInContext } from './context';
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

export interface MailToQueue {
  template: string;
  locale: Locale;
  recipient: string;
  params: Record<string, string>;
}

interface MailRow extends MailToQueue {
  attempts: number;
}

const lastAttempt = 10;

/**
 * Mails as rows: queued in the transaction of the act that causes them, rendered late, sent by SMTP after the commit,
 * or kept for the mailbox page when no mail server is configured.
 */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly templates = new Map<string, MailTemplate>();

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.task('mail', (reference) => this.deliver(reference));
  }

  /** Registers the words of a template, e.g. `identity.passwordReset`. */
  template(name: string, texts: MailTemplate): void {
    this.templates.set(name, texts);
  }

  /** Stores mails in the caller's transaction (which must be SYSTEM's or a mail reader's) and queues their delivery. */
  async queue(tx: Tx, mails: MailToQueue[]): Promise<void> {
    for (const { template, locale, recipient, params } of mails) {
      if (!this.templates.has(template)) throw new Error(`No mail template ${template}`);
      const { id } = await tx.one<{ id: string }>('insert into mail (region_id, template, locale, recipient, params) values ($1, $2, $3, $4, $5) returning id', [
        tx.regionId, template, locale, recipient, JSON.stringify(params),
      ]);
      tx.note('mail', 'insert', [id]);
      await this.jobs.enqueue(tx, 'mail', id);
    }
  }

  /** Subject and body of a stored mail in its language. */
  render({ template, locale, params }: Pick<MailRow, 'template' | 'locale' | 'params'>): MailText {
    const words = this.templates.get(template)?.[locale];
    if (!words) throw new Error(`No mail template ${template}`);
    const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
    return { subject: words.subject, body: fill(words.body) };
  }

  /**
   * A stored mail as the office sees it in the mailbox: secret params are masked, or a coordinator could take over an
   * administrator's account by asking for a new password. A development server without mail shows them: there, the mailbox is the mail.
   */
  show(mail: Pick<MailRow, 'template' | 'locale' | 'params'>): MailText {
    if (!this.config.SMTP_URL && this.config.NODE_ENV !== 'production') return this.render(mail);
    const masked = Object.fromEntries(this.secretsOf(mail.template).map((name) => [name, '…']));
    return this.render({ ...mail, params: { ...mail.params, ...masked } });
  }

  private secretsOf(template: string): readonly string[] {
    return this.templates.get(template)?.secret ?? [];
  }

  private async deliver({ id, regionId, requestId }: Reference): Promise<void> {
    await runInContext({ requestId, locale: 'de', action: 'mail.deliver' }, async () => {
      const settle = (state: string, error: string | null = null, done: readonly string[] = []) =>
        this.db.system(`mail ${state}`, regionId, (tx) => tx.query('update mail set state = $3, error = $4, attempts = attempts + 1, sent_at = now(), params = params - $5::text[] where region_id = $1 and id = $2', [regionId, id, state, error, done]));
      const [mail] = await this.db.system('mail delivery', regionId, (tx) =>
        tx.query<MailRow>("select template, locale, recipient, params, attempts from mail where region_id = $1 and id = $2 and state in ('QUEUED', 'FAILED')", [regionId, id]));
      if (!mail) return;
      if (!this.config.SMTP_URL) return void (await settle('KEPT'));
      const { subject, body } = this.render(mail);
      const { createTransport } = await import('nodemailer');
      try {
        await createTransport(this.config.SMTP_URL).sendMail({ from: this.config.MAIL_FROM, to: mail.recipient, subject, text: body, messageId: `<${id}@mintforge>` });
        await settle('SENT', null, this.secretsOf(mail.template));
      } catch (error) {
        const code = (error as { code?: string }).code ?? 'SMTP';
        await settle('FAILED', code);
        // The server's own words may quote the address; the queue would keep them.
        if (mail.attempts + 1 < lastAttempt) throw new Error(`mail not delivered: ${code}`);
      }
    });
  }
}
