import { mayGrant, Refusal, roles, tidy, type Locale, type Role } from '@mintforge/domain/kernel';
import { currentActor, Db, Mails, SecurityEvents, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { accountByEmail, emailKey } from './accounts.reads';
import { mayAdminister } from './identity.policy';
import { makeLink } from './links';
import { PasswordService } from './passwords.service';
import { idsOf } from './person';
import { Sessions } from './sessions.service';
import { UserReads } from './users.reads';
import type { InviteUserInput, User, UserPatch } from './users.types';

/**
 * Users and their roles in the active region. Accounts belong to no region, so their rows are written as SYSTEM, after
 * the acting user was seen to know the account and to be allowed the act.
 */
@Injectable()
export class UserService {
  constructor(
    private readonly db: Db,
    private readonly mails: Mails,
    private readonly reads: UserReads,
    private readonly passwords: PasswordService,
    private readonly sessions: Sessions,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * Gives a person a role in the active region and mails them a link; an account they have elsewhere is kept. Refuses
   * ROLE_TOO_HIGH, or ALREADY_EXISTS when they hold the role already.
   */
  async invite(input: InviteUserInput, key?: string | null): Promise<User> {
    const { role, regionId } = acting();
    if (!mayGrant(role, input.role)) throw new Refusal('ROLE_TOO_HIGH');
    const id = await this.db.system('invitation', regionId, (tx) => this.inviteWithin(tx, input), { once: { key, input } });
    return this.reads.one(id);
  }

  /** Changes name and language of a user of the active region who works nowhere else. Refuses ROLE_TOO_HIGH, VERSION_CONFLICT. */
  update(id: string, version: number, { displayName, locale }: UserPatch): Promise<User> {
    return this.administer('user changed', id, async (tx) => {
      const [changed] = await tx.query(
        'update app_user set display_name = coalesce($3, display_name), locale = coalesce($4, locale), version = version + 1, updated_at = now() where id = $1 and version = $2 returning id',
        [id, version, displayName === undefined ? null : tidy(displayName), locale ?? null],
      );
      if (!changed) throw new Refusal('VERSION_CONFLICT', { version: (await this.reads.within(tx, id)).version });
    });
  }

  /** Gives one more role in the active region. Refuses ROLE_TOO_HIGH, NOT_YOURSELF; granting twice changes nothing. */
  async grantRole(id: string, granted: Role): Promise<User> {
    const { role, userId } = acting();
    if (!mayGrant(role, granted)) throw new Refusal('ROLE_TOO_HIGH');
    // An administrator could make himself a coordinator and see everybody.
    if (id === userId) throw new Refusal('NOT_YOURSELF');
    await this.db.write(async (tx) => {
      await this.reads.within(tx, id);
      const added = await tx.query('insert into membership (region_id, user_id, role) values ($1, $2, $3) on conflict do nothing returning user_id', [tx.regionId, id, granted]);
      if (added.length > 0) tx.note('membership', 'insert', [id]);
    });
    return this.changed(id);
  }

  /** Takes a role in the active region away; who loses the last one is no user of it any more. Refuses ROLE_TOO_HIGH, NOT_YOURSELF. */
  async revokeRole(id: string, revoked: Role): Promise<User> {
    const { role, userId } = acting();
    if (!mayGrant(role, revoked)) throw new Refusal('ROLE_TOO_HIGH');
    const before = await this.db.write(async (tx) => {
      const user = await this.reads.within(tx, id);
      if (id === userId && user.roles.every((held) => held === revoked)) throw new Refusal('NOT_YOURSELF');
      const removed = await tx.query('delete from membership where region_id = $1 and user_id = $2 and role = $3 returning user_id', [tx.regionId, id, revoked]);
      if (removed.length > 0) tx.note('membership', 'delete', [id]);
      return user;
    });
    this.sessions.forget(id);
    return { ...before, roles: before.roles.filter((held) => held !== revoked) };
  }

  /** Shuts an account out at once, or lets it in again. Refuses ROLE_TOO_HIGH, NOT_YOURSELF. */
  async setDisabled(id: string, disabled: boolean): Promise<User> {
    if (id === acting().userId) throw new Refusal('NOT_YOURSELF');
    return this.administer(disabled ? 'user disabled' : 'user enabled', id, async (tx) => {
      await tx.query('update app_user set disabled_at = case when $2 then coalesce(disabled_at, now()) end, version = version + 1, updated_at = now() where id = $1', [id, disabled]);
      if (disabled) await this.sessions.endWithin(tx, id, {}, 'DISABLED');
    });
  }

  /** Takes a lost second factor away, so that its owner can set up a new one. Refuses ROLE_TOO_HIGH, NOT_YOURSELF. */
  async resetSecondFactor(id: string): Promise<User> {
    if (id === acting().userId) throw new Refusal('NOT_YOURSELF');
    return this.administer('second factor taken away', id, async (tx) => {
      await tx.query(`update app_user set totp_secret = null, totp_pending = null, recovery_hashes = '{}', version = version + 1, updated_at = now() where id = $1`, [id]);
      await this.sessions.endWithin(tx, id, {}, 'SECOND_FACTOR_RESET');
      await this.events.note(tx, 'SECOND_FACTOR_CHANGED', { actorId: id });
    });
  }

  /** The acting user's own language. */
  async changeMyLocale(locale: Locale): Promise<User> {
    const { userId } = idsOf(currentActor());
    await this.db.write(async (tx) => {
      await tx.query('update app_user set locale = $2, updated_at = now() where id = $1', [userId, locale]);
      tx.note('app_user', 'update', [userId]);
    });
    return this.reads.one(userId);
  }

  private async inviteWithin(tx: Tx, input: InviteUserInput): Promise<string> {
    const known = await accountByEmail(tx, input.email);
    if (known && known.id === tx.actor.userId) throw new Refusal('NOT_YOURSELF');
    const email = known?.email ?? tidy(input.email);
    const id = known?.id ?? (await this.create(tx, email, input));
    const added = await tx.query('insert into membership (region_id, user_id, role) values ($1, $2, $3) on conflict do nothing returning user_id', [tx.regionId, id, input.role]);
    if (added.length === 0) throw new Refusal('ALREADY_EXISTS', { what: 'membership' });
    tx.note('membership', 'insert', [id]);
    const region = await tx.one<{ name: string }>('select name from region where id = $1', [tx.regionId]);
    const link = known?.passwordHash ? this.passwords.consoleAddress() : this.passwords.linkAddress(await makeLink(tx, 'INVITATION', id));
    const params = { displayName: known?.displayName ?? tidy(input.displayName), regionName: region.name, link };
    await this.mails.queue(tx, [{ template: 'identity.invitation', locale: known?.locale ?? input.locale, recipient: email, params }]);
    return id;
  }

  private async create(tx: Tx, email: string, { displayName, locale }: InviteUserInput): Promise<string> {
    const { id } = await tx.one<{ id: string }>('insert into app_user (email, email_key, display_name, locale) values ($1, $2, $3, $4) returning id', [email, emailKey(email), tidy(displayName), locale]);
    tx.note('app_user', 'insert', [id]);
    return id;
  }

  /** Runs an act on an account the acting user sees and may administer. Refuses NOT_FOUND or ROLE_TOO_HIGH. */
  private async administer(reason: string, id: string, work: (tx: Tx) => Promise<void>): Promise<User> {
    const { role, regionId, userId } = acting();
    await this.reads.one(id);
    await this.db.system(reason, regionId, async (tx) => {
      await tx.one('select id from app_user where id = $1 for update', [id]);
      const held = await tx.query<{ regionId: string; role: Role }>('select region_id as "regionId", role from membership where user_id = $1', [id]);
      if (id !== userId && !mayAdminister({ role, regionId }, held)) throw new Refusal('ROLE_TOO_HIGH');
      await work(tx);
      tx.note('app_user', 'update', [id]);
    });
    return this.changed(id);
  }

  private changed(id: string): Promise<User> {
    this.sessions.forget(id);
    return this.reads.one(id);
  }
}

/** The acting user with region and role. Refuses UNAUTHENTICATED for a job or an unfinished sign-in. */
function acting(): { userId: string; regionId: string; role: Role } {
  const { userId, regionId, role } = currentActor();
  const known = roles.find((name) => name === role);
  if (!userId || !regionId || !known) throw new Refusal('UNAUTHENTICATED');
  return { userId, regionId, role: known };
}
