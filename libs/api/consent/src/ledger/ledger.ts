import { decide, isAsked, isEntitled, requiredSigners, ruleHistory, takesSignature, type Answer, type CallBackNumber, type ConsentAct, type Custody, type PastEvent, type PurposeCode, type ReceiptFacts, type RuleHistory, type RuleSwitch, type Signer, type SignerBand, type Standing, type VoidReason } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { PeopleReads, showRestricted, type PupilForConsent } from '@mintforge/people';
import { FieldCrypto, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import { ConsentUses } from './consent-uses';
import { ConsentDecision } from './consents.types';
import { LedgerTasks } from './ledger-tasks';
import type { Purpose } from '../purposes/purposes.entities';
import { PurposeReads } from '../purposes/purposes.reads';
import { Receipts } from '../receipts/receipts';

/** An act to be added to the ledger. */
export interface Act {
  pupilId: string;
  purpose: PurposeCode;
  act: ConsentAct;
  signer: Signer | null;
  signerName: string | null;
  at: Date;
  channel: ConsentDecision['channel'];
  assurance: ConsentDecision['assurance'];
  language: string | null;
  plain: boolean | null;
  /** The version of the text that was read, where it is known; else the one in force on the day. */
  textId?: string;
  /** Of what the office voids: why. */
  voidReason?: VoidReason;
  /** Of a printed form: which, and what its scan is known by. */
  form?: { id: string; scanSha256: Buffer | null };
  /** Of a call: where the number came from. */
  numberFrom?: CallBackNumber;
}

/** What an act of the office has no signer and no way for. */
export const ofTheOffice = { signer: null, signerName: null, channel: null, assurance: null, language: null, plain: null } as const;

/** A version of a signer rule, with what the ledger asks of it. */
export interface LedgerRule {
  code: string;
  validFrom: Day;
  material: boolean;
  bands: SignerBand[];
  graceDays: number;
  inWriting: boolean;
  checkPercent: number;
}

/** A rule, or a purpose put under another one, as if it were released. */
export interface PlannedChange {
  rule?: LedgerRule;
  switched?: RuleSwitch & { purpose: PurposeCode; code: string };
}

/** Where a consent stands, as its latest act keeps it. */
export type StoredStanding = Pick<ConsentDecision, 'state' | 'missing' | 'stateValidUntil' | 'stateLapsesOn' | 'stateRenewOn'>;

/** Who signs for a purpose on a day: whose yes it takes, who has a say at all, and how many of a hundred papers are checked. */
export interface SignersOfDay {
  required: Signer[];
  entitled: Signer[];
  checkPercent: number;
}

interface Text {
  id: string;
  purposeId: string;
  number: number;
  series: number;
  validFrom: Day;
  /** SHA-256 by language, the plain one under `de plain`. */
  hashes: Record<string, string>;
}

type Facts = Omit<ReceiptFacts, 'controller' | 'land'>;

/** All that acts of one transaction are judged by. */
interface Known {
  purposes: Map<PurposeCode, Purpose>;
  rules: LedgerRule[];
  /** Purposes put under another rule, in the order it was done. */
  switches: (RuleSwitch & { purpose: PurposeCode })[];
  histories: Map<PurposeCode, RuleHistory<LedgerRule>>;
  texts: Text[];
  pupils: Map<string, PupilForConsent>;
  custodies: Map<string, Custody>;
  ledgers: Map<string, Ledger>;
}

/** A pupil's ledger of one purpose, and whether it stood at GIVEN when the transaction began. */
interface Ledger {
  events: PastEvent[];
  number: number;
  wasGiven: boolean;
  /** The latest answer, whose receipt the next one names. */
  answerId: string | null;
  standing?: Standing;
}

type LedgerRow = Pick<ConsentDecision, 'id' | 'pupilId' | 'purposeId' | 'number' | 'act' | 'signer' | 'decidedAt' | 'series' | 'validUntil' | 'state'>;

const ledgerSql = `select id, pupil_id as "pupilId", purpose_id as "purposeId", number, act, signer, decided_at as "decidedAt", series,
    valid_until as "validUntil", state
  from consent_decision where region_id = $1 and pupil_id = any($2) and purpose_id = any($3) order by pupil_id, purpose_id, number`;

/** Adds to the ledger: every decision, by whatever channel, passes here. */
@Injectable()
export class ConsentLedger {
  constructor(
    private readonly jobs: Jobs,
    private readonly people: PeopleReads,
    private readonly purposes: PurposeReads,
    private readonly crypto: FieldCrypto,
    private readonly uses: ConsentUses,
    private readonly receipts: Receipts,
    private readonly tasks: LedgerTasks,
  ) {}

  /**
   * Judges acts in order and adds them, all or none, each answer with its signed receipt; what ends by them ends in the
   * same transaction. Gives the ids.
   * Refuses NOT_FOUND (pupil or purpose), PURPOSE_NOT_ASKED, TEXT_NOT_IN_FORCE, SIGNER_NOT_ENTITLED, SIGNATURE_NEEDED (a yes by telephone).
   */
  async append(tx: Tx, acts: readonly Act[]): Promise<string[]> {
    if (acts.length === 0) return [];
    // What a person says counts while use of their data is restricted, a withdrawal above all.
    await showRestricted(tx);
    for (const purpose of [...new Set(acts.map((act) => act.purpose))].sort()) await lockPurpose(tx, purpose);
    const known = await this.know(tx, acts);
    const ids = (await tx.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [acts.length])).map((row) => row.id);
    const judged = acts.map((act, at) => this.judge(known, act, ids[at]!));
    await tx.insert(ConsentDecision, judged.map(({ row }) => ({ ...row, recordedBy: tx.actor.userId })));
    await this.receipts.issue(tx, judged.flatMap(({ facts }) => facts ?? []));
    await this.endUses(tx, known);
    await this.tasks.follow(tx, [...new Set(acts.map(({ pupilId }) => pupilId))]);
    await this.tasks.answered(tx, [...new Set(acts.filter(({ signer }) => signer).map(({ pupilId }) => pupilId))]);
    return ids;
  }

  /** What the ledger would gain by these acts, under the rules as they are or with a planned change; nothing is added. Refuses as `append`. */
  async foresee(tx: Tx, acts: readonly Act[], planned: PlannedChange = {}): Promise<StoredStanding[]> {
    await showRestricted(tx);
    const known = await this.know(tx, acts);
    if (planned.rule) known.rules = [...known.rules, planned.rule].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
    if (planned.switched) {
      known.switches.push(planned.switched);
      known.purposes.set(planned.switched.purpose, { ...known.purposes.get(planned.switched.purpose)!, signerRule: planned.switched.code });
    }
    return acts.map((act) => this.judge(known, act, act.pupilId).row);
  }

  /** Who signs for pupils and purposes on a day; the answer refuses what `append` would, but for the signer. */
  async signers(tx: Tx, of: readonly Pick<Act, 'pupilId' | 'purpose'>[]): Promise<(pupilId: string, purpose: PurposeCode, day: Day) => SignersOfDay> {
    const known = await this.know(tx, of);
    return (pupilId, code, day) => {
      const { pupil, rule } = caseOf(known, pupilId, code, day);
      const custody = known.custodies.get(pupilId) ?? 'JOINT';
      const required = requiredSigners(rule, pupil.birthDate, day, custody);
      return {
        required: [...(['GUARDIAN_1', 'GUARDIAN_2'] as const).slice(0, required.guardians), ...(required.pupil ? (['PUPIL'] as const) : [])],
        entitled: (['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'] as const).filter((signer) => isEntitled(signer, required, custody)),
        checkPercent: rule.checkPercent,
      };
    };
  }

  private judge(known: Known, act: Act, id: string): { row: Omit<ConsentDecision, 'recordedBy' | 'createdAt' | 'regionId'>; facts: Facts | null } {
    const day = berlinDay(act.at);
    const { purpose, pupil, rule, history } = caseOf(known, act.pupilId, act.purpose, day);
    if (act.channel === 'PHONE' && act.act === 'GIVEN' && takesSignature(purpose.basis, rule)) throw new Refusal('SIGNATURE_NEEDED');
    const text = known.texts.findLast(({ id: textId, purposeId, validFrom }) => purposeId === purpose.id && (act.textId ? textId === act.textId : validFrom <= day));
    if (!text && (act.act === 'REQUESTED' || act.act === 'GIVEN')) throw new Refusal('TEXT_NOT_IN_FORCE');

    const ledger = ledgerOf(known, pupil.id, purpose.id);
    const series = text?.series ?? Math.max(1, ...ledger.events.map((event) => event.series));
    const { event, standing } = decide(
      { ruleOn: (of) => history.ruleOn(of) ?? rule, renewals: history.renewals, validity: { from: purpose.validityFrom, months: purpose.validityMonths }, birthDate: pupil.birthDate, custody: known.custodies.get(pupil.id) ?? 'JOINT', ledger: ledger.events },
      { act: act.act, signer: act.signer, at: act.at, series },
    );
    ledger.events.push(event);
    ledger.standing = standing;
    const signerName = act.signerName === null ? null : this.crypto.sealFields(pupil.wrapped, `consent_decision ${id}`, pupil.id, { signer_name: act.signerName }).signer_name;
    const facts = factsOf(act, id, { purpose, pupil, text, standing, previousId: ledger.answerId });
    if (facts) ledger.answerId = id;
    const row = {
      id, pupilId: pupil.id, purposeId: purpose.id, number: ++ledger.number, act: act.act, signer: act.signer, signerName, decidedAt: act.at, textId: text?.id ?? null, language: act.language, plain: act.plain, series,
      channel: act.channel, assurance: act.assurance, formId: act.form?.id ?? null, scanSha256: act.form?.scanSha256 ?? null, numberFrom: act.numberFrom ?? null, voidReason: act.voidReason ?? null, requiredGuardians: event.required.guardians, requiredPupil: event.required.pupil, validUntil: event.validUntil, lapsesOn: event.lapsesOn,
      state: standing.state, missing: standing.missing, stateSeries: standing.series, stateValidUntil: standing.validUntil, stateLapsesOn: standing.lapsesOn, stateRenewOn: standing.renewOn,
    };
    return { row, facts };
  }

  /** What was given and is no longer ends wherever it is used; what is given goes on. */
  private async endUses(tx: Tx, { purposes, ledgers }: Known): Promise<void> {
    for (const [code, { id }] of purposes) {
      const touched = [...ledgers].filter(([key, { standing }]) => key.endsWith(id) && standing).map(([key, ledger]) => ({ ...ledger, pupilId: key.slice(0, -id.length) }));
      const given = touched.filter(({ standing }) => standing?.state === 'GIVEN').map(({ pupilId }) => pupilId);
      if (given.length > 0) await this.uses.resume(tx, code, given);
      const ended = touched.filter(({ wasGiven, standing }) => wasGiven && standing?.state !== 'GIVEN').map(({ pupilId }) => pupilId);
      if (ended.length === 0) continue;
      await this.uses.end(tx, code, ended);
      await this.jobs.emit(tx, 'consent.ended', { purpose: code, pupilIds: ended });
    }
  }

  private async know(tx: Tx, acts: readonly Pick<Act, 'pupilId' | 'purpose'>[]): Promise<Known> {
    const codes = new Set(acts.map(({ purpose }) => purpose));
    const purposes = (await this.purposes.of(tx)).filter(({ code }) => codes.has(code));
    const pupilIds = [...new Set(acts.map(({ pupilId }) => pupilId))];
    const purposeIds = purposes.map(({ id }) => id);
    const rules = await tx.query<LedgerRule>('select code, valid_from as "validFrom", material, bands, grace_days as "graceDays", in_writing as "inWriting", check_percent as "checkPercent" from signer_rule where region_id = $1 order by valid_from', [tx.regionId]);
    const switches = await tx.query<Known['switches'][number]>('select p.code as purpose, s.valid_from as "validFrom", s.before, s.material from purpose_rule_switch s join purpose p on p.region_id = s.region_id and p.id = s.purpose_id where s.region_id = $1 and p.id = any($2) order by s.id', [tx.regionId, purposeIds]);
    const texts = await tx.query<Text>(
      `select t.id, t.purpose_id as "purposeId", t.number, t.series, t.valid_from as "validFrom",
          (select jsonb_object_agg(w.language || case when w.plain then ' plain' else '' end, encode(w.sha256, 'hex')) from consent_wording w where w.region_id = t.region_id and w.text_id = t.id) as hashes
        from consent_text t where t.region_id = $1 and t.purpose_id = any($2) and t.released_at is not null order by t.purpose_id, t.number`, [tx.regionId, purposeIds]);
    const custodies = await tx.query<{ pupilId: string; kind: Custody }>('select distinct on (pupil_id) pupil_id as "pupilId", kind from custody where region_id = $1 and pupil_id = any($2) order by pupil_id, id desc', [tx.regionId, pupilIds]);
    const known: Known = {
      purposes: new Map(purposes.map((purpose) => [purpose.code, purpose])),
      rules, switches, texts,
      histories: new Map(),
      pupils: await this.people.pupilsForConsent(tx, pupilIds),
      custodies: new Map(custodies.map(({ pupilId, kind }) => [pupilId, kind])),
      ledgers: new Map(),
    };
    for (const row of await tx.query<LedgerRow>(ledgerSql, [tx.regionId, pupilIds, purposeIds])) {
      const ledger = ledgerOf(known, row.pupilId, row.purposeId);
      ledger.events.push({ ...row, at: row.decidedAt });
      Object.assign(ledger, { number: row.number, wasGiven: row.state === 'GIVEN', answerId: row.signer ? row.id : ledger.answerId });
    }
    return known;
  }
}

