import { decide, isAsked, type ConsentAct, type ConsentEvent, type Custody, type PurposeCode, type Signer, type SignerBand, type Standing } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { PeopleReads, type PupilForConsent } from '@mintforge/people';
import { FieldCrypto, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import { ConsentUses } from './consent-uses';
import { ConsentDecision } from './consents.types';
import type { Purpose } from './purposes.entities';
import { PurposeReads } from './purposes.reads';

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
}

interface Rule {
  code: string;
  validFrom: Day;
  bands: SignerBand[];
  graceDays: number;
}

interface Text {
  id: string;
  purposeId: string;
  number: number;
  series: number;
  validFrom: Day;
}

/** All that acts of one transaction are judged by. */
interface Known {
  purposes: Map<PurposeCode, Purpose>;
  rules: Rule[];
  texts: Text[];
  pupils: Map<string, PupilForConsent>;
  custodies: Map<string, Custody>;
  ledgers: Map<string, Ledger>;
}

/** A pupil's ledger of one purpose, and whether it stood at GIVEN when the transaction began. */
interface Ledger {
  events: ConsentEvent[];
  number: number;
  wasGiven: boolean;
  standing?: Standing;
}

type LedgerRow = Pick<ConsentDecision, 'pupilId' | 'purposeId' | 'number' | 'act' | 'signer' | 'decidedAt' | 'series' | 'requiredGuardians' | 'requiredPupil' | 'validUntil' | 'lapsesOn' | 'state'>;

const ledgerSql = `select pupil_id as "pupilId", purpose_id as "purposeId", number, act, signer, decided_at as "decidedAt", series, required_guardians as "requiredGuardians", required_pupil as "requiredPupil",
    valid_until as "validUntil", lapses_on as "lapsesOn", state
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
  ) {}

  /**
   * Judges acts in order and adds them, all or none; what ends by them ends in the same transaction. Gives the ids.
   * Refuses NOT_FOUND (pupil or purpose), PURPOSE_NOT_ASKED, TEXT_NOT_IN_FORCE, SIGNER_NOT_ENTITLED.
   */
  async append(tx: Tx, acts: readonly Act[]): Promise<string[]> {
    if (acts.length === 0) return [];
    for (const purpose of [...new Set(acts.map((act) => act.purpose))].sort()) await lockPurpose(tx, purpose);
    const known = await this.know(tx, acts);
    const ids = (await tx.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [acts.length])).map((row) => row.id);
    const rows = acts.map((act, at) => ({ ...this.judge(known, act, ids[at]!), recordedBy: tx.actor.userId }));
    await tx.insert(ConsentDecision, rows);
    await this.endUses(tx, known);
    return ids;
  }

  private judge(known: Known, act: Act, id: string): Partial<ConsentDecision> {
    const purpose = known.purposes.get(act.purpose);
    const pupil = known.pupils.get(act.pupilId);
    if (!purpose || !pupil) throw new Refusal('NOT_FOUND');
    if (!isAsked(purpose.basis)) throw new Refusal('PURPOSE_NOT_ASKED');
    const day = berlinDay(act.at);
    const rule = known.rules.findLast(({ code, validFrom }) => code === purpose.signerRule && validFrom <= day);
    if (!rule) throw new Refusal('NOT_FOUND', { what: 'signer rule' });
    const text = known.texts.findLast(({ purposeId, validFrom }) => purposeId === purpose.id && validFrom <= day);
    if (!text && (act.act === 'REQUESTED' || act.act === 'GIVEN')) throw new Refusal('TEXT_NOT_IN_FORCE');

    const ledger = ledgerOf(known, pupil.id, purpose.id);
    const series = text?.series ?? Math.max(1, ...ledger.events.map((event) => event.series));
    const { event, standing } = decide(
      { rule, validity: { from: purpose.validityFrom, months: purpose.validityMonths }, birthDate: pupil.birthDate, custody: known.custodies.get(pupil.id) ?? 'JOINT', ledger: ledger.events },
      { act: act.act, signer: act.signer, at: act.at, series },
    );
    ledger.events.push(event);
    ledger.standing = standing;
    const signerName = act.signerName === null ? null : this.crypto.sealFields(pupil.wrapped, `consent_decision ${id}`, pupil.id, { signer_name: act.signerName }).signer_name;
    return {
      id, pupilId: pupil.id, purposeId: purpose.id, number: ++ledger.number, act: act.act, signer: act.signer, signerName, decidedAt: act.at, textId: text?.id ?? null, language: act.language, plain: act.plain, series,
      channel: act.channel, assurance: act.assurance, requiredGuardians: event.required.guardians, requiredPupil: event.required.pupil, validUntil: event.validUntil, lapsesOn: event.lapsesOn,
      state: standing.state, missing: standing.missing, stateSeries: standing.series, stateValidUntil: standing.validUntil, stateLapsesOn: standing.lapsesOn,
    };
  }

  /** What was given and is no longer ends wherever it is used. */
  private async endUses(tx: Tx, { purposes, ledgers }: Known): Promise<void> {
    for (const [code, { id }] of purposes) {
      const ended = [...ledgers].filter(([key, { wasGiven, standing }]) => key.endsWith(id) && wasGiven && standing && standing.state !== 'GIVEN').map(([key]) => key.slice(0, -id.length));
      if (ended.length === 0) continue;
      await this.uses.end(tx, code, ended);
      await this.jobs.emit(tx, 'consent.ended', { purpose: code, pupilIds: ended });
    }
  }

  private async know(tx: Tx, acts: readonly Act[]): Promise<Known> {
    const codes = new Set(acts.map(({ purpose }) => purpose));
    const purposes = (await this.purposes.of(tx)).filter(({ code }) => codes.has(code));
    const pupilIds = [...new Set(acts.map(({ pupilId }) => pupilId))];
    const purposeIds = purposes.map(({ id }) => id);
    const rules = await tx.query<Rule>('select code, valid_from as "validFrom", bands, grace_days as "graceDays" from signer_rule where region_id = $1 order by code, valid_from', [tx.regionId]);
    const texts = await tx.query<Text>(
      'select id, purpose_id as "purposeId", number, series, valid_from as "validFrom" from consent_text where region_id = $1 and purpose_id = any($2) and released_at is not null order by purpose_id, number', [tx.regionId, purposeIds]);
    const custodies = await tx.query<{ pupilId: string; kind: Custody }>('select distinct on (pupil_id) pupil_id as "pupilId", kind from custody where region_id = $1 and pupil_id = any($2) order by pupil_id, id desc', [tx.regionId, pupilIds]);
    const known: Known = {
      purposes: new Map(purposes.map((purpose) => [purpose.code, purpose])),
      rules, texts,
      pupils: await this.people.pupilsForConsent(tx, pupilIds),
      custodies: new Map(custodies.map(({ pupilId, kind }) => [pupilId, kind])),
      ledgers: new Map(),
    };
    for (const row of await tx.query<LedgerRow>(ledgerSql, [tx.regionId, pupilIds, purposeIds])) {
      const ledger = ledgerOf(known, row.pupilId, row.purposeId);
      ledger.events.push({ ...row, at: row.decidedAt, required: { guardians: row.requiredGuardians, pupil: row.requiredPupil } });
      Object.assign(ledger, { number: row.number, wasGiven: row.state === 'GIVEN' });
    }
    return known;
  }
}

function ledgerOf({ ledgers }: Known, pupilId: string, purposeId: string): Ledger {
  const key = `${pupilId}${purposeId}`;
  const ledger = ledgers.get(key) ?? { events: [], number: 0, wasGiven: false };
  ledgers.set(key, ledger);
  return ledger;
}
