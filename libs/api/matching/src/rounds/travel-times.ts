import { Refusal } from '@mintforge/domain/kernel';
import type { Point } from '@mintforge/domain/partners';
import { CONFIG, Db, Jobs, type Config, type JobRun } from '@mintforge/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';

interface Way {
  fromId: string;
  toId: string;
  from: Point;
  to: Point;
}

const answerSchema = z.object({ minutes: z.array(z.number().min(0).max(1440).nullable()) });
const perRequest = 500;
const patienceMs = 20_000;

/** Ways somebody of the round might go and nobody has measured yet: from the school's main site to the sites wished for. */
const waysSql = `
  select distinct on (f.id, t.id) f.id as "fromId", t.id as "toId", json_build_object('lat', f.lat, 'lon', f.lon) as "from", json_build_object('lat', t.lat, 'lon', t.lon) as "to"
  from participant p join wish w on w.region_id = p.region_id and w.participant_id = p.id join occurrence o on o.region_id = w.region_id and o.id = w.occurrence_id
    left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id
    join site f on f.region_id = p.region_id and f.organisation_id = coalesce(u.organisation_id, g.organisation_id) and f.is_main and f.coordinate_check in ('OK', 'UNCHECKED')
    join site t on t.region_id = o.region_id and t.id = o.site_id and t.coordinate_check in ('OK', 'UNCHECKED')
  where p.region_id = $1 and p.round_id = $2 and not exists (select from travel_time k where k.region_id = f.region_id and k.from_site_id = f.id and k.to_site_id = t.id)`;

/**
 * Travel times of a provider that the operator names by TRAVEL_TIMES_URL: it is sent `{pairs: [{from: {lat, lon}, to}]}` by
 * POST and answers `{minutes: [number or null]}` in the same order. What it gives is kept, so that a run and its publishing
 * read the same; without a provider, and where it knows no way, rounds estimate.
 */
@Injectable()
export class TravelTimes implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'TRAVEL_TIMES_URL'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ roundId: string }>('matching.travelTimes', (job) => this.measure(job));
  }

  /** Starts measuring the ways of a round; gives the job's id. Refuses NOT_FOUND, SERVICE_UNAVAILABLE without a provider. */
  async start(roundId: string): Promise<string> {
    if (!this.config.TRAVEL_TIMES_URL) throw new Refusal('SERVICE_UNAVAILABLE');
    return this.db.write(async (tx) => {
      await tx.one('select id from round where region_id = $1 and id = $2', [tx.regionId, roundId]);
      return this.jobs.start(tx, 'matching.travelTimes', { roundId });
    });
  }

  private async measure({ payload: { roundId }, report }: JobRun<{ roundId: string }>): Promise<{ asked: number; measured: number }> {
    const ways = await this.db.read((tx) => tx.query<Way>(waysSql, [tx.regionId, roundId]));
    let measured = 0;
    for (let start = 0; start < ways.length; start += perRequest) {
      const part = ways.slice(start, start + perRequest);
      const minutes = await this.ask(part);
      const rows = part.flatMap(({ fromId, toId }, at) => (minutes[at] === null || minutes[at] === undefined ? [] : [{ from_site_id: fromId, to_site_id: toId, minutes: Math.round(minutes[at]) }]));
      await this.db.write(async (tx) => {
        await tx.query(
          `insert into travel_time (region_id, from_site_id, to_site_id, minutes) select $1, r.from_site_id, r.to_site_id, r.minutes
           from jsonb_to_recordset($2) as r(from_site_id uuid, to_site_id uuid, minutes int) on conflict do nothing`, [tx.regionId, JSON.stringify(rows)]);
        tx.note('travel_time', 'insert', rows.map((row) => row.to_site_id));
      });
      measured += rows.length;
      await report((100 * Math.min(ways.length, start + perRequest)) / ways.length, 'measuring');
    }
    return { asked: ways.length, measured };
  }

  /** Minutes of some ways as the provider answers. Refuses SERVICE_UNAVAILABLE when it does not, or not in the agreed form. */
  private async ask(ways: readonly Way[]): Promise<(number | null)[]> {
    try {
      const response = await fetch(this.config.TRAVEL_TIMES_URL ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ pairs: ways.map(({ from, to }) => ({ from, to })) }),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      const { minutes } = answerSchema.parse(await response.json());
      if (response.ok && minutes.length === ways.length) return minutes;
    } catch {
      // Told below: whatever went wrong, rounds go on with estimates.
    }
    throw new Refusal('SERVICE_UNAVAILABLE');
  }
}
