import { Refusal, roles, type Role } from '@mintforge/domain/kernel';
import { CONFIG, currentActor, Db, hashOfToken, newToken, SecurityEvents, type Actor, type Config, type Looking, type Tx } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { asPerson } from './person';

/** Access tokens: who signed, for whom, with what. The strategy accepts nothing else. */
export const tokenRules = { algorithm: 'HS256', issuer: 'mintforge', audience: 'console' } as const;
export const accessSeconds = 600;
const cacheMs = 5000;
const cachedAtMost = 10_000;

/** The refresh token as the cookie carries it: whose family, and the secret that changes with every use. */
export interface RefreshToken {
  userId: string;
  sessionId: string;
  secret: string;
}

/** Who asks from where: the browser is shown in the list of sessions, the address only counts guesses. */
export interface Device {
  address: string;
  userAgent?: string;
}

/** Which of a user's sessions to end; all when nothing is named. */
export interface Which {
  only?: string;
  except?: string;
}

type EndReason = 'SIGNED_OUT' | 'REUSE' | 'PASSWORD' | 'DISABLED' | 'SECOND_FACTOR_RESET';

/** A living session as its user sees it. */
export interface SessionView {
  id: string;
  current: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string | null;
  regionName: string | null;
  role: Role | null;
}

interface SessionRow {
  regionId: string;
  role: Role | 'BREAK_GLASS';
  looking: Looking['kind'] | null;
  grantId: string | null;
  enrolled: boolean;
}

/** That what a session acts by still holds: its membership, or while it only looks the grant, or being an administrator. */
const standsBy = `case s.looking
  when 'BREAK_GLASS' then exists (select from break_glass g where g.region_id = s.region_id and g.id = s.grant_id and g.user_id = s.user_id and g.allowed and g.ended_at is null and g.ends_at > now())
  when 'VIEW_AS' then exists (select from membership m where m.user_id = s.user_id and m.role = 'PLATFORM_ADMIN')
  else exists (select from membership m where m.region_id = s.region_id and m.user_id = s.user_id and m.role = s.role) end`;

/**
 * Sessions: families of rotating refresh tokens, idle 12 hours, 7 days in all. The access token only names user and
 * session; both are looked up (and remembered for at most five seconds), so that an end takes effect at once.
 */
