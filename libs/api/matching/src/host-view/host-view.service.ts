import { ConsentReads, ConsentUses, type ConsentUse } from '@mintforge/consent';
import type { AccessibilityProvision } from '@mintforge/domain/activities';
import type { ImpactKind, PurposeCode } from '@mintforge/domain/consent';
import { berlinDay, Refusal } from '@mintforge/domain/kernel';
import { AddressesReads } from '@mintforge/partners';
import { PupilIdentities } from '@mintforge/people';
import { Clock, currentActor, Db, Jobs, Mails, Tasks, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hostMails } from './host-view.mails';
import { HostViewReads } from './host-view.reads';
import type { HostView } from './host-view.types';

interface Shown {
  id: string;
  pupilId: string;
  occurrenceId: string;
  title: string;
  startsAt: Date;
}

/** Confirmed places whose host still sees its list, of the pupils asked; of compulsory teaching only on request, as names there do not rest on consent. */
const shownSql = `select x.id, x.pupil_id as "pupilId", x.occurrence_id as "occurrenceId", a.title, o.starts_at as "startsAt"
  from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id join region r on r.id = x.region_id
    left join shared_need s on s.region_id = x.region_id and s.placement_id = x.id
  where x.region_id = $1 and x.pupil_id = any($2) and x.state in ('PLACED', 'ACCEPTED') and o.state = 'PLANNED' and ($4 and s.items is not null or not $4 and not a.compulsory)
    and $3 < ((o.ends_at at time zone 'Europe/Berlin')::date + r.host_view_days + 1)::timestamp at time zone 'Europe/Berlin'
  order by o.starts_at, x.id`;

