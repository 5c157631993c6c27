import { checkLimit, lawfulLimits, type WorkingTimeCase } from '@mintforge/domain/matching';
import type { Day } from '@mintforge/domain/kernel';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { RoundFactsReads } from './round-facts.reads';
import type { WorkingTimeLimitInput } from './round-setup.inputs';
import type { WorkingTimeLimitType } from './round-setup.types';

/** Working-time limits of young people: those of the law, and the rows a region sets beside them. */
@Injectable()
export class WorkingTime {
  constructor(
    private readonly db: Db,
    private readonly facts: RoundFactsReads,
  ) {}

  /** All rows by case, the latest valid first. */
  async limits(): Promise<WorkingTimeLimitType[]> {
    const own = await this.db.read((tx) => this.facts.limits(tx));
    const rows = [...lawfulLimits.map((limit) => ({ ...limit, own: false })), ...own.map((limit) => ({ ...limit, own: true }))];
    return rows.sort((a, b) => a.case.localeCompare(b.case) || b.validFrom.localeCompare(a.validFrom));
  }

  /** Sets the region's row of a case from a day on; one of the same day is replaced. Refuses INVALID_INPUT naming the fields. */
  async set(input: WorkingTimeLimitInput): Promise<void> {
    const { minutesPerDay = null, minutesPerWeek = null, shiftMinutes = null, earliest = null, latest = null, latestOnEves = null, daysPerYear = null, lastGrade = null, ...given } = input;
    const { case: kind, validFrom, source, ...limits } = checkLimit({ ...given, minutesPerDay, minutesPerWeek, shiftMinutes, earliest, latest, latestOnEves, daysPerYear, lastGrade });
    await this.db.write(async (tx) => {
      await tx.query(
        `insert into working_time_limit (region_id, kind, valid_from, source, limits) values ($1, $2, $3, $4, $5)
         on conflict (region_id, kind, valid_from) do update set source = excluded.source, limits = excluded.limits`, [tx.regionId, kind, validFrom, source.trim(), JSON.stringify(limits)]);
      tx.note('working_time_limit', 'update', [`${kind} ${validFrom}`]);
    });
  }

  /** Takes the region's row of a case and day back. Harmless when there is none. */
  async remove(kind: WorkingTimeCase, validFrom: Day): Promise<void> {
    await this.db.write(async (tx) => {
      await tx.query('delete from working_time_limit where region_id = $1 and kind = $2 and valid_from = $3', [tx.regionId, kind, validFrom]);
      tx.note('working_time_limit', 'delete', [`${kind} ${validFrom}`]);
    });
  }
}
