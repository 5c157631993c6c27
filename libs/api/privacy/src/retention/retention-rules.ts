import { berlinDay, checkSecondPerson, Refusal, type Day } from '@mintforge/domain/kernel';
import { outOfBounds, standardRetentionRules, type RetentionClass, type RetentionTerm } from '@mintforge/domain/privacy';
import { Clock, Db, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { RetentionRule } from './retention.entities';
import type { RetentionRuleInput } from './retention.inputs';

/** The first day of the General Data Protection Regulation: adopted rules hold for everything since. */
const rulesSince: Day = '2018-05-25';

/** A rule in force, and whether the region lets it be executed. */
export interface RuleInForce extends RetentionRule {
  signedBy: string | null;
  signedAt: Date | null;
}

export const termOf = ({ termFrom, termCount, termUnit }: Pick<RetentionRule, 'termFrom' | 'termCount' | 'termUnit'>): RetentionTerm => ({ from: termFrom, count: termCount, unit: termUnit });

const columns = `r.id, r.retention_class as "retentionClass", r.valid_from as "validFrom", r.term_from as "termFrom", r.term_count as "termCount", r.term_unit as "termUnit", r.action, r.source, r.bounds,
  r.dpo_reference as "dpoReference", r.proposed_by as "proposedBy", r.released_by as "releasedBy", r.released_at as "releasedAt", r.created_at as "createdAt"`;

/** The rules of the region in force on a day, one per class. */
export const rulesInForce = (tx: Tx, day: Day): Promise<RuleInForce[]> =>
  tx.query<RuleInForce>(
    `select distinct on (r.retention_class) ${columns}, s.signed_by as "signedBy", s.created_at as "signedAt"
      from retention_rule r left join retention_signature s on s.region_id = r.region_id and s.rule_id = r.id
      where r.region_id = $1 and r.released_at is not null and r.valid_from <= $2 order by r.retention_class, r.valid_from desc, r.id desc`,
    [tx.regionId, day],
  );

/** Adopts the standard rule of every class that has none, in the caller's transaction; gives how many came. */
export async function adoptRetention(tx: Tx): Promise<number> {
  const known = new Set((await tx.query<{ name: string }>('select distinct retention_class as name from retention_rule where region_id = $1', [tx.regionId])).map(({ name }) => name));
  const missing = standardRetentionRules.filter(({ retentionClass }) => !known.has(retentionClass));
  await tx.insert(RetentionRule, missing.map(({ retentionClass, term, action, source, bounds }) => ({
    retentionClass, termFrom: term.from, termCount: term.count, termUnit: term.unit, action, source, bounds, validFrom: rulesSince, releasedBy: tx.actor.userId, releasedAt: new Date(),
  })));
  return missing.length;
}

/** Rules of a region: adopted, changed by two persons within the law, signed before they are executed. */
@Injectable()
export class RetentionRules {
  constructor(
    private readonly db: Db,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  /** Adopts the standard rules that the region lacks; gives how many came. */
  adopt(): Promise<number> {
    return this.db.write((tx) => adoptRetention(tx));
  }

  /** Keeps a changed rule of a class for a second person, instead of one that waits. Refuses NOT_FOUND, RETENTION_OUT_OF_BOUNDS. */
  propose({ retentionClass, source, dpoReference, ...term }: RetentionRuleInput): Promise<void> {
    return this.db.write(async (tx) => {
      const { action, bounds } = await this.inForce(tx, retentionClass);
      const wrong = outOfBounds(termOf(term), bounds);
      if (wrong) throw new Refusal('RETENTION_OUT_OF_BOUNDS', {}, { termCount: wrong });
      await this.discardProposal(tx, retentionClass);
      await tx.insert(RetentionRule, { retentionClass, ...term, action, bounds, source, dpoReference: dpoReference ?? null, validFrom: berlinDay(this.clock.now()), proposedBy: tx.actor.userId });
    });
  }

  /** Takes back what waits for a second person; nothing waiting is no mistake. */
  discard(retentionClass: RetentionClass): Promise<void> {
    return this.db.write((tx) => this.discardProposal(tx, retentionClass));
  }

  /**
   * Puts a proposed rule into force, from a day on that is not over. It is executed after the region has signed it anew.
   * Refuses RETENTION_NOT_PROPOSED, FOUR_EYES to who proposed it, INVALID_INPUT for a day gone by.
   */
  release(retentionClass: RetentionClass, validFrom: Day): Promise<void> {
    return this.db.write(async (tx) => {
      if (validFrom < berlinDay(this.clock.now())) throw new Refusal('INVALID_INPUT', {}, { validFrom: 'outOfRange' });
      const [proposed] = await tx.query<{ id: string; proposedBy: string | null }>(
        'select id, proposed_by as "proposedBy" from retention_rule where region_id = $1 and retention_class = $2 and released_at is null', [tx.regionId, retentionClass]);
      if (!proposed) throw new Refusal('RETENTION_NOT_PROPOSED');
      checkSecondPerson(proposed.proposedBy, tx.actor.userId);
      await tx.update(RetentionRule, proposed.id, { validFrom, releasedBy: tx.actor.userId, releasedAt: new Date() });
    });
  }

  /** Lets the rule in force of a class be executed from the next night on; `due` = how many rows the dry run named. Signing twice is one signature. Refuses NOT_FOUND. */
  sign(retentionClass: RetentionClass, due: number): Promise<void> {
    return this.db.write(async (tx) => {
      const { id } = await this.inForce(tx, retentionClass);
      await tx.query('insert into retention_signature (region_id, rule_id, signed_by, due) values ($1, $2, $3, $4) on conflict do nothing', [tx.regionId, id, tx.actor.userId, due]);
      tx.note('retention_signature', 'insert', [id]);
      await this.tasks.settle(tx, 'RETENTION_RELEASE', [id]);
    });
  }

  private async inForce(tx: Tx, retentionClass: RetentionClass): Promise<RuleInForce> {
    const rule = (await rulesInForce(tx, berlinDay(this.clock.now()))).find((known) => known.retentionClass === retentionClass);
    if (!rule) throw new Refusal('NOT_FOUND');
    return rule;
  }

  private async discardProposal(tx: Tx, retentionClass: RetentionClass): Promise<void> {
    const gone = await tx.query<{ id: string }>('delete from retention_rule where region_id = $1 and retention_class = $2 and released_at is null returning id', [tx.regionId, retentionClass]);
    tx.note('retention_rule', 'delete', gone.map(({ id }) => id));
  }
}

/** Rules that wait for a second person. */
export const proposedRules = (tx: Tx): Promise<RetentionRule[]> => tx.query<RetentionRule>(`select ${columns} from retention_rule r where r.region_id = $1 and r.released_at is null`, [tx.regionId]);
