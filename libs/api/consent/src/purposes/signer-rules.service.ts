import { checkSignerRule, requiredSigners, type Custody, type PurposeCode, type SignerBand } from '@mintforge/domain/consent';
import { berlinDay, checkSecondPerson, Refusal, type Day } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { currentActor, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { LedgerRule } from '../ledger/ledger';
import { ConsentRuleChanges } from '../ledger/rule-changes';
import type { ProposeSignerRuleArgs, SignerRuleChange, SignerRuleEffect, SignerRuleVersion } from './signer-rules.types';

interface ProposalRow extends LedgerRule {
  proposedBy: string | null;
}

const columns = 'r.id, r.code, r.valid_from as "validFrom", r.bands, r.grace_days as "graceDays", r.in_writing as "inWriting", r.check_percent as "checkPercent", r.material, r.source';
const users = 'array(select p.code from purpose p where p.region_id = r.region_id and p.signer_rule = r.code order by p.created_at, p.id) as purposes';

/** The newest proposal of each code that is newer than its newest release, and every version in force or to come. */
const versionsSql = `
  select ${columns}, true as released, null::uuid as "proposedBy", ${users} from signer_rule r where r.region_id = $1
  union all
  select ${columns}, false, r.proposed_by, ${users} from signer_rule_proposal r
    where r.region_id = $1 and r.released_at is null and not exists (select from signer_rule_proposal n where n.region_id = r.region_id and n.code = r.code and n.id > r.id)
  order by code, released, "validFrom" desc`;

const mostAsked = 5000;

/** Signer rules as data of the region: one person proposes a version from a day on, another puts it into force. */
@Injectable()
export class SignerRules {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
    private readonly changes: ConsentRuleChanges,
  ) {}

  /** Every version by code: what waits for a release first, then the latest. */
  all(): Promise<SignerRuleVersion[]> {
    return this.db.read((tx) => tx.query<SignerRuleVersion>(versionsSql, [tx.regionId]));
  }

  /** Keeps a version for a second person; it takes the place of a proposal of the same code. Refuses INVALID_INPUT for a rule that cannot be applied or a day gone by. */
  propose({ idempotencyKey, ...rule }: ProposeSignerRuleArgs): Promise<string> {
    return this.db.write(
      async (tx) => {
        checkSignerRule(rule);
        refusePast(rule.validFrom);
        const { id } = await tx.one<{ id: string }>(
          'insert into signer_rule_proposal (region_id, code, valid_from, bands, grace_days, in_writing, check_percent, material, source, proposed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id',
          [tx.regionId, rule.code, rule.validFrom, JSON.stringify(rule.bands), rule.graceDays, rule.inWriting, rule.checkPercent, rule.material, rule.source, tx.actor.userId]);
        tx.note('signer_rule_proposal', 'insert', [id]);
        return id;
      },
      { once: { key: idempotencyKey, input: rule } },
    );
  }

  /** Puts a proposal into force from its day on; what is given is judged by it in the same transaction. Refuses NOT_FOUND, FOUR_EYES to who made it, INVALID_INPUT for a day gone by, ALREADY_EXISTS when a version begins on that day. */
  release(id: string): Promise<void> {
    return this.db.system('signer rule released by a second person', currentActor().regionId, async (tx) => {
      const { code, validFrom, proposedBy } = await this.waiting(tx, id, 'for update');
      checkSecondPerson(proposedBy, tx.actor.userId);
      refusePast(validFrom);
      const [taken] = await tx.query('select 1 from signer_rule where region_id = $1 and code = $2 and valid_from = $3', [tx.regionId, code, validFrom]);
      if (taken) throw new Refusal('ALREADY_EXISTS', { what: 'signerRule' });
      await tx.query('update signer_rule_proposal set released_by = $3, released_at = now() where region_id = $1 and id = $2', [tx.regionId, id, tx.actor.userId]);
      const added = await tx.one<{ id: string }>(
        `insert into signer_rule (region_id, code, valid_from, bands, grace_days, in_writing, check_percent, material, source)
          select region_id, code, valid_from, bands, grace_days, in_writing, check_percent, material, source from signer_rule_proposal where region_id = $1 and id = $2 returning id`, [tx.regionId, id]);
      tx.note('signer_rule', 'insert', [added.id]);
      await this.changes.apply(tx, await signedBy(tx, code));
    });
  }

  /**
   * What a proposal would change for those who are asked: whose yes it takes on its first day, without and with it; at
   * most five thousand are looked at. And how many consents that are given it would ask anew. Counts alone. Refuses NOT_FOUND.
   */
  effect(id: string): Promise<SignerRuleEffect> {
    return this.db.system('effect of a proposed signer rule', currentActor().regionId, async (tx) => {
      const proposal = await this.waiting(tx, id);
      const day = proposal.validFrom < berlinDay(new Date()) ? berlinDay(new Date()) : proposal.validFrom;
      const [before] = await tx.query<{ bands: SignerBand[]; graceDays: number }>('select bands, grace_days as "graceDays" from signer_rule where region_id = $1 and code = $2 and valid_from <= $3 order by valid_from desc limit 1', [tx.regionId, proposal.code, day]);
      const asked = await tx.query<{ pupilId: string; custody: Custody }>(
        `select distinct c.pupil_id as "pupilId", coalesce((select k.kind from custody k where k.region_id = c.region_id and k.pupil_id = c.pupil_id order by k.id desc limit 1), 'JOINT') as custody
          from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id where c.region_id = $1 and p.signer_rule = $2 and c.state = 'REQUESTED' limit ${mostAsked}`, [tx.regionId, proposal.code]);
      const pupils = await this.people.pupilsForConsent(tx, asked.map(({ pupilId }) => pupilId));
      const changes = new Map<string, SignerRuleChange>();
      for (const { pupilId, custody } of before ? asked : []) {
        const birthDate = pupils.get(pupilId)?.birthDate ?? null;
        const [was, will] = [requiredSigners(before!, birthDate, day, custody), requiredSigners(proposal, birthDate, day, custody)];
        if (was.guardians === will.guardians && was.pupil === will.pupil) continue;
        const change = { guardiansBefore: was.guardians, pupilBefore: was.pupil, guardiansAfter: will.guardians, pupilAfter: will.pupil };
        const key = JSON.stringify(change);
        changes.set(key, { ...change, pupils: (changes.get(key)?.pupils ?? 0) + 1 });
      }
      const asksAnew = proposal.material ? await this.changes.asksAnew(tx, await signedBy(tx, proposal.code), day, { rule: { ...proposal, validFrom: day } }) : 0;
      return { asksAnew, asked: asked.length, changes: [...changes.values()].sort((a, b) => b.pupils - a.pupils) };
    });
  }

  private waiting(tx: Tx, id: string, lock: '' | 'for update' = ''): Promise<ProposalRow> {
    return tx.one<ProposalRow>(
      `select r.code, r.valid_from as "validFrom", r.bands, r.grace_days as "graceDays", r.in_writing as "inWriting", r.check_percent as "checkPercent", r.material, r.proposed_by as "proposedBy" from signer_rule_proposal r where r.region_id = $1 and r.id = $2 and r.released_at is null ${lock}`, [tx.regionId, id]);
  }
}

/** The purposes that are signed by a rule. */
async function signedBy(tx: Tx, code: string): Promise<PurposeCode[]> {
  return (await tx.query<{ code: PurposeCode }>('select code from purpose where region_id = $1 and signer_rule = $2 order by code', [tx.regionId, code])).map((purpose) => purpose.code);
}

function refusePast(validFrom: Day): void {
  if (validFrom < berlinDay(new Date())) throw new Refusal('INVALID_INPUT', {}, { validFrom: 'past' });
}
