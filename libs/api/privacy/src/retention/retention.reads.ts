import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { endOfRetention } from '@mintforge/domain/privacy';
import { Clock, currentActor, Db, RetentionSweeps, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { dueCounts } from './retention-round';
import { proposedRules, rulesInForce, termOf, type RuleInForce } from './retention-rules';
import type { RetentionClassReport, RetentionKind, RetentionResult } from './retention.types';

/** What is kept how long, what would end when, and what ended. */
@Injectable()
export class RetentionReads {
  constructor(
    private readonly db: Db,
    private readonly sweeps: RetentionSweeps,
    private readonly clock: Clock,
  ) {}

  /** The dry run: every class with its rule and what would end, today, in 30 and 90 days, and until a day. Counts alone leave; they are counted by the system, as who reads them may not read people. */
  report(until?: Day): Promise<RetentionClassReport[]> {
    return this.db.system('retention report', currentActor().regionId, async (tx) => {
      tx.unaudited();
      const [rules, proposed] = [await rulesInForce(tx, berlinDay(this.clock.now())), await proposedRules(tx)];
      const names = await namesOf(tx, rules);
      const reports: RetentionClassReport[] = [];
      for (const rule of rules) {
        const { retentionClass, signedAt, signedBy } = rule;
        reports.push({
          retentionClass, rule, signedAt, signedByName: names.get(signedBy ?? '') ?? null,
          proposed: proposed.find((one) => one.retentionClass === retentionClass) ?? null, kinds: await this.kinds(tx, rule, until),
        });
      }
      return reports;
    });
  }

  /** What the rounds of the last nights did, newest first. */
  results(): Promise<RetentionResult[]> {
    return this.db.read((tx) =>
      tx.query<RetentionResult>(
        `select day || ' ' || what as id, day::text as day, retention_class as "retentionClass", what, executed, ended, held, waiting from retention_result where region_id = $1 order by day desc, what limit 200`, [tx.regionId]));
  }

  private async kinds(tx: Tx, rule: RuleInForce, until?: Day): Promise<RetentionKind[]> {
    if (rule.action === 'KEEP') return [];
    const kinds: RetentionKind[] = [];
    for (const sweep of this.sweeps.all.filter(({ retentionClass }) => retentionClass === rule.retentionClass)) {
      const { nextStart, ...counts } = await dueCounts(tx, sweep, termOf(rule), this.clock.now(), until);
      kinds.push({ what: sweep.what, ...counts, nextEnd: nextStart === null ? null : endOfRetention(termOf(rule), nextStart) });
    }
    return kinds;
  }
}

async function namesOf(tx: Tx, rules: readonly RuleInForce[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, display_name as name from app_user where id = any($1)', [rules.flatMap(({ signedBy }) => signedBy ?? [])]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
