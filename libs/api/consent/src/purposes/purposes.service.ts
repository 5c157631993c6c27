import { checkRelease, checkWordings, isAsked, nextVersion, standardPurposes, standardRules, standardWordings, type ReleasedText, type TextChange, type TextVersion, type Wording } from '@mintforge/domain/consent';
import { berlinDay, checkSecondPerson, Refusal, type Day } from '@mintforge/domain/kernel';
import { currentActor, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { ConsentRuleChanges } from '../ledger/rule-changes';
import { ConsentText, Controller, Purpose } from './purposes.entities';
import type { ControllerInput, ProposeTextArgs, PurposePatch } from './purposes.inputs';

/** The first day of the General Data Protection Regulation: adopted rules hold for every paper since. */
const rulesSince: Day = '2018-05-25';

/** Adopts purposes, and changes them and their texts: one person proposes, another releases. */
@Injectable()
export class Purposes {
  constructor(
    private readonly db: Db,
    private readonly changes: ConsentRuleChanges,
  ) {}

  /** Adopts the standard purposes and signer rules that the region lacks, and proposes their texts; gives how many purposes came. */
  adopt(): Promise<number> {
    return this.db.write((tx) => adoptStandard(tx));
  }

  /** Keeps what shall change for a second person. Refuses VERSION_CONFLICT, INVALID_INPUT for a rule unknown or missing. */
  propose(id: string, version: number, patch: PurposePatch): Promise<void> {
    return this.db.write(async (tx) => {
      const purpose = await tx.lock(Purpose, id, version);
      const basis = patch.basis ?? purpose.basis;
      const signerRule = patch.signerRule === undefined ? purpose.signerRule : patch.signerRule;
      if (isAsked(basis) !== (signerRule !== null)) throw new Refusal('INVALID_INPUT', {}, { signerRule: isAsked(basis) ? 'required' : 'notAsked' });
      const [known] = await tx.query('select 1 from signer_rule where region_id = $1 and code = $2 limit 1', [tx.regionId, signerRule]);
      if (signerRule !== null && !known) throw new Refusal('INVALID_INPUT', {}, { signerRule: 'unknown' });
      await tx.update(Purpose, id, { proposal: patch, proposedBy: tx.actor.userId }, version);
    });
  }

  /**
   * Puts a proposal into force. Under another signer rule what was given stays judged by the rule of its day; where that
   * is marked as material, it is asked anew as far as it does not satisfy the new one. Refuses FOUR_EYES to who made it,
   * VERSION_CONFLICT, INVALID_INPUT without one.
   */
  release(id: string, version: number): Promise<void> {
    return this.db.system('purpose released by a second person', currentActor().regionId, async (tx) => {
      const { code, signerRule: before, proposal, proposedBy } = await tx.lock(Purpose, id, version);
      if (proposal === null) throw new Refusal('INVALID_INPUT', {}, { proposal: 'required' });
      checkSecondPerson(proposedBy, tx.actor.userId);
      const { material = false, ...patch } = proposal;
      await tx.update(Purpose, id, { ...patch, proposal: null, proposedBy: null }, version);
      if (patch.signerRule === undefined || patch.signerRule === before) return;
      const added = await tx.one<{ id: string }>('insert into purpose_rule_switch (region_id, purpose_id, valid_from, before, material, released_by) values ($1, $2, $3, $4, $5, $6) returning id', [tx.regionId, id, berlinDay(new Date()), before, material, tx.actor.userId]);
      tx.note('purpose_rule_switch', 'insert', [added.id]);
      if (patch.signerRule !== null) await this.changes.apply(tx, [code]);
    });
  }

  /** How many consents that are given the proposal would ask anew. Refuses NOT_FOUND. */
  asksAnew(id: string): Promise<number> {
    return this.db.system('effect of a proposed purpose', currentActor().regionId, async (tx) => {
      const { code, signerRule: before, proposal } = await tx.find(Purpose, id);
      if (!proposal?.material || !proposal.signerRule || proposal.signerRule === before) return 0;
      const today = berlinDay(new Date());
      return this.changes.asksAnew(tx, [code], today, { switched: { purpose: code, code: proposal.signerRule, validFrom: today, before, material: true } });
    });
  }

  /** How many consents that are given a text would ask anew: of a material one all that were given to an earlier series. Refuses NOT_FOUND. */
  textAsksAnew(id: string): Promise<number> {
    return this.db.system('effect of a proposed text', currentActor().regionId, async (tx) => {
      const { purposeId, series } = await tx.find(ConsentText, id);
      const { count } = await tx.one<{ count: number }>(
        `select count(*)::int as count from consent_current c join consent_decision d on d.region_id = c.region_id and d.id = c.decision_id
          where c.region_id = $1 and c.purpose_id = $2 and c.state = 'GIVEN' and d.state_series < $3`, [tx.regionId, purposeId, series]);
      return count;
    });
  }

  /** Adds a version of a purpose's text with its wordings and gives its id; it waits for a release. Refuses PURPOSE_NOT_ASKED, INVALID_INPUT. */
  proposeText({ purposeId, change, dpoReference, wordings, idempotencyKey }: ProposeTextArgs): Promise<string> {
    const input = { purposeId, change, dpoReference, wordings };
    return this.db.write(
      async (tx) => {
        checkWordings(wordings);
        const { basis } = await tx.lock(Purpose, purposeId);
        if (!isAsked(basis)) throw new Refusal('PURPOSE_NOT_ASKED');
        return addText(tx, purposeId, change, dpoReference ?? null, wordings);
      },
      { once: { key: idempotencyKey, input } },
    );
  }

  /** Names who is responsible; each change counts for receipts from now on. */
  setController(input: ControllerInput): Promise<void> {
    return this.db.write(async (tx) => void (await tx.insert(Controller, { ...input })));
  }

  /** Releases a text from a day on. Refuses CONTROLLER_MISSING, FOUR_EYES to who proposed it, TEXT_ALREADY_RELEASED, INVALID_INPUT for a day gone by or a version that a released one overtook. */
  releaseText(id: string, validFrom: Day): Promise<void> {
    return this.db.write(async (tx) => {
      const [controller] = await tx.query('select 1 from controller where region_id = $1 limit 1', [tx.regionId]);
      if (!controller) throw new Refusal('CONTROLLER_MISSING');
      const text = await tx.find(ConsentText, id);
      await tx.lock(Purpose, text.purposeId);
      const [latest] = await tx.query<ReleasedText>('select number, valid_from as "validFrom" from consent_text where region_id = $1 and purpose_id = $2 and released_at is not null order by number desc limit 1', [tx.regionId, text.purposeId]);
      checkRelease(text, tx.actor.userId, validFrom, berlinDay(new Date()), latest ?? null);
      await tx.update(ConsentText, id, { validFrom, releasedBy: tx.actor.userId, releasedAt: new Date() });
    });
  }
}

/** Adopts the standard in the caller's transaction, its texts as proposals; what the region has already stays as it is. */
export async function adoptStandard(tx: Tx): Promise<number> {
  await tx.query(
    `insert into signer_rule (region_id, code, valid_from, bands, grace_days, in_writing, check_percent, source) select $1, r.code, $2, r.bands, r."graceDays", r."inWriting", r."checkPercent", r.source
      from jsonb_to_recordset($3) as r (code text, bands jsonb, "graceDays" smallint, "inWriting" boolean, "checkPercent" smallint, source text) on conflict do nothing`,
    [tx.regionId, rulesSince, JSON.stringify(standardRules)],
  );
  const known = new Set((await tx.query<{ code: string }>('select code from purpose where region_id = $1', [tx.regionId])).map(({ code }) => code));
  const missing = standardPurposes.filter(({ code }) => !known.has(code));
  const ids = await tx.insert(Purpose, missing.map(({ validity, ...purpose }) => ({ ...purpose, data: [...purpose.data], recipients: [...purpose.recipients], validityFrom: validity.from, validityMonths: validity.months })));
  for (const [at, { code }] of missing.entries()) {
    const wordings = standardWordings(code);
    if (wordings.length > 0) await addText(tx, ids[at]!, 'MATERIAL', null, wordings);
  }
  return missing.length;
}

async function addText(tx: Tx, purposeId: string, change: TextChange, dpoReference: string | null, wordings: readonly Wording[]): Promise<string> {
  const [latest] = await tx.query<TextVersion>('select number, series from consent_text where region_id = $1 and purpose_id = $2 order by number desc limit 1', [tx.regionId, purposeId]);
  const [id] = await tx.insert(ConsentText, { purposeId, change, dpoReference, proposedBy: tx.actor.userId, ...nextVersion(latest ?? null, change) });
  await tx.query(
    `insert into consent_wording (region_id, text_id, language, plain, title, body, sha256) select $1, $2, w.language, w.plain, w.title, w.body, app.wording_hash(w.title, w.body)
      from jsonb_to_recordset($3) as w (language text, plain boolean, title text, body text)`,
    [tx.regionId, id, JSON.stringify(wordings)],
  );
  return id!;
}