/** The host view towards the office, and what becomes of it when a consent to it ends. */
@Injectable()
export class HostViews implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly reads: HostViewReads,
    private readonly gate: ConsentReads,
    private readonly uses: ConsentUses,
    private readonly tasks: Tasks,
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly addresses: AddressesReads,
    private readonly identities: PupilIdentities,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const [name, template] of Object.entries(hostMails)) this.mails.template(name, template);
    this.jobs.on<{ occurrenceIds: string[] }>('matching.hostViewChanged', (tx, { occurrenceIds }) => this.tellHosts(tx, occurrenceIds));
    this.uses.register(this.use('SHARE_WITH_COMPANY', 'host_view'));
    this.uses.register(this.use('NEEDS_SHARE_COMPANY', 'host_need'));
    this.uses.register(this.use('NEEDS_PROCESS', 'host_need'));
  }

  /** The day list as its host sees it now. Refuses NOT_FOUND. */
  view(occurrenceId: string): Promise<HostView> {
    return this.db.read((tx) => this.reads.of(tx, occurrenceId));
  }

  /**
   * Chooses which single provisions of a pupil the host of a placement sees; none takes all back. Refuses NOT_FOUND for
   * what is no pupil's placement, INVALID_INPUT for a provision the pupil does not need, CONSENT_MISSING.
   */
  shareNeeds(placementId: string, items: readonly AccessibilityProvision[]): Promise<void> {
    return this.db.write(async (tx) => {
      const { pupilId, needsKey, needed } = await this.neededBy(tx, placementId);
      if (items.length === 0) return this.forgetNeeds(tx, 'placement_id', [placementId]);
      await this.gate.require(tx, 'NEEDS_SHARE_COMPANY', [pupilId]);
      if (needsKey === null || !items.every((item) => needed.includes(item))) throw new Refusal('INVALID_INPUT', {}, { provisions: 'unknown' });
      await tx.query(
        `insert into shared_need (region_id, placement_id, pupil_id, items) values ($1, $2, $3, $4) on conflict (region_id, placement_id) do update set items = excluded.items, created_at = now()`,
        [tx.regionId, placementId, pupilId, this.identities.sealReleased(needsKey, pupilId, placementId, items)]);
      tx.note('shared_need', 'update', [placementId]);
    });
  }

  /** The days after the end of an occurrence on which a host of the region still sees its list. */
  days(): Promise<number> {
    return this.db.read(async (tx) => (await tx.one<{ days: number }>('select host_view_days as days from region where id = $1', [tx.regionId])).days);
  }

  /** Changes those days; lists open now close or open by them at once. In a SYSTEM transaction, as only this of a region is the office's to change. */
  setDays(days: number): Promise<void> {
    return this.db.system('days a host sees a list', currentActor().regionId, async (tx) => {
      await tx.query('update region set host_view_days = $2, updated_at = now() where id = $1', [tx.regionId, days]);
      tx.note('region', 'update', [tx.regionId]);
    });
  }

  /** The provisions a pupil needs, to choose which of them the host of the placement is told; the look is audited as one of care. Refuses NOT_FOUND. */
  needsToShare(placementId: string): Promise<AccessibilityProvision[]> {
    return this.db.read(async (tx) => {
      const { pupilId, needed } = await this.neededBy(tx, placementId);
      tx.because('CARE');
      tx.note('pupil_needs', 'read', [pupilId]);
      return needed;
    });
  }

  private async neededBy(tx: Tx, placementId: string): Promise<{ pupilId: string; needsKey: Buffer | null; needed: AccessibilityProvision[] }> {
    const { pupilId, needsKey, sealedProvisions } = await tx.one<{ pupilId: string; needsKey: Buffer | null; sealedProvisions: Buffer | null }>(
      `select x.pupil_id as "pupilId", k.wrapped as "needsKey", app.open_needs(u.id, u.provisions) as "sealedProvisions" from placement x join pupil u on u.region_id = x.region_id and u.id = x.pupil_id
          left join needs_key k on k.region_id = u.region_id and k.person_id = u.id
        where x.region_id = $1 and x.id = $2`, [tx.regionId, placementId]);
    return { pupilId, needsKey, needed: this.identities.openProvisions({ id: pupilId, needsKey, sealedProvisions }) };
  }

  private use(purpose: PurposeCode, what: ImpactKind): ConsentUse {
    const needs = purpose !== 'SHARE_WITH_COMPANY';
    const shown = (tx: Tx, pupilIds: readonly string[]) => tx.query<Shown>(shownSql, [tx.regionId, pupilIds, this.clock.now(), needs]);
    return {
      purpose,
      impact: async (tx, pupilIds) => (await shown(tx, pupilIds)).map(({ occurrenceId: _, ...row }) => ({ what, ...row })),
      end: async (tx, pupilIds) => {
        const rows = await shown(tx, pupilIds);
        if (needs) await this.forgetNeeds(tx, 'pupil_id', pupilIds);
        if (rows.length === 0) return;
        await this.tasks.open(tx, rows.map(({ id, pupilId, startsAt }) => ({ kind: 'HOST_LIST_CHANGED', about: id, pupilId, params: { purpose }, dueOn: berlinDay(startsAt) })));
        await this.jobs.emit(tx, 'matching.hostViewChanged', { occurrenceIds: [...new Set(rows.map(({ occurrenceId }) => occurrenceId))] });
      },
      resume: async (tx, pupilIds) => this.tasks.settle(tx, 'HOST_LIST_CHANGED', (await shown(tx, pupilIds)).map(({ id }) => id)),
    };
  }

  private async forgetNeeds(tx: Tx, of: 'placement_id' | 'pupil_id', ids: readonly string[]): Promise<void> {
    const gone = await tx.query<{ id: string }>(`delete from shared_need where region_id = $1 and ${of} = any($2) returning placement_id as id`, [tx.regionId, ids]);
    tx.note('shared_need', 'delete', gone.map(({ id }) => id));
  }

  /** Tells hosts that a list changed and earlier prints are void: neither whom it concerns nor why. */
  private async tellHosts(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    const dates = await tx.query<{ organisationId: string; title: string; startsAt: Date }>(
      `select a.organisation_id as "organisationId", a.title, o.starts_at as "startsAt" from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2) order by o.id`,
      [tx.regionId, occurrenceIds]);
    const addresses = new Map((await this.addresses.mailOf(tx, dates.map(({ organisationId }) => organisationId))).map((address) => [address.organisationId, address]));
    await this.mails.queue(tx, dates.flatMap(({ organisationId, title, startsAt }) => {
      const address = addresses.get(organisationId);
      return address ? [{ template: 'matching.hostViewChanged', locale: 'de' as const, recipient: address.email, params: { organisation: address.organisationName, title, day: berlinDay(startsAt).split('-').reverse().join('.') } }] : [];
    }));
  }
}
