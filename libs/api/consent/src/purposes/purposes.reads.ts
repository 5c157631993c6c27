import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentText, Controller, Purpose } from './purposes.entities';

const purposeColumns = `p.id, p.code, p.basis, p.article, p.signer_rule as "signerRule", p.validity_from as "validityFrom", p.validity_months as "validityMonths", p.effect, p.data, p.recipients, p.source,
  p.proposal, p.proposed_by as "proposedBy", p.version, p.created_at as "createdAt", p.updated_at as "updatedAt"`;

/** Versions count from the newest; one ends the day before the next released one begins. */
const textsSql = `select t.id, t.purpose_id as "purposeId", t.number, t.series, t.change, t.dpo_reference as "dpoReference", t.valid_from as "validFrom",
    (lead(t.valid_from) over (partition by t.purpose_id, t.released_at is null order by t.number) - 1)::text as "validTo",
    t.proposed_by as "proposedBy", t.released_by as "releasedBy", t.released_at as "releasedAt", t.created_at as "createdAt",
    (select jsonb_agg(jsonb_build_object('language', w.language, 'plain', w.plain, 'title', w.title, 'body', w.body, 'sha256', encode(w.sha256, 'hex')) order by w.language <> 'de', w.language, w.plain)
      from consent_wording w where w.region_id = t.region_id and w.text_id = t.id) as wordings
  from consent_text t where t.region_id = $1 and t.purpose_id = any($2) order by t.purpose_id, t.number desc`;

/** Purposes and their texts. */
@Injectable()
export class PurposeReads {
  constructor(private readonly db: Db) {}

  /** Every purpose of the region, those that are asked first. */
  all(): Promise<Purpose[]> {
    return this.db.read((tx) => this.of(tx));
  }

  /** As `all`, in the caller's transaction. */
  of(tx: Tx): Promise<Purpose[]> {
    return tx.query<Purpose>(`select ${purposeColumns} from purpose p where p.region_id = $1 order by p.signer_rule is null, p.created_at, p.id`, [tx.regionId]);
  }

  /** One purpose. Refuses NOT_FOUND. */
  one(id: string): Promise<Purpose> {
    return this.db.read((tx) => tx.one<Purpose>(`select ${purposeColumns} from purpose p where p.region_id = $1 and p.id = $2`, [tx.regionId, id]));
  }

  /** Who is responsible, or null while nobody is named. */
  controller(): Promise<Controller | null> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<Controller>('select id, name, address, contact, officer, authority, created_at as "createdAt" from controller where region_id = $1 order by id desc limit 1', [tx.regionId]);
      return row ?? null;
    });
  }

  /** Texts of purposes, newest version first. */
  textsOf(purposeIds: readonly string[]): Promise<ConsentText[]> {
    return this.db.read((tx) => tx.query<ConsentText>(textsSql, [tx.regionId, purposeIds]));
  }
}
