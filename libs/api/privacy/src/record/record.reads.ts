import { berlinDay } from '@mintforge/domain/kernel';
import { measures, processingActivities, standardRetentionRules, type HeldColumn, type PurposeOfRecord } from '@mintforge/domain/privacy';
import { Clock, dataMap, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { MappedTable, ProcessingRecord, RecordedController, RecordedPeriod } from './record.types';
import { rulesInForce } from '../retention/retention-rules';

/** The personal columns of the data map, each with whose it can be. */
export const heldColumns = (): HeldColumn[] =>
  [...dataMap()].flatMap(([table, { retention, subjects = [], personal = {} }]) =>
    Object.entries(personal).map(([column, { purpose, category, dataClass, rest, of }]) => ({ table, column, purpose, category, dataClass, rest, retention, subjects: of ? [of] : [...new Set(subjects.map(({ kind }) => kind))] })));

/** What we hold of people and why, as it stands in the code and in the purposes of the region. */
@Injectable()
export class RecordReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Every table of the data map, in the order of their names. */
  map(): MappedTable[] {
    return [...dataMap()].map(([table, { retention, subjects = [], nobodys = null, personal = {}, internal }]) => ({
      table, retention, nobodys, internal: [...internal],
      subjects: subjects.map(({ kind, onErasure, because = null }) => ({ kind, onErasure, because })),
      columns: Object.entries(personal).map(([name, { purpose, category, dataClass, rest, of = null }]) => ({ name, purpose, category, dataClass, rest, of })),
    }));
  }

  /** The record of processing of the region as of today. */
  record(): Promise<ProcessingRecord> {
    return this.db.read(async (tx) => {
      const day = berlinDay(this.clock.now());
      const { name } = await tx.one<{ name: string }>('select name from region where id = $1', [tx.regionId]);
      const [controller = null] = await tx.query<RecordedController>('select name, address, contact, officer, authority from controller where region_id = $1 order by id desc limit 1', [tx.regionId]);
      const purposes = await tx.query<PurposeOfRecord>('select code, basis, article, source, data, recipients from purpose where region_id = $1', [tx.regionId]);
      const activities = processingActivities(heldColumns(), purposes);
      const used = new Set(activities.flatMap(({ retention }) => retention));
      return { region: name, day, controller, activities, periods: (await this.periods(tx, day)).filter(({ retentionClass }) => used.has(retentionClass)), measures: [...measures] };
    });
  }

  /** The period of each class: the region's own, else the standard one. */
  private async periods(tx: Tx, day: string): Promise<RecordedPeriod[]> {
    const own = new Map((await rulesInForce(tx, day)).map((rule) => [rule.retentionClass, rule]));
    return standardRetentionRules.map(({ retentionClass, term, action, source }) => {
      const standard = { retentionClass, termFrom: term.from, termCount: term.count, termUnit: term.unit, action, source };
      const { termFrom, termCount, termUnit, ...rule } = own.get(retentionClass) ?? standard;
      return { retentionClass, termFrom, termCount, termUnit, action: rule.action, source: rule.source, adopted: own.has(retentionClass) };
    });
  }
}
