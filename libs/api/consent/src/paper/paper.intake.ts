import { formNumberText, isDrawn, readFormNumber, readingProblem, type FormState, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { Db, FieldCrypto, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { momentOf } from '../ledger/consents.service';
import { ConsentLedger, type Act, type SignersOfDay } from '../ledger/ledger';
import type { FormEntry, FormOutcome, FormResult, FormTick, RecordFormsArgs } from './paper.types';

interface FormRow {
  id: string;
  number: string;
  pupilId: string;
  erased: boolean;
  purposes: PurposeCode[];
  textIds: string[];
  language: string;
  plain: boolean;
  signers: Signer[];
  state: FormState;
  ticks: FormTick[];
  signedBy: Signer[];
  scanSha256: Buffer | null;
  printedOn: Day;
}

/** A form that came back, with the entry of it, who signed now, and where in the set it lies. */
interface Returned {
  form: FormRow;
  entry: FormEntry;
  at: number;
  newSigners: Signer[];
  scanSha256: Buffer | null;
}

const formsSql = `select f.id, f.number, f.pupil_id as "pupilId", u.erased_on is not null as erased, f.purposes, f.text_ids as "textIds", f.language, f.plain, f.signers, f.state, f.ticks, f.signed_by as "signedBy",
    f.scan_sha256 as "scanSha256", (f.created_at at time zone 'Europe/Berlin')::date::text as "printedOn"
  from consent_form f join pupil u on u.region_id = f.region_id and u.id = f.pupil_id where f.region_id = $1 and f.number = any($2) and not f.own order by f.id for update of f`;

const sameTicks = (a: readonly FormTick[], b: readonly FormTick[]): boolean => a.length === b.length && a.every(({ purpose, answer }) => b.some((other) => other.purpose === purpose && other.answer === answer));

/** Takes down forms that came back. */
@Injectable()
export class PaperIntake {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
    private readonly crypto: FieldCrypto,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Takes down a class set, all forms or none, each in the version of the text that stands on it. Where a signature is
   * missing the consent stays REQUESTED and the form INCOMPLETE, to be entered again with it. Some forms are drawn for a
   * second person; until then they count. A refusal names the form by its `row` and number, and the field: FORM_UNKNOWN,
   * FORM_ENTRY_WRONG, FORM_ALREADY_RETURNED, FORM_OF_ERASED_PUPIL.
   */
  record({ entries, idempotencyKey }: RecordFormsArgs): Promise<FormOutcome[]> {
    const now = new Date();
    return this.db.write((tx) => this.take(tx, entries, now), { once: { key: idempotencyKey, input: entries } });
  }

  private async take(tx: Tx, entries: readonly FormEntry[], now: Date): Promise<FormOutcome[]> {
    const returned = await this.find(tx, entries, berlinDay(now));
    const signersOf = await this.ledger.signers(tx, returned.flatMap(({ form }) => form.purposes.map((purpose) => ({ pupilId: form.pupilId, purpose }))));
    const acts = returned.map((one) => actsOf(one, signersOf, now));
    await this.ledger.append(tx, acts.flat());
    const results = await this.standings(tx, returned);
    const outcomes = returned.map((one, at): FormOutcome => {
      const { form, entry, newSigners } = one;
      const open = results.get(form.id) ?? [];
      const unsigned = form.signers.filter((signer) => !form.signedBy.includes(signer) && !newSigners.includes(signer));
      const incomplete = open.some(({ state, missing }) => state === 'REQUESTED' && missing.some((signer) => unsigned.includes(signer)));
      const percent = Math.max(0, ...entry.ticks.map(({ purpose }) => signersOf(form.pupilId, purpose, berlinDay(now)).checkPercent));
      return { id: form.id, number: form.number, pupilId: form.pupilId, state: incomplete ? 'INCOMPLETE' : 'RETURNED', toCheck: acts[at]!.length > 0 && isDrawn(this.drawOf(tx, form.id), percent), results: open };
    });
    await this.keep(tx, returned, outcomes);
    return outcomes;
  }

  /** The number that decides on a second check: keyed, so that nobody at a desk can tell it from the form. */
  private drawOf(tx: Tx, formId: string): number {
    return this.crypto.blindIndex(tx.regionId, 'second check', formId).readUInt32BE(0);
  }

  private async find(tx: Tx, entries: readonly FormEntry[], today: Day): Promise<Returned[]> {
    const numbers = entries.map(({ number }) => readFormNumber(number));
    const forms = new Map((await tx.query<FormRow>(formsSql, [tx.regionId, numbers.filter((number) => number !== null)])).map((form) => [form.number, form]));
    const scanIds = entries.flatMap(({ scanId }) => scanId ?? []);
    const scans = new Map((await tx.query<{ id: string; sha256: Buffer }>(
      `select s.id, s.sha256 from file s where s.region_id = $1 and s.id = any($2) and s.kind = 'SCAN' and not exists (select from consent_form f where f.region_id = s.region_id and f.scan_id = s.id and not f.number = any($3))`,
      [tx.regionId, scanIds, numbers])).map(({ id, sha256 }) => [id, sha256]));
    return entries.map((entry, at): Returned => {
      const form = forms.get(numbers[at] ?? '');
      if (!form) throw new Refusal('FORM_UNKNOWN', { row: at + 1 }, { [`entries.${at}.number`]: 'unknown' });
      const named = { row: at + 1, number: formNumberText(form.number) };
      const wrong = (field: keyof FormEntry, why: string) => new Refusal('FORM_ENTRY_WRONG', { ...named, field, why }, { [`entries.${at}.${field}`]: why });
      if (numbers.indexOf(form.number) < at) throw wrong('number', 'twice');
      if (form.erased) throw new Refusal('FORM_OF_ERASED_PUPIL', named, { [`entries.${at}.number`]: 'erased' });
      if (form.state === 'RETURNED') throw new Refusal('FORM_ALREADY_RETURNED', named, { [`entries.${at}.number`]: 'returned' });
      const problem = readingProblem(form, { ...entry, signedOn: entry.signedOn ?? null }, today);
      if (problem) throw wrong(problem.field, problem.why);
      const newSigners = entry.signatures.filter((signer) => !form.signedBy.includes(signer));
      if (form.signedBy.length > 0 && newSigners.length === 0) throw wrong('signatures', 'nothingNew');
      if (form.signedBy.length > 0 && !sameTicks(form.ticks, entry.ticks)) throw wrong('ticks', 'changed');
      const scan = entry.scanId ? scans.get(entry.scanId) : undefined;
      if (entry.scanId && (!scan || scanIds.indexOf(entry.scanId) !== scanIds.lastIndexOf(entry.scanId))) throw wrong('scanId', scan ? 'twice' : 'unknown');
      return { form, entry, at, newSigners, scanSha256: scan ?? form.scanSha256 };
    });
  }

  private async standings(tx: Tx, returned: readonly Returned[]): Promise<Map<string, FormResult[]>> {
    const rows = await tx.query<FormResult & { pupilId: string }>(
      `select c.pupil_id as "pupilId", p.code as purpose, c.state, c.missing from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id
        where c.region_id = $1 and c.pupil_id = any($2) order by p.created_at, p.id`, [tx.regionId, returned.map(({ form }) => form.pupilId)]);
    return new Map(returned.map(({ form, entry }) => [form.id, rows.filter(({ pupilId, purpose }) => pupilId === form.pupilId && entry.ticks.some((tick) => tick.purpose === purpose)).map(({ pupilId: _, ...result }) => result)]));
  }

  private async keep(tx: Tx, returned: readonly Returned[], outcomes: readonly FormOutcome[]): Promise<void> {
    const rows = returned.map(({ form, entry, newSigners, scanSha256 }, at) => ({
      id: form.id, state: outcomes[at]!.state, ticks: entry.ticks, signed_by: [...form.signedBy, ...newSigners], signed_on: entry.signedOn ?? null, scan_id: entry.scanId ?? null, scan_sha256: scanSha256?.toString('hex') ?? null, to_check: outcomes[at]!.toCheck,
    }));
    await tx.query(
      `update consent_form f set state = r.state, ticks = r.ticks, signed_by = r.signed_by, signed_on = coalesce(r.signed_on, f.signed_on), scan_id = coalesce(r.scan_id, f.scan_id), scan_sha256 = decode(r.scan_sha256, 'hex'), recorded_by = $2, returned_at = now(),
          check_state = case when r.to_check then 'OPEN' else case f.check_state when 'OBJECTED' then null else f.check_state end end, checked_by = null, checked_at = null, objection = null
        from jsonb_to_recordset($3) as r (id uuid, state text, ticks jsonb, signed_by text[], signed_on date, scan_id uuid, scan_sha256 text, to_check boolean) where f.region_id = $1 and f.id = r.id`,
      [tx.regionId, tx.actor.userId, JSON.stringify(rows)],
    );
    tx.note('consent_form', 'update', rows.map(({ id }) => id));
    await tx.query('update file set expires_at = null where region_id = $1 and id = any($2)', [tx.regionId, rows.flatMap(({ scan_id }) => scan_id ?? [])]);
    await this.tasks.settle(tx, 'PAPER_OBJECTED', rows.map(({ id }) => id));
    await this.tasks.open(tx, outcomes.filter(({ toCheck }) => toCheck).map(({ id, pupilId }) => ({ kind: 'PAPER_SECOND_CHECK', about: id, pupilId })));
  }
}

/** The answers on a form: for each purpose that was ticked, of everybody who signed now and has a say in it. Refuses FORM_ENTRY_WRONG for who has a say in none. */
function actsOf({ form, entry, at, newSigners, scanSha256 }: Returned, signersOf: (pupilId: string, purpose: PurposeCode, day: Day) => SignersOfDay, now: Date): Act[] {
  const { signedOn } = entry;
  if (!signedOn || entry.ticks.length === 0) return [];
  const acts = newSigners.flatMap((signer) =>
    entry.ticks.filter(({ purpose }) => signersOf(form.pupilId, purpose, signedOn).entitled.includes(signer)).map(({ purpose, answer }): Act => ({
      pupilId: form.pupilId, purpose, act: answer, signer, signerName: null, at: momentOf(signedOn, now), channel: 'PAPER', assurance: 'PAPER_SEEN', language: form.language, plain: form.plain,
      textId: form.textIds[form.purposes.indexOf(purpose)]!, form: { id: form.id, scanSha256 },
    })),
  );
  if (newSigners.some((signer) => acts.every((act) => act.signer !== signer))) throw new Refusal('FORM_ENTRY_WRONG', { row: at + 1, number: formNumberText(form.number), field: 'signatures', why: 'notEntitled' }, { [`entries.${at}.signatures`]: 'notEntitled' });
  return acts;
}
