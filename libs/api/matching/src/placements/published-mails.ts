import { berlinDay } from '@mintforge/domain/kernel';
import { AddressesReads } from '@mintforge/partners';
import { Db, Jobs, Mails, runInContext, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { templates } from './published-mails.texts';

interface Published {
  roundId: string | null;
  placements: { id: string }[];
  refilled?: boolean;
}

interface Counts {
  organisationId: string;
  seats: number;
  occurrences: number;
  until: Date | null;
}

const host = 'a.organisation_id';
const school = 'coalesce(u.organisation_id, g.organisation_id)';
const countsSql = (organisation: string) => `
  select ${organisation} as "organisationId", sum(x.seats)::int as seats, count(distinct x.occurrence_id)::int as occurrences, min(x.accept_by) as until
  from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
    left join pupil u on u.region_id = x.region_id and u.id = x.pupil_id left join pupil_group g on g.region_id = x.region_id and g.id = x.group_id
  where x.region_id = $1 and x.id = any($2::uuid[]) group by 1`;

/** The last day of a deadline, as mails write it. */
const lastDay = (deadline: Date) => berlinDay(new Date(deadline.getTime() - 1)).split('-').reverse().join('.');

/**
 * Mails with counts, never names: to every host and school when a round is published or freed seats are filled, and to
 * schools before the deadline of offers still open. Hand placements write nobody.
 */
@Injectable()
export class PublishedMails implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly addresses: AddressesReads,
  ) {}

  onModuleInit(): void {
    for (const [name, template] of Object.entries(templates)) this.mails.template(name, template);
    this.jobs.on<Published>('matching.published', async (tx, { roundId, placements, refilled }) => {
      if (!roundId) return;
      const ids = placements.map(({ id }) => id);
      await this.write(tx, refilled ? 'matching.refilledHost' : 'matching.publishedHost', host, ids);
      const offered = await this.offered(tx, ids);
      await this.write(tx, 'matching.offeredSchool', school, offered);
      await this.write(tx, refilled ? 'matching.refilledSchool' : 'matching.publishedSchool', school, ids.filter((id) => !offered.includes(id)));
    });
    this.jobs.task('matching.remind', ({ id, regionId, requestId }) => runInContext({ requestId, locale: 'de', action: 'matching.remind' }, () => this.remind(regionId, id)));
  }

  /** Reminds the schools of a round of offers that nobody has answered yet. */
  remind(regionId: string, roundId: string): Promise<void> {
    return this.db.system('reminder of offered seats', regionId, async (tx) => {
      const open = await tx.query<{ id: string }>(`select id from placement where region_id = $1 and round_id = $2 and state = 'OFFERED'`, [tx.regionId, roundId]);
      await this.write(tx, 'matching.offersEndSchool', school, open.map(({ id }) => id));
    });
  }

  private async offered(tx: Tx, ids: readonly string[]): Promise<string[]> {
    return (await tx.query<{ id: string }>('select id from placement where region_id = $1 and id = any($2::uuid[]) and accept_by is not null', [tx.regionId, ids])).map(({ id }) => id);
  }

  private async write(tx: Tx, template: keyof typeof templates, organisation: string, placementIds: readonly string[]): Promise<void> {
    if (placementIds.length === 0) return;
    const counts = new Map((await tx.query<Counts>(countsSql(organisation), [tx.regionId, placementIds])).map((row) => [row.organisationId, row]));
    const addresses = await this.addresses.mailOf(tx, [...counts.keys()]);
    await this.mails.queue(tx, addresses.map(({ organisationId, organisationName, email }) => {
      const { seats, occurrences, until } = counts.get(organisationId)!;
      return { template, locale: 'de', recipient: email, params: { organisation: organisationName, seats: String(seats), occurrences: String(occurrences), ...(until ? { until: lastDay(until) } : {}) } };
    }));
  }
}
