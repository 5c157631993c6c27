import { makeFormNumber, type Controller, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, Refusal } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { Consents } from '../ledger/consents.service';
import { ConsentLedger } from '../ledger/ledger';
import { inOrder } from './paper.reads';
import type { PrintedForms, PrintFormsArgs } from './paper.types';

/** Languages that are written from right to left, which our PDFs cannot set truly yet. */
const rightToLeft = ['ar', 'fa', 'he', 'ku', 'ps', 'ur'];

/** Whom the office may ask on paper: who was asked and has not answered in full, and who disagree. */
const askedNow = ['REQUESTED', 'DISPUTED'];

/** A purpose as it stands on a form. */
export interface PrintedPurpose {
  code: PurposeCode;
  article: string;
  title: string;
  body: string;
  /** Who has to sign for a yes to it. */
  required: Signer[];
}

/** A form as it is printed. */
export interface PaperForm {
  number: string;
  firstName: string | null;
  lastName: string | null;
  pseudonym: string;
  groupName: string | null;
  schoolName: string;
  purposes: PrintedPurpose[];
  signers: Signer[];
  printedOn: string;
}

/** A print: forms by name, in one language, and who is responsible. */
export interface PaperSet {
  language: string;
  plain: boolean;
  controller: Controller;
  forms: PaperForm[];
}

interface SetRow extends Omit<PaperForm, 'firstName' | 'lastName' | 'purposes'> {
  pupilId: string;
  purposes: PurposeCode[];
  textIds: string[];
  language: string;
  plain: boolean;
}

