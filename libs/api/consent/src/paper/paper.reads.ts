import { readPageCode } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { ConsentForm } from './paper.types';

type Unnamed = Omit<ConsentForm, 'firstName' | 'lastName'>;

const formColumns = `f.id, f.number, f.pupil_id as "pupilId", u.pseudonym, g.name as "groupName", f.purposes, f.language, f.plain, f.signers, (f.created_at at time zone 'Europe/Berlin')::date::text as "printedOn", f.state, f.ticks,
  f.signed_by as "signedBy", f.signed_on::text as "signedOn", f.scan_id is not null as "hasScan", f.returned_at as "returnedAt", f.recorded_by as "recordedBy", f.check_state as "checkState", f.objection`;
const formTables = 'consent_form f join pupil u on u.region_id = f.region_id and u.id = f.pupil_id left join pupil_group g on g.region_id = u.region_id and g.id = u.group_id';

const byName = new Intl.Collator('de');

/** Pupils in the order of a class list. */
export const inOrder = <Named extends { firstName: string | null; lastName: string | null; pseudonym: string }>(named: readonly Named[]): Named[] =>
  named.toSorted((a, b) => byName.compare(`${a.lastName ?? ''}\u0000${a.firstName ?? ''}`, `${b.lastName ?? ''}\u0000${b.firstName ?? ''}`) || a.pseudonym.localeCompare(b.pseudonym));

/** Printed forms as the console shows them; each opens the name of its pupil, which is audited. */
@Injectable()
export class PaperReads {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
  ) {}

  /** The form with a number as typed, or with a code as scanned from any of its pages. Refuses NOT_FOUND, whatever is wrong with the number. */
  byNumber(text: string): Promise<ConsentForm> {
    return this.db.read(async (tx) => {
      const number = readPageCode(text)?.number ?? null;
      const [form] = number === null ? [] : await this.select(tx, 'f.number = $2 and not f.own', [number]);
      if (!form) throw new Refusal('NOT_FOUND');
      return form;
    });
  }

  /** Every form printed for the pupils of a group, by name, a pupil's newest first. */
  ofGroup(groupId: string): Promise<ConsentForm[]> {
    return this.db.read((tx) => this.select(tx, 'u.group_id = $2 and not f.own', [groupId]));
  }

  /** Up to 100 forms that wait for a second person, those that wait longest first. */
  toCheck(): Promise<ConsentForm[]> {
    return this.db.read((tx) => this.named(tx, `f.check_state = 'OPEN' order by f.returned_at, f.id limit 100`, []));
  }

  private async select(tx: Tx, where: string, values: unknown[]): Promise<ConsentForm[]> {
    return inOrder(await this.named(tx, `${where} order by f.created_at desc, f.id limit 1000`, values));
  }

  private async named(tx: Tx, where: string, values: unknown[]): Promise<ConsentForm[]> {
    const forms = await tx.query<Unnamed>(`select ${formColumns} from ${formTables} where f.region_id = $1 and ${where}`, [tx.regionId, ...values]);
    const names = await this.people.namesOf(tx, [...new Set(forms.map(({ pupilId }) => pupilId))]);
    return forms.map((form) => ({ ...form, firstName: names.get(form.pupilId)!.firstName, lastName: names.get(form.pupilId)!.lastName }));
  }
}
