import { Refusal } from '@mintforge/domain/kernel';
import { glassState, type GlassFacts } from '@mintforge/domain/oversight';
import { Clock, Conditions, currentActor, Db, Mails, readPage, Tasks, type List, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BreakGlass, BreakGlassesArgs, BreakGlassInput } from './break-glass.types';
import { glassMails } from './oversight.mails';
import { mailToRoles, regionName } from './region-mails';

const deciders = ['COORDINATOR', 'AUDITOR'] as const;
const columns = `b.id, b.reason, b.explanation, b.user_id as "userId", a.display_name as "askedByName", b.asked_at as "askedAt", b.allowed, d.display_name as "decidedByName", b.decided_at as "decidedAt", b.ends_at as "endsAt", b.ended_at as "endedAt"`;
const tables = 'break_glass b left join app_user a on a.id = b.user_id left join app_user d on d.id = b.decided_by';

interface GlassRow extends GlassFacts {
  id: string;
  userId: string;
}

/**
 * Break-glass (Notfallzugriff, ACC-7): the platform administrator asks with a reason, a coordinator or auditor of the region
 * allows, for sixty minutes, looking only. The rows are written as SYSTEM after these rules were asked; the wall itself
 * asks for the living grant with every statement, so nothing here has to end it.
 */
@Injectable()
export class BreakGlasses implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly mails: Mails,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const [name, texts] of Object.entries(glassMails)) this.mails.template(name, texts);
  }

  /** One page of what was asked for in the region. */
  async list({ sort, ...page }: BreakGlassesArgs): Promise<List<BreakGlass>> {
    const { regionId, userId } = currentActor();
    const order = `b.asked_at ${sort === 'ASKED_AT_DESC' ? 'desc' : 'asc'}, b.id`;
    const list = await readPage<GlassRow & BreakGlass>(this.db, { select: columns, from: tables, ...new Conditions().add('b.region_id = ?', regionId), order }, page);
    return { ...list, items: list.items.map((row) => this.shown(row, userId)) };
  }

  /** One of them. Refuses NOT_FOUND. */
  one(id: string): Promise<BreakGlass> {
    const { userId } = currentActor();
    return this.db.read(async (tx) => this.shown(await tx.one<GlassRow & BreakGlass>(`select ${columns} from ${tables} where b.region_id = $1 and b.id = $2`, [tx.regionId, id]), userId));
  }

  /** Asks; the region's coordinators and auditors are told. Refuses ALREADY_EXISTS while one is waiting or open. */
  async ask({ reason, explanation }: BreakGlassInput, key: string): Promise<string> {
    const { userId, regionId } = currentActor();
    return this.db.system(`BREAK_GLASS asked: ${reason}`, regionId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`glass ${regionId} ${userId}`]);
      const earlier = await tx.query<GlassRow>('select asked_at as "askedAt", allowed, ends_at as "endsAt", ended_at as "endedAt" from break_glass where region_id = $1 and user_id = $2', [tx.regionId, userId]);
      if (earlier.some((glass) => ['ASKED', 'OPEN'].includes(glassState(glass, this.clock.now())))) throw new Refusal('ALREADY_EXISTS', { what: 'break_glass' });
      const { id } = await tx.one<{ id: string }>('insert into break_glass (region_id, user_id, reason, explanation, asked_at) values ($1, $2, $3, $4, $5) returning id', [tx.regionId, userId, reason, explanation.trim(), this.clock.now()]);
      tx.note('break_glass', 'insert', [id]);
      await this.tasks.open(tx, [{ kind: 'BREAK_GLASS_ASKED', about: id, params: { reason } }]);
      await mailToRoles(this.mails, tx, { roles: deciders, except: userId, template: 'oversight.glassAsked', params: { regionName: await regionName(tx) } });
      return id;
    }, { once: { key, input: { reason, explanation } } });
  }

  /**
   * A second person allows or refuses. Refuses GLASS_NOT_OPEN when it no longer waits, FOUR_EYES for who asked and for
   * somebody who was given the role only after it was asked for.
   */
  async decide(id: string, allowed: boolean): Promise<void> {
    const { userId, role, regionId } = currentActor();
    await this.db.system(`BREAK_GLASS ${id} ${allowed ? 'allowed' : 'refused'}`, regionId, async (tx) => {
      const glass = await this.locked(tx, id);
      if (glassState(glass, this.clock.now()) !== 'ASKED') throw new Refusal('GLASS_NOT_OPEN');
      const [known] = await tx.query('select from membership where region_id = $1 and user_id = $2 and role = $3 and created_at < $4', [tx.regionId, userId, role, glass.askedAt]);
      if (glass.userId === userId || !known) throw new Refusal('FOUR_EYES');
      await tx.query(`update break_glass set allowed = $3, decided_by = $4, decided_at = now(), ends_at = case when $3 then now() + interval '60 minutes' end where region_id = $1 and id = $2`, [tx.regionId, id, allowed, userId]);
      tx.note('break_glass', 'update', [id]);
      await this.tasks.settle(tx, 'BREAK_GLASS_ASKED', [id]);
      await mailToRoles(this.mails, tx, { roles: ['PLATFORM_ADMIN', ...deciders], template: allowed ? 'oversight.glassAllowed' : 'oversight.glassRefused', params: { regionName: await regionName(tx) } });
    });
  }

  /** Ends an open one before its hour is over: who asked, or the region. Refuses GLASS_NOT_OPEN. */
  async end(id: string): Promise<void> {
    const { userId, regionId } = currentActor();
    await this.db.system(`BREAK_GLASS ${id} ended`, regionId, async (tx) => {
      if (glassState(await this.locked(tx, id), this.clock.now()) !== 'OPEN') throw new Refusal('GLASS_NOT_OPEN');
      await tx.query('update break_glass set ended_at = now(), ended_by = $3 where region_id = $1 and id = $2', [tx.regionId, id, userId]);
      tx.note('break_glass', 'update', [id]);
    });
  }

  private locked(tx: Tx, id: string): Promise<GlassRow> {
    return tx.one<GlassRow>('select id, user_id as "userId", asked_at as "askedAt", allowed, ends_at as "endsAt", ended_at as "endedAt" from break_glass where region_id = $1 and id = $2 for update', [tx.regionId, id]);
  }

  private shown(row: GlassRow & BreakGlass, userId: string | null): BreakGlass {
    return { ...row, state: glassState(row, this.clock.now()), mine: row.userId === userId };
  }
}