/** Prints consent forms: what stands on each is kept, so that whatever is in force when it comes back, we know what was signed. */
@Injectable()
export class PaperPrints {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
    private readonly consents: Consents,
    private readonly people: PeopleReads,
  ) {}

  /**
   * Asks pupils for purposes and makes a form for each whose answer is missing, in the texts in force, with a line for
   * everybody whose yes it takes today. Refuses as `Consents.request`, INVALID_INPUT for a language that a text does not
   * have or paper cannot show, NOBODY_TO_ASK.
   */
  async print({ groupId, pupilIds, purposes, language, plain, idempotencyKey }: PrintFormsArgs): Promise<PrintedForms> {
    if (rightToLeft.includes(language)) throw new Refusal('INVALID_INPUT', {}, { language: 'notPrintable' });
    return this.db.write(
      async (tx) => {
        await this.consents.request({ groupId, pupilIds, purposes, idempotencyKey: '' });
        const texts = await this.textsInForce(tx, purposes, language, plain);
        const open = await tx.query<{ pupilId: string; purposes: PurposeCode[] }>(
          `select c.pupil_id as "pupilId", array_agg(p.code order by p.created_at, p.id) as purposes
            from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id join pupil u on u.region_id = c.region_id and u.id = c.pupil_id
            where c.region_id = $1 and c.pupil_id = any(array(select n.id from pupil n where n.region_id = $1 and (n.group_id = $3 or n.id = any($4)))) and p.code = any($2) and c.state = any($5) and u.left_on is null and u.erased_on is null group by 1 order by 1`,
          [tx.regionId, purposes, groupId ?? null, pupilIds ?? [], askedNow],
        );
        if (open.length === 0) throw new Refusal('NOBODY_TO_ASK');
        const signersOf = await this.ledger.signers(tx, open.flatMap(({ pupilId, purposes: codes }) => codes.map((purpose) => ({ pupilId, purpose }))));
        const day = berlinDay(new Date());
        const forms = open.map(({ pupilId, purposes: codes }) => {
          const required = new Set(codes.flatMap((code) => signersOf(pupilId, code, day).required));
          return { number: makeFormNumber(randomInt), pupil_id: pupilId, purposes: codes, text_ids: codes.map((code) => texts.get(code)!), signers: signerOrder.filter((signer) => required.has(signer)) };
        });
        const { id: setId } = await tx.one<{ id: string }>('select uuidv7() as id');
        const made = await tx.query<{ id: string }>(
          `insert into consent_form (region_id, set_id, number, pupil_id, purposes, text_ids, language, plain, signers, printed_by)
            select $1, $2, f.number, f.pupil_id, f.purposes, f.text_ids, $3, $4, f.signers, $5 from jsonb_to_recordset($6) as f (number text, pupil_id uuid, purposes text[], text_ids uuid[], signers text[]) returning id`,
          [tx.regionId, setId, language, plain, tx.actor.userId, JSON.stringify(forms)],
        );
        tx.note('consent_form', 'insert', made.map(({ id }) => id));
        return { setId, forms: forms.length };
      },
      { once: { key: idempotencyKey, input: { groupId, pupilIds, purposes, language, plain } } },
    );
  }

  /** What stands on the forms of a print; the names that it opens are audited. Refuses NOT_FOUND, CONTROLLER_MISSING. */
  set(setId: string): Promise<PaperSet> {
    return this.db.read(async (tx) => {
      const [first, ...others] = await tx.query<SetRow>(
        `select f.number, f.pupil_id as "pupilId", u.pseudonym, g.name as "groupName", s.name as "schoolName", f.purposes, f.text_ids as "textIds", f.language, f.plain, f.signers, (f.created_at at time zone 'Europe/Berlin')::date::text as "printedOn"
          from consent_form f join pupil u on u.region_id = f.region_id and u.id = f.pupil_id join organisation s on s.region_id = u.region_id and s.id = u.organisation_id
            left join pupil_group g on g.region_id = u.region_id and g.id = u.group_id
          where f.region_id = $1 and f.set_id = $2 and u.erased_on is null`, [tx.regionId, setId]);
      if (!first) throw new Refusal('NOT_FOUND');
      const rows = [first, ...others];
      const [controller] = await tx.query<Controller>('select name, address, contact, officer, authority from controller where region_id = $1 order by id desc limit 1', [tx.regionId]);
      if (!controller) throw new Refusal('CONTROLLER_MISSING');
      const names = await this.people.namesOf(tx, rows.map(({ pupilId }) => pupilId));
      const wordings = await this.wordings(tx, rows, first);
      const signersOf = await this.ledger.signers(tx, rows.flatMap(({ pupilId, purposes }) => purposes.map((purpose) => ({ pupilId, purpose }))));
      const forms = rows.map(({ pupilId, purposes, textIds, ...row }): PaperForm => ({
        ...row, firstName: names.get(pupilId)!.firstName, lastName: names.get(pupilId)!.lastName,
        purposes: purposes.map((code, at) => ({ ...wordings.get(textIds[at]!)!, code, required: signersOf(pupilId, code, row.printedOn).required.filter((signer) => row.signers.includes(signer)) })),
      }));
      return { language: first.language, plain: first.plain, controller, forms: inOrder(forms) };
    });
  }

  /** Forms of one print speak one language. */
  private async wordings(tx: Tx, rows: readonly SetRow[], { language, plain }: SetRow): Promise<Map<string, Pick<PrintedPurpose, 'article' | 'title' | 'body'>>> {
    const found = await tx.query<{ textId: string; article: string; title: string; body: string }>(
      `select t.id as "textId", p.article, w.title, w.body from consent_text t join purpose p on p.region_id = t.region_id and p.id = t.purpose_id
          join consent_wording w on w.region_id = t.region_id and w.text_id = t.id and w.language = $3 and w.plain = $4
        where t.region_id = $1 and t.id = any($2)`, [tx.regionId, [...new Set(rows.flatMap(({ textIds }) => textIds))], language, plain]);
    return new Map(found.map(({ textId, ...wording }) => [textId, wording]));
  }

  /** The text in force of each purpose, by its code. Refuses TEXT_NOT_IN_FORCE, INVALID_INPUT where it does not speak the language. */
  private async textsInForce(tx: Tx, purposes: readonly PurposeCode[], language: string, plain: boolean): Promise<Map<PurposeCode, string>> {
    const texts = await tx.query<{ code: PurposeCode; id: string; speaks: boolean }>(
      `select p.code, f.id, exists (select from consent_wording w where w.region_id = f.region_id and w.text_id = f.id and w.language = $3 and w.plain = $4) as speaks
        from purpose p join text_in_force f on f.region_id = p.region_id and f.purpose_id = p.id where p.region_id = $1 and p.code = any($2)`, [tx.regionId, purposes, language, plain]);
    if (texts.length < purposes.length) throw new Refusal('TEXT_NOT_IN_FORCE');
    if (texts.some(({ speaks }) => !speaks)) throw new Refusal('INVALID_INPUT', {}, { language: 'missing' });
    return new Map(texts.map(({ code, id }) => [code, id]));
  }
}

const signerOrder: readonly Signer[] = ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'];
