import { isLand, publishedSchoolHolidays, schoolHolidaySource } from '@mintforge/domain/activities';
import { Refusal, tidy, type Day } from '@mintforge/domain/kernel';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { SchoolHolidayInput, SchoolHolidayPatch } from './calendar.inputs';
import { SchoolHoliday } from './school-holidays.entities';

/** Writes the school holidays of a region. */
@Injectable()
export class SchoolHolidays {
  constructor(private readonly db: Db) {}

  /** Adds a stretch and gives its id. Refuses INVALID_INPUT when it ends before it begins, ALREADY_EXISTS for the same name and first day. */
  create(input: SchoolHolidayInput, key: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        checkOrder(input.firstDay, input.lastDay);
        const [id] = (await tx.insert(SchoolHoliday, { ...input, name: tidy(input.name), source: input.source ?? '' })) as [string];
        return id;
      },
      { once: { key, input } },
    );
  }

  /** Changes a stretch. Refuses VERSION_CONFLICT, INVALID_INPUT. */
  update(id: string, version: number, patch: SchoolHolidayPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const changed = { ...(await tx.lock(SchoolHoliday, id, version)), ...patch };
      checkOrder(changed.firstDay, changed.lastDay);
      await tx.update(SchoolHoliday, id, patch, version);
    });
  }

  /** Removes a stretch. Refuses NOT_FOUND. */
  delete(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(SchoolHoliday, id));
  }

  /**
   * Fills in the published school holidays of the region's Land and gives how many were added. A stretch that meets one
   * already there is left out, so that corrections stay and filling twice changes nothing.
   */
  fill(): Promise<number> {
    return this.db.write(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('school_holiday' || $1, 0))`, [tx.regionId]);
      const { land } = await tx.one<{ land: string }>('select land from region where id = $1', [tx.regionId]);
      const known = await tx.query<{ firstDay: Day; lastDay: Day }>('select first_day as "firstDay", last_day as "lastDay" from school_holiday where region_id = $1', [tx.regionId]);
      const missing = (isLand(land) ? publishedSchoolHolidays(land) : []).filter((one) => !known.some((other) => one.firstDay <= other.lastDay && other.firstDay <= one.lastDay));
      await tx.insert(SchoolHoliday, missing.map((holiday) => ({ ...holiday, source: schoolHolidaySource })));
      return missing.length;
    });
  }
}

function checkOrder(firstDay: Day, lastDay: Day): void {
  if (lastDay < firstDay) throw new Refusal('INVALID_INPUT', {}, { lastDay: 'beforeFirst' });
}
