import { Refusal } from '@mintforge/domain/kernel';
import { CONFIG, currentActor, Db, Mails, type Config, type Tx } from '@mintforge/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { accountByEmail, accountById, emailKey, membershipsOf } from './accounts.reads';
import { Guesses } from './guesses.service';
import { identityMails } from './identity-mails';
import { makeLink, ownerOfLink, useLink } from './links';
import { checkPassword, type PasswordContext } from './password-policy';
import { hashPassword, verifyPassword } from './passwords';
import { idsOf } from './person';
import { Sessions } from './sessions.service';

/** Longer than the work takes, so that the time of the answer tells nothing about the account. */
const answerAfterMs = 300;

/** Forgotten, invited and changed passwords. Nobody ever sets a password for another. */
@Injectable()
export class PasswordService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly mails: Mails,
    private readonly guesses: Guesses,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    for (const [name, texts] of Object.entries(identityMails)) this.mails.template(name, texts);
  }

  /** Mails a link to choose a new password, if there is such an account; the answer and its time are the same if not. */
  async forgot(email: string, address: string): Promise<void> {
    await Promise.all([this.sendLink(email, address), pause(answerAfterMs)]);
  }

  /** Sets the password by a link from a mail; every session ends, the second factor stays. Refuses LINK_INVALID or PASSWORD_TOO_WEAK. */
  async reset(token: string, password: string): Promise<void> {
    const { userId, context } = await this.db.system('password link opened', null, async (tx) => {
      const owner = await ownerOfLink(tx, token);
      if (!owner) throw new Refusal('LINK_INVALID');
      return { userId: owner, context: await contextOf(tx, owner) };
    });
    checkPassword(password, context);
    const hash = await hashPassword(password);
    await this.db.system('password set by link', null, async (tx) => {
      if (!(await useLink(tx, token))) throw new Refusal('LINK_INVALID');
      await this.store(tx, userId, hash);
      await this.sessions.endWithin(tx, userId, {}, 'PASSWORD');
    });
    this.sessions.forget(userId);
  }

  /** Changes the acting user's own password; their other sessions end. Refuses PASSWORD_WRONG, TOO_MANY_REQUESTS or PASSWORD_TOO_WEAK. */
  async change(current: string, next: string, address: string): Promise<void> {
    const { userId, sessionId } = idsOf(currentActor());
    const { account, context } = await this.db.system('password change', null, async (tx) => ({ account: await accountById(tx, userId), context: await contextOf(tx, userId) }));
    const guess = await this.guesses.begin(account.id, address);
    if (!(await verifyPassword(account.passwordHash, current))) throw new Refusal('PASSWORD_WRONG');
    await guess.succeeded();
    checkPassword(next, context);
    const hash = await hashPassword(next);
    await this.db.system('password changed', null, async (tx) => {
      await this.store(tx, userId, hash);
      await this.sessions.endWithin(tx, userId, { except: sessionId }, 'PASSWORD');
    });
    this.sessions.forget(userId);
  }

  /** The address of the page where the owner of a link chooses the password. */
  linkAddress(token: string): string {
    return `${this.consoleAddress()}password/reset?token=${token}`;
  }

  /** The address of the console. */
  consoleAddress(): string {
    return new URL('/admin/', this.config.PUBLIC_URL).href;
  }

  private async sendLink(email: string, address: string): Promise<void> {
    if (!(await this.guesses.mayMail(emailKey(email), address))) return;
    const found = await this.db.system('password forgotten', null, async (tx) => {
      const account = await accountByEmail(tx, email);
      const [first] = account && !account.disabled ? await membershipsOf(tx, account.id) : [];
      return account && first ? { account, regionId: first.regionId } : null;
    });
    if (!found) return;
    const { account, regionId } = found;
    await this.db.system('password forgotten', regionId, async (tx) => {
      const link = this.linkAddress(await makeLink(tx, 'PASSWORD_RESET', account.id));
      await this.mails.queue(tx, [{ template: 'identity.passwordReset', locale: account.locale, recipient: account.email, params: { displayName: account.displayName, link } }]);
    });
  }

  private async store(tx: Tx, userId: string, hash: string): Promise<void> {
    await tx.query('update app_user set password_hash = $2, updated_at = now() where id = $1', [userId, hash]);
    tx.note('app_user', 'update', [userId]);
  }
}

/** What a password of this user must not be built from; as SYSTEM. */
async function contextOf(tx: Tx, userId: string): Promise<PasswordContext> {
  const { email, displayName } = await accountById(tx, userId);
  return { email, displayName, regionNames: (await membershipsOf(tx, userId)).map(({ regionName }) => regionName) };
}
