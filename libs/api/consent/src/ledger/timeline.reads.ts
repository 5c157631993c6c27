import type { Custody, PurposeCode } from '@mintforge/domain/consent';
import { PeopleReads } from '@mintforge/people';
import { Db, FieldCrypto, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentDispute, ConsentStep } from './timeline.types';

interface StepRow extends Omit<ConsentStep, 'signerName'> {
  pupilId: string;
  sealedName: Buffer | null;
  wrapped: Buffer | null;
}

/** Acts of the pupils in $2. */
const stepsSql = `
  select d.id, d.pupil_id as "pupilId", p.code as purpose, d.act, d.signer, d.signer_name as "sealedName", k.wrapped, d.decided_at as "decidedAt", d.created_at as "createdAt", u.display_name as "recordedByName",
    d.channel, d.assurance, t.number as "textNumber", d.void_reason as "voidReason", d.state, d.missing, exists (select from consent_receipt r where r.region_id = d.region_id and r.decision_id = d.id) as "hasReceipt"
  from consent_decision d join purpose p on p.region_id = d.region_id and p.id = d.purpose_id left join consent_text t on t.region_id = d.region_id and t.id = d.text_id
    left join person_key k on k.region_id = d.region_id and k.person_id = d.pupil_id left join app_user u on u.id = d.recorded_by
  where d.region_id = $1 and d.pupil_id = any($2)`;

const mostDisputes = 200;

/** What happened to the consents of pupils, step by step; declared names are opened and the read is noted. */
@Injectable()
export class ConsentTimelineReads {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Every step of a pupil, the latest first. */
  of(pupilId: string): Promise<ConsentStep[]> {
    return this.db.read(async (tx) => this.opened(tx, await tx.query<StepRow>(`${stepsSql} order by d.created_at desc, d.id desc`, [tx.regionId, [pupilId]])));
  }

  /** Guardians who disagree, by name of the pupil; at most two hundred. */
  disputes(): Promise<ConsentDispute[]> {
    return this.db.read(async (tx) => {
      const rows = await tx.query<{ pupilId: string; purposeId: string; purpose: PurposeCode; groupId: string | null; groupName: string | null; organisationName: string | null; custody: Custody }>(
        `with c as materialized (select d.region_id, d.pupil_id, d.purpose_id, d.decided_at from consent_current d where d.region_id = $1 and d.state = 'DISPUTED')
          select c.pupil_id as "pupilId", p.id as "purposeId", p.code as purpose, g.id as "groupId", g.name as "groupName", o.name as "organisationName",
            coalesce((select k.kind from custody k where k.region_id = c.region_id and k.pupil_id = c.pupil_id order by k.id desc limit 1), 'JOINT') as custody
          from c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id join pupil u on u.region_id = c.region_id and u.id = c.pupil_id
            left join pupil_group g on g.region_id = u.region_id and g.id = u.group_id left join organisation o on o.region_id = g.region_id and o.id = g.organisation_id
          where u.erased_on is null order by c.decided_at, c.pupil_id, p.code limit ${mostDisputes}`, [tx.regionId]);
      const ids = [...new Set(rows.map(({ pupilId }) => pupilId))];
      const steps = await tx.query<StepRow>(`${stepsSql} and d.signer is not null order by d.decided_at, d.number`, [tx.regionId, ids]);
      const names = await this.people.namesOf(tx, ids);
      return rows.map((row) => {
        const said = steps.filter(({ pupilId, purpose }) => pupilId === row.pupilId && purpose === row.purpose);
        const latest = said.filter(({ signer }, at) => said.findLastIndex((other) => other.signer === signer) === at);
        const { pseudonym, firstName, lastName } = names.get(row.pupilId)!;
        return { ...row, pseudonym, firstName, lastName, voices: this.opened(tx, latest) };
      });
    });
  }

  private opened(tx: Tx, rows: readonly StepRow[]): ConsentStep[] {
    const steps = rows.map(({ sealedName, wrapped, pupilId, ...step }) => ({
      ...step, signerName: sealedName && wrapped && this.crypto.openFields(wrapped, `consent_decision ${step.id}`, pupilId, { signer_name: sealedName }).signer_name,
    }));
    tx.note('consent_decision', 'read', steps.filter(({ signerName }) => signerName !== null).map(({ id }) => id));
    return steps;
  }
}
