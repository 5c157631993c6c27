import { Refusal } from '@mintforge/domain/kernel';
import { judgeAlerts, standardAlertRules, type AlertRule, type KnownAlert, type RaisedAlert } from '@mintforge/domain/oversight';
import { Conditions, currentActor, Db, Jobs, Mails, readPage, Tasks, type List, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AlertRulePatch, AlertRuleRow, SecurityAlert, SecurityAlertsArgs } from './alerts.types';
import type { AlertOutcomes } from './oversight.enums';
import { alertMail, alertMails } from './oversight.mails';
import { mailToRoles, regionName } from './region-mails';
import { sightingsOf } from './sightings';

const columns = `s.id, s.kind, s.actor_id as "actorId", u.display_name as "actorName", s.counted, s.first_at as "firstAt", s.last_at as "lastAt", v.display_name as "seenByName", s.seen_at as "seenAt", s.outcome, s.created_at as "createdAt"`;
const tables = 'security_alert s left join app_user u on u.id = s.actor_id left join app_user v on v.id = s.seen_by';
const ruleColumns = 'id, kind, threshold, window_minutes as "windowMinutes", source, version';

/** Alerts (Sicherheitshinweise, LOG-4): every five minutes each region's audit and events are held against its rules. */
@Injectable()
export class SecurityAlerts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    for (const [name, texts] of Object.entries(alertMails)) this.mails.template(name, texts);
    this.jobs.every('*/5 * * * *', 'security.alerts', (regionId, now) => this.round(regionId, now));
  }

  /** Raises what the rules of a region give at `now`, with a task and a mail for each new alert; harmless when run twice. */
  round(regionId: string, now: Date): Promise<void> {
    return this.db.system('security alerts', regionId, async (tx) => {
      const rules = await this.rulesOf(tx);
      const known = await tx.query<KnownAlert>(`select kind, actor_id as "actorId", last_at as "lastAt", seen_at is null as open from security_alert where region_id = $1 and (seen_at is null or created_at > $2::timestamptz - interval '2 days')`, [regionId, now]);
      for (const alert of judgeAlerts(rules, await sightingsOf(tx, now), known, now)) await this.raise(tx, alert);
      tx.unaudited();
    });
  }

  private async raise(tx: Tx, { kind, actorId, counted, firstAt, lastAt }: RaisedAlert): Promise<void> {
    const [open] = await tx.query<{ id: string; lastAt: Date }>('select id, last_at as "lastAt" from security_alert where region_id = $1 and kind = $2 and actor_id is not distinct from $3 and seen_at is null', [tx.regionId, kind, actorId]);
    if (open && open.lastAt >= lastAt) return;
    if (open) {
      await tx.query('update security_alert set counted = greatest(counted, $3), last_at = $4 where region_id = $1 and id = $2', [tx.regionId, open.id, counted, lastAt]);
      return tx.note('security_alert', 'update', [open.id]);
    }
    const { id } = await tx.one<{ id: string }>('insert into security_alert (region_id, kind, actor_id, counted, first_at, last_at) values ($1, $2, $3, $4, $5, $6) returning id', [tx.regionId, kind, actorId, counted, firstAt, lastAt]);
    tx.note('security_alert', 'insert', [id]);
    await this.tasks.open(tx, [{ kind: 'SECURITY_ALERT', about: id, params: { kind, counted } }]);
    await mailToRoles(this.mails, tx, { roles: ['PLATFORM_ADMIN', 'AUDITOR'], template: alertMail(kind), params: { regionName: await regionName(tx) } });
  }

  /** The rules of the region; those it does not have yet are taken over from the standard, with their sources. */
  private async rulesOf(tx: Tx): Promise<AlertRule[]> {
    const taken = await tx.query<{ id: string }>(
      `insert into alert_rule (region_id, kind, threshold, window_minutes, source)
        select $1, r.kind, r.threshold, r."windowMinutes", r.source from jsonb_to_recordset($2) as r (kind text, threshold int, "windowMinutes" int, source text) on conflict do nothing returning id`,
      [tx.regionId, JSON.stringify(standardAlertRules)]);
    tx.note('alert_rule', 'insert', taken.map(({ id }) => id));
    return tx.query<AlertRule>(`select ${ruleColumns} from alert_rule where region_id = $1 order by kind`, [tx.regionId]);
  }

  /** One page of alerts. */
  list({ sort, filter, ...page }: SecurityAlertsArgs): Promise<List<SecurityAlert>> {
    const { regionId } = currentActor();
    const conditions = new Conditions().add('s.region_id = ?', regionId).add('s.kind = ?', filter?.kind).add('(s.seen_at is null) = ?', filter?.open);
    return readPage<SecurityAlert>(this.db, { select: columns, from: tables, ...conditions, order: `s.created_at ${sort === 'CREATED_AT_DESC' ? 'desc' : 'asc'}, s.id` }, page);
  }

  one(id: string): Promise<SecurityAlert> {
    return this.db.read((tx) => tx.one<SecurityAlert>(`select ${columns} from ${tables} where s.region_id = $1 and s.id = $2`, [tx.regionId, id]));
  }

  rules(): Promise<AlertRuleRow[]> {
    return this.db.read((tx) => tx.query<AlertRuleRow>(`select ${ruleColumns} from alert_rule where region_id = $1 order by kind`, [tx.regionId]));
  }

  /** Somebody has looked at it, with what came of it. Refuses NOT_YOURSELF for who it is about, NOT_FOUND when it was looked at before. */
  async acknowledge(id: string, outcome: keyof typeof AlertOutcomes): Promise<void> {
    const { userId, regionId } = currentActor();
    await this.db.system('security alert looked at', regionId, async (tx) => {
      const { actorId } = await tx.one<{ actorId: string | null }>('select actor_id as "actorId" from security_alert where region_id = $1 and id = $2 and seen_at is null for update', [tx.regionId, id]);
      if (actorId === userId) throw new Refusal('NOT_YOURSELF');
      await tx.query('update security_alert set seen_at = now(), seen_by = $3, outcome = $4 where region_id = $1 and id = $2', [tx.regionId, id, userId, outcome]);
      tx.note('security_alert', 'update', [id]);
      await this.tasks.settle(tx, 'SECURITY_ALERT', [id]);
    });
  }

  /** Changes when the region is warned. Refuses NOT_FOUND, VERSION_CONFLICT. */
  async changeRule(id: string, version: number, { threshold, windowMinutes, source }: AlertRulePatch): Promise<void> {
    await this.db.write(async (tx) => {
      const [changed] = await tx.query('update alert_rule set threshold = $4, window_minutes = $5, source = $6, version = version + 1, updated_at = now() where region_id = $1 and id = $2 and version = $3 returning id', [tx.regionId, id, version, threshold, windowMinutes, source]);
      if (!changed) throw new Refusal('VERSION_CONFLICT', await tx.one<{ version: number }>('select version from alert_rule where region_id = $1 and id = $2', [tx.regionId, id]));
      tx.note('alert_rule', 'update', [id]);
    });
  }
}