/** A pupil, a purpose that is asked, and its rule of a day. Refuses NOT_FOUND, PURPOSE_NOT_ASKED. */
function caseOf(known: Known, pupilId: string, code: PurposeCode, day: Day): { purpose: Purpose; pupil: PupilForConsent; rule: LedgerRule; history: RuleHistory<LedgerRule> } {
  const purpose = known.purposes.get(code);
  const pupil = known.pupils.get(pupilId);
  if (!purpose || !pupil) throw new Refusal('NOT_FOUND');
  if (!isAsked(purpose.basis) || purpose.signerRule === null) throw new Refusal('PURPOSE_NOT_ASKED');
  const history = known.histories.get(code) ?? ruleHistory(purpose.signerRule, known.rules, known.switches.filter((one) => one.purpose === code));
  known.histories.set(code, history);
  const rule = history.ruleOn(day);
  if (!rule) throw new Refusal('NOT_FOUND', { what: 'signer rule' });
  return { purpose, pupil, rule, history };
}

/** What the receipt of an answer says; null for what the office does. */
function factsOf({ act, signer, at, channel, assurance, language, plain, form }: Act, decisionId: string, { purpose, pupil, text, standing, previousId }: { purpose: Purpose; pupil: PupilForConsent; text: Text | undefined; standing: Standing; previousId: string | null }): Facts | null {
  if (!signer || !channel || !assurance) return null;
  const sha256 = text?.hashes[`${language}${plain ? ' plain' : ''}`];
  return {
    decisionId, previousId, issuedAt: new Date(), pseudonym: pupil.pseudonym, purpose, standing,
    notice: text && language && sha256 ? { id: text.id, number: text.number, language: plain ? `${language} (plain)` : language, sha256 } : null,
    answer: { act: act as Answer, signer, at, channel, assurance, form: form ? { id: form.id, scanSha256: form.scanSha256?.toString('hex') ?? null } : null },
  };
}

function ledgerOf({ ledgers }: Known, pupilId: string, purposeId: string): Ledger {
  const key = `${pupilId}${purposeId}`;
  const ledger = ledgers.get(key) ?? { events: [], number: 0, wasGiven: false, answerId: null };
  ledgers.set(key, ledger);
  return ledger;
}