@Injectable()
export class Sessions {
  private readonly jwt: JwtService;
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: SecurityEvents,
  ) {
    const { algorithm, issuer, audience } = tokenRules;
    this.jwt = new JwtService({ secret: Buffer.from(config.MINTFORGE_JWT_SECRET, 'base64'), signOptions: { algorithm, issuer, audience, expiresIn: accessSeconds, noTimestamp: true } });
  }

  /** Opens a family in the caller's SYSTEM transaction, its factor fresh, and gives its first refresh token; long dead families of the user go. */
  async open(tx: Tx, userId: string, at: { regionId: string; role: Role }, { userAgent }: Pick<Device, 'userAgent'>): Promise<RefreshToken> {
    await tx.query("delete from session where user_id = $1 and expires_at < now() - interval '30 days'", [userId]);
    const secret = newToken();
    const { id } = await tx.one<{ id: string }>(
      `insert into session (user_id, region_id, role, token_hash, expires_at, factor_at, user_agent) values ($1, $2, $3, $4, now() + interval '12 hours', now(), $5) returning id`,
      [userId, at.regionId, at.role, hashOfToken(secret), userAgent?.slice(0, 200) ?? null],
    );
    tx.note('session', 'insert', [id]);
    return { userId, sessionId: id, secret };
  }

  /** A signed access token of ten minutes: user, session, issuer, audience, end, nothing else. */
  accessToken({ userId, sessionId }: Pick<RefreshToken, 'userId' | 'sessionId'>): string {
    return this.jwt.sign({ sub: userId, sid: sessionId });
  }

  /**
   * Exchanges a refresh token by compare-and-swap. The token just before (two tabs at once, ten seconds) is accepted
   * without a new one: the browser already holds it. Any older one was stolen or replayed and ends the family.
   * Refuses UNAUTHENTICATED.
   */
  async rotate(token: RefreshToken): Promise<RefreshToken | 'UNCHANGED'> {
    const next = { ...token, secret: newToken() };
    const outcome = await asPerson(token.userId, () =>
      this.db.write(async (tx) => {
        const [swapped] = await tx.query(
          `update session set previous_hash = token_hash, token_hash = $3, rotated_at = now(), expires_at = least(now() + interval '12 hours', created_at + interval '7 days')
            where id = $1 and token_hash = $2 and ended_at is null and expires_at > now() returning id`,
          [token.sessionId, hashOfToken(token.secret), hashOfToken(next.secret)],
        );
        if (swapped) return next;
        const [family] = await tx.query<{ current: boolean; grace: boolean }>(
          `select token_hash = $2 as current, coalesce(previous_hash = $2, false) and rotated_at > now() - interval '10 seconds' as grace
            from session where id = $1 and ended_at is null and expires_at > now()`,
          [token.sessionId, hashOfToken(token.secret)],
        );
        if (!family) return 'ENDED';
        return family.current || family.grace ? 'UNCHANGED' : 'REUSED';
      }),
    );
    if (outcome === 'REUSED') await this.endReused(token);
    if (outcome === 'REUSED' || outcome === 'ENDED') throw new Refusal('UNAUTHENTICATED');
    return outcome;
  }

  private async endReused({ userId, sessionId }: RefreshToken): Promise<void> {
    await this.db.system('session ended: REUSE', null, async (tx) => {
      await this.endWithin(tx, userId, { only: sessionId }, 'REUSE');
      await this.events.note(tx, 'TOKEN_REUSED', { actorId: userId, ids: [sessionId] });
    });
    this.forget(userId);
  }

  /** The user of a session has just proven who they are. Refuses UNAUTHENTICATED when it has ended. */
  async proven({ userId, sessionId }: Pick<RefreshToken, 'userId' | 'sessionId'>): Promise<void> {
    await this.db.system('identity confirmed', null, async (tx) => {
      const [living] = await tx.query('update session set factor_at = now() where id = $1 and user_id = $2 and ended_at is null returning id', [sessionId, userId]);
      if (!living) throw new Refusal('UNAUTHENTICATED');
      tx.note('session', 'update', [sessionId]);
    });
  }

  /** Ends sessions of a user; it holds from this moment. */
  async end(userId: string, which: Which, reason: EndReason): Promise<void> {
    await this.db.system(`session ended: ${reason}`, null, (tx) => this.endWithin(tx, userId, which, reason));
    this.forget(userId);
  }

  /** As `end`, in the caller's SYSTEM transaction; call `forget` after it. */
  async endWithin(tx: Tx, userId: string, { only, except }: Which, reason: EndReason): Promise<void> {
    const ended = await tx.query<{ id: string }>(
      `update session set ended_at = now(), end_reason = $4
        where user_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3) and ended_at is null returning id`,
      [userId, only ?? null, except ?? null, reason],
    );
    tx.note('session', 'update', ended.map(({ id }) => id));
  }

  /** The acting user's living sessions, the newest first. */
  list(): Promise<SessionView[]> {
    const { userId, sessionId } = currentActor();
    return this.db.read((tx) =>
      tx.query<SessionView>(
        `select s.id, s.id = $2 as current, s.created_at as "createdAt", s.rotated_at as "lastUsedAt", s.user_agent as "userAgent", r.name as "regionName", s.role
           from session s left join region r on r.id = s.region_id
          where s.user_id = $1 and s.ended_at is null and s.expires_at > now() order by s.created_at desc`,
        [userId, sessionId],
      ),
    );
  }

  /** Drops what is remembered of a user's sessions, after their roles or account changed. */
  forget(userId: string): void {
    for (const [key, { actor }] of this.known) if (actor.userId === userId) this.known.delete(key);
  }

  /**
   * The actor of a session: refuses UNAUTHENTICATED when session, account or what it acts by has ended. Where
   * a second factor is a duty and missing, the actor is NOBODY and may only enrol one.
   */
  async actorOf(userId: string, sessionId: string): Promise<Actor> {
    const known = this.known.get(sessionId);
    if (known && known.until > performance.now() && known.actor.userId === userId) return known.actor;
    const [row] = await asPerson(userId, () =>
      this.db.read((tx) =>
        tx.query<SessionRow>(
          `select s.region_id as "regionId", s.role, s.looking, s.grant_id as "grantId", u.totp_secret is not null as enrolled from session s join app_user u on u.id = s.user_id
            where s.id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > now() and u.disabled_at is null and ${standsBy}`,
          [sessionId, userId],
        ),
      ),
    );
    if (!row || !(row.looking === 'BREAK_GLASS' || roles.includes(row.role as Role))) throw new Refusal('UNAUTHENTICATED');
    const looking = row.looking && { kind: row.looking, grantId: row.grantId };
    const actor: Actor = { userId, sessionId, role: this.mustEnrol(row) ? 'NOBODY' : row.role, regionId: row.regionId, ...(looking ? { looking } : {}) };
    if (this.known.size >= cachedAtMost) this.known.clear();
    this.known.set(sessionId, { actor, until: performance.now() + cacheMs });
    return actor;
  }

  /** Whether this account must set up a second factor before anything else: a duty in production. */
  mustEnrol({ enrolled }: { enrolled: boolean }): boolean {
    return !enrolled && this.config.NODE_ENV === 'production';
  }

  /** Lets the acting session work in another of the user's regions and roles. Refuses NOT_FOUND without that membership. */
  async switchTo(actor: Actor, to: { regionId: string; role: Role }): Promise<void> {
    await this.db.system('switch of region', to.regionId, async (tx) => {
      const [switched] = await tx.query<{ id: string }>(
        `update session s set region_id = m.region_id, role = m.role, looking = null, grant_id = null from membership m
          where s.id = $1 and s.user_id = $2 and m.user_id = s.user_id and m.region_id = $3 and m.role = $4 returning s.id`,
        [actor.sessionId, actor.userId, to.regionId, to.role],
      );
      if (!switched) throw new Refusal('NOT_FOUND');
      tx.note('session', 'update', [switched.id]);
    });
    this.forget(actor.userId ?? '');
  }

  /**
   * Lets an administrator's session look at a synthetic region as another role would, until it switches back. Refuses
   * FORBIDDEN to anybody else, REGION_NOT_SYNTHETIC where real people are, NOT_FOUND.
   */
  async viewAs(actor: Actor, to: { regionId: string; role: Role }): Promise<void> {
    await this.db.system(`view as ${to.role}`, to.regionId, async (tx) => {
      const [held] = await tx.query(`select from membership where user_id = $1 and role = 'PLATFORM_ADMIN'`, [actor.userId]);
      if (!held || (actor.role !== 'PLATFORM_ADMIN' && actor.looking?.kind !== 'VIEW_AS')) throw new Refusal('FORBIDDEN');
      const { synthetic } = await tx.one<{ synthetic: boolean }>('select synthetic from region where id = $1', [to.regionId]);
      if (!synthetic) throw new Refusal('REGION_NOT_SYNTHETIC');
      await this.look(tx, actor, { ...to, kind: 'VIEW_AS', grantId: null });
    });
    this.forget(actor.userId ?? '');
  }

  /** Lets an administrator's session use the break-glass it was allowed in its region. Refuses NOT_FOUND for another's, GLASS_NOT_OPEN. */
  async openGlass(actor: Actor, grantId: string): Promise<void> {
    const { regionId } = actor;
    if (actor.role !== 'PLATFORM_ADMIN' || !regionId) throw new Refusal('FORBIDDEN');
    await this.db.system(`BREAK_GLASS ${grantId} used`, regionId, async (tx) => {
      const { open } = await tx.one<{ open: boolean }>('select coalesce(allowed and ended_at is null and ends_at > now(), false) as open from break_glass where region_id = $1 and id = $2 and user_id = $3', [regionId, grantId, actor.userId]);
      if (!open) throw new Refusal('GLASS_NOT_OPEN');
      await this.look(tx, actor, { regionId, role: 'BREAK_GLASS', kind: 'BREAK_GLASS', grantId });
    });
    this.forget(actor.userId ?? '');
  }

  private async look(tx: Tx, actor: Actor, { regionId, role, kind, grantId }: Looking & { regionId: string; role: Role | 'BREAK_GLASS' }): Promise<void> {
    await tx.one('update session set region_id = $3, role = $4, looking = $5, grant_id = $6 where id = $1 and user_id = $2 returning id', [actor.sessionId, actor.userId, regionId, role, kind, grantId]);
    tx.note('session', 'update', [actor.sessionId ?? '']);
  }

  /** A session whose looking has ended works on as the administrator it was, instead of ending. */
  async endLooking({ userId, sessionId }: Pick<RefreshToken, 'userId' | 'sessionId'>): Promise<void> {
    const [ended] = await asPerson(userId, () => this.db.read((tx) => tx.query(`select from session s where s.id = $1 and s.user_id = $2 and s.looking is not null and not (${standsBy})`, [sessionId, userId])));
    if (!ended) return;
    await this.db.system('looking ended', null, async (tx) => {
      await tx.query(
        `update session s set region_id = m.region_id, role = m.role, looking = null, grant_id = null
          from (select region_id, role from membership where user_id = $2 order by role = 'PLATFORM_ADMIN' desc, region_id limit 1) m where s.id = $1 and s.user_id = $2`, [sessionId, userId]);
      tx.note('session', 'update', [sessionId]);
    });
    this.forget(userId);
  }
}
