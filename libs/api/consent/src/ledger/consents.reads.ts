import { isAsked, type ConsentState, type Custody, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { PeopleReads } from '@mintforge/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { ConsentUses } from './consent-uses';
import type { ConsentCell, ConsentDecision, ConsentImpact, ConsentMatrix } from './consents.types';
import { PurposeReads } from '../purposes/purposes.reads';
import { receiptText } from '../receipts/receipts';

interface CurrentRow {
  pupilId: string;
  purposeId: string;
  state: ConsentState;
  missing: Signer[];
  validUntil: string | null;
  lapsesOn: string | null;
  decidedAt: Date;
}

const byName = new Intl.Collator('de');

/** Consents as the console shows them. */
@Injectable()
export class ConsentMatrixReads {
  constructor(
    private readonly db: Db,
    private readonly purposes: PurposeReads,
    private readonly people: PeopleReads,
    private readonly uses: ConsentUses,
  ) {}

  /** Pupils x purposes of a group, by name; the read of names is audited. Refuses NOT_FOUND. */
  matrix(groupId: string): Promise<ConsentMatrix> {
    return this.db.read(async (tx) => {
      await tx.one('select 1 from pupil_group where region_id = $1 and id = $2', [tx.regionId, groupId]);
      const pupils = await tx.query<{ id: string; custody: Custody }>(
        `select p.id, coalesce((select c.kind from custody c where c.region_id = p.region_id and c.pupil_id = p.id order by c.id desc limit 1), 'JOINT') as custody
          from pupil p where p.region_id = $1 and p.group_id = $2 and p.left_on is null and p.erased_on is null`, [tx.regionId, groupId]);
      const ids = pupils.map(({ id }) => id);
      const purposes = (await this.purposes.of(tx)).filter(({ basis }) => isAsked(basis));
      const cells = await this.cells(tx, ids);
      const names = await this.people.namesOf(tx, ids);
      const rows = pupils.map(({ id, custody }) => ({
        pupilId: id, custody, pseudonym: names.get(id)!.pseudonym, firstName: names.get(id)!.firstName, lastName: names.get(id)!.lastName,
        cells: purposes.map((purpose) => cells.get(`${id}${purpose.id}`) ?? notAsked(purpose)),
      }));
      rows.sort((a, b) => byName.compare(`${a.lastName ?? ''}\u0000${a.firstName ?? ''}`, `${b.lastName ?? ''}\u0000${b.firstName ?? ''}`) || a.pseudonym.localeCompare(b.pseudonym));
      return { groupId, purposes, rows };
    });
  }

  private async cells(tx: Tx, pupilIds: readonly string[]): Promise<Map<string, ConsentCell>> {
    const rows = await tx.query<CurrentRow & { code: PurposeCode }>(
      `select c.pupil_id as "pupilId", c.purpose_id as "purposeId", p.code, c.state, c.missing, c.valid_until as "validUntil", c.lapses_on as "lapsesOn", c.decided_at as "decidedAt"
        from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id where c.region_id = $1 and c.pupil_id = any($2)`, [tx.regionId, pupilIds]);
    return new Map(rows.map(({ pupilId, ...cell }) => [`${pupilId}${cell.purposeId}`, cell]));
  }

  /** The ledger of a pupil, newest act first. */
  decisionsOf(pupilId: string): Promise<ConsentDecision[]> {
    return this.db.read((tx) =>
      tx.query<ConsentDecision>(
        `select id, pupil_id as "pupilId", purpose_id as "purposeId", number, act, signer, decided_at as "decidedAt", text_id as "textId", language, plain, channel, assurance, form_id as "formId", number_from as "numberFrom", void_reason as "voidReason", state, missing,
            recorded_by as "recordedBy", created_at as "createdAt"
          from consent_decision where region_id = $1 and pupil_id = $2 order by created_at desc, id desc`, [tx.regionId, pupilId]));
  }

  /** The signed receipt of an answer as it is handed out. Refuses NOT_FOUND. */
  receipt(decisionId: string): Promise<string> {
    return this.db.read((tx) => receiptText(tx, decisionId));
  }

  /** What ends if the consent of these pupils to a purpose does. */
  impact(purpose: PurposeCode, pupilIds: readonly string[]): Promise<ConsentImpact[]> {
    return this.db.read((tx) => this.uses.impact(tx, purpose, pupilIds));
  }
}

const notAsked = ({ id, code }: { id: string; code: PurposeCode }): ConsentCell => ({ purposeId: id, code, state: 'NOT_ASKED', missing: [], validUntil: null, lapsesOn: null, decidedAt: null });
