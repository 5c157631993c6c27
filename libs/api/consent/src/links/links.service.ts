import type { Answer, Assurance, PurposeCode, Signer } from '@mintforge/domain/consent';
import { berlinDay, cleanText, Refusal, tidy } from '@mintforge/domain/kernel';
import { makePseudonym } from '@mintforge/domain/people';
import { CONFIG, Db, hashOfToken, newLinkToken, type Config, type Tx } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomInt } from 'node:crypto';
import { noteApproaches } from '../asking/approaches';
import { ConsentUses } from '../ledger/consent-uses';
import type { SignerOfPupil } from '../asking/chase.types';
import { Consents } from '../ledger/consents.service';
import type { ConsentImpact } from '../ledger/consents.types';
import type { ConsentLink, CreateLinksArgs } from './links.types';
import { ConsentLedger, type Act } from '../ledger/ledger';
import { LinkHolders, type LinkHolder, type LinkProof } from './link-holders';
import { wordingFor, type PageLanguage } from './links.languages';
import { missingSigners, type MissingSigner } from '../asking/open-askings';
import type { ConsentWording } from '../purposes/purposes.entities';

const days = { ASK: 21, MANAGE: 400 };

/** A question on the page: a purpose, its text in every language, what this signer answered last, and what a withdrawal would end. */
export interface Question {
  code: PurposeCode;
  textId: string;
  wordings: ConsentWording[];
  last: Answer | null;
  ends: ConsentImpact[];
}

/** What a page shows once the second factor was right; the ticket proves that, and which texts were shown, to the answer. */
export interface OpenLink {
  kind: 'ASK' | 'MANAGE';
  signer: Signer;
  ticket: string;
  questions: Question[];
  /** The language we write to the signer in; null where they are not on record. */
  language: PageLanguage | null;
}

/** An answer given on the page. */
export interface LinkAnswers {
  ticket: string;
  name: string;
  language: string;
  plain: boolean;
  choices: Map<PurposeCode, Answer>;
}

/** Whether something was chosen and a name with a letter stands there. */
export const isComplete = ({ name, choices }: Pick<LinkAnswers, 'name' | 'choices'>): boolean => choices.size > 0 && /\p{L}/u.test(name);

const invalid = () => new Refusal('LINK_INVALID');

/**
 * Links by which pupils and guardians answer themselves: bound to one pupil, signer and set of purposes, opened by a
 * second factor. Whatever is wrong with a link or its factor is refused in the same words (LINK_INVALID).
 */
@Injectable()
export class ConsentLinks {
  constructor(
    private readonly db: Db,
    private readonly holders: LinkHolders,
    private readonly ledger: ConsentLedger,
    private readonly consents: Consents,
    private readonly uses: ConsentUses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Asks pupils for purposes and makes a link for everybody whose yes is missing; earlier links of theirs end. The
   * tokens are told here and never again. Who has no birth date on record needs the code of the letter.
   */
  create({ groupId, pupilIds, purposes, withCode }: CreateLinksArgs, channel: 'LINK' | 'SLIP' = 'LINK'): Promise<ConsentLink[]> {
    return this.db.write(async (tx) => {
      await this.consents.request({ groupId, pupilIds, purposes, idempotencyKey: '' });
      const open = await missingSigners(tx, { groupId, pupilIds: pupilIds ?? [], purposes });
      return this.makeAll(tx, open, { withCode, channel });
    });
  }

  /** Links with a code for some signers whose answer is missing, for all that they were asked for; nobody is asked for anything more, and earlier links of theirs end. */
  renew(tx: Tx, signers: readonly SignerOfPupil[], channel: 'LINK' | 'SLIP'): Promise<ConsentLink[]> {
    const wanted = (row: MissingSigner) => signers.some(({ pupilId, signer }) => pupilId === row.pupilId && (signer === row.signer || (row.requiredGuardians === 1 && signer !== 'PUPIL' && row.signer !== 'PUPIL')));
    return missingSigners(tx, { pupilIds: [...new Set(signers.map(({ pupilId }) => pupilId))] }).then((open) => this.makeAll(tx, open.filter(wanted), { withCode: true, channel }));
  }

  private async makeAll(tx: Tx, open: readonly MissingSigner[], { withCode, channel }: { withCode: boolean; channel: 'LINK' | 'SLIP' }): Promise<ConsentLink[]> {
    const links: ConsentLink[] = [];
    for (const { pupilId, signer, purposes, hasBirthDate } of open) links.push(await this.make(tx, { pupilId, signer, purposes, withCode: withCode || !hasBirthDate }));
    await noteApproaches(tx, open.map(({ pupilId, signer, purposes }) => ({ pupilId, signer, purposes, channel })));
    return links;
  }

  /** A link by which a signer answers, part of the caller's transaction; earlier links of theirs end. */
  make(tx: Tx, { pupilId, signer, purposes, withCode }: { pupilId: string; signer: Signer; purposes: PurposeCode[]; withCode: boolean }): Promise<ConsentLink> {
    return this.add(tx, 'ASK', { pupilId, signer, purposes, withCode });
  }

  /** Opens a link by its second factor, or again by the ticket that the first opening gave; changes nothing. Refuses LINK_INVALID. */
  open(token: string, proof: LinkProof): Promise<OpenLink> {
    return this.holders.hold(token, proof, (tx, link) => this.shown(tx, link));
  }

  /**
   * Takes answers down, all or none, and ends a link that asks; answers the token of a link to take them back with, or
   * null for one that serves to do so. Takes nothing down and gives the page anew when other texts are to be answered by
   * now than were shown: nobody agrees to what they did not read. Refuses LINK_INVALID, INVALID_INPUT without an answer or a name.
   */
  answer(token: string, { ticket, name, language, plain, choices }: LinkAnswers): Promise<{ manage: string | null } | { anew: OpenLink }> {
    const signerName = tidy(cleanText(name)).slice(0, 120);
    return this.holders.hold(token, { ticket }, async (tx, link) => {
      if (!isComplete({ name, choices })) throw new Refusal('INVALID_INPUT', {}, { choices: 'required' });
      const anew = await this.shown(tx, link);
      if (link.seen !== textsIn(anew.questions)) return { anew };
      const shown = new Map(anew.questions.map(({ code, textId, wordings }) => [code, { textId, ...wordingFor(wordings, { language, plain }) }]));
      if ([...choices.keys()].some((code) => !shown.has(code))) throw invalid();
      const assurance: Assurance = link.codeHash ? 'SCHOOL_LETTER_CODE' : 'BIRTH_DATE';
      await this.ledger.append(tx, [...choices].map(([purpose, act]): Act => ({ pupilId: link.pupilId, purpose, act, signer: link.signer, signerName, at: new Date(), channel: 'LINK', assurance, textId: shown.get(purpose)!.textId, language: shown.get(purpose)!.language, plain: shown.get(purpose)!.plain })));
      if (link.kind === 'MANAGE') return { manage: null };
      const manage = await this.add(tx, 'MANAGE', { pupilId: link.pupilId, signer: link.signer, purposes: link.purposes, codeHash: link.codeHash });
      return { manage: manage.url };
    });
  }

  private async shown(tx: Tx, link: LinkHolder): Promise<OpenLink> {
    const questions = await this.questions(tx, link);
    if (questions.length === 0) throw invalid();
    return { kind: link.kind, signer: link.signer, ticket: this.holders.ticketFor(link, textsIn(questions)), questions, language: await this.holders.languageOf(tx, link) };
  }

  /** What the signer has a say in today; of what the pupil took over since, who once said yes may still take it back. */
  private async questions(tx: Tx, { kind, pupilId, signer, purposes }: LinkHolder): Promise<Question[]> {
    const asked = await tx.query<Omit<Question, 'ends'>>(
      `select p.code, f.id as "textId", (select d.act from consent_decision d where d.region_id = p.region_id and d.purpose_id = p.id and d.pupil_id = $3 and d.signer = $4 order by d.number desc limit 1) as last,
          (select jsonb_agg(jsonb_build_object('language', w.language, 'plain', w.plain, 'title', w.title, 'body', w.body, 'sha256', encode(w.sha256, 'hex')) order by w.language <> 'de', w.language, w.plain)
            from consent_wording w where w.region_id = f.region_id and w.text_id = f.id) as wordings
        from purpose p join text_in_force f on f.region_id = p.region_id and f.purpose_id = p.id where p.region_id = $1 and p.code = any($2) and p.signer_rule is not null order by p.created_at, p.id`,
      [tx.regionId, purposes, pupilId, signer],
    );
    const signersOf = await this.ledger.signers(tx, asked.map(({ code }) => ({ pupilId, purpose: code })));
    const own = asked.filter(({ code, last }) => (kind === 'MANAGE' && last === 'GIVEN') || signersOf(pupilId, code, berlinDay(new Date())).entitled.includes(signer));
    const questions: Question[] = [];
    for (const one of own) questions.push({ ...one, ends: kind === 'MANAGE' && one.last === 'GIVEN' ? await this.uses.impact(tx, one.code, [pupilId]) : [] });
    return questions;
  }

  private async add(tx: Tx, kind: keyof typeof days, { pupilId, signer, purposes, withCode, codeHash }: { pupilId: string; signer: Signer; purposes: PurposeCode[]; withCode?: boolean; codeHash?: Buffer | null }): Promise<ConsentLink> {
    await tx.query('update consent_link set ended_at = now() where region_id = $1 and pupil_id = $2 and signer = $3 and ended_at is null and (kind = $4 or purposes && $5)', [tx.regionId, pupilId, signer, kind, purposes]);
    const token = newLinkToken(tx.regionId);
    const code = withCode ? makePseudonym(randomInt) : null;
    const expiresAt = new Date(Date.now() + days[kind] * 86_400_000);
    const { id } = await tx.one<{ id: string }>(
      'insert into consent_link (region_id, kind, token_hash, code_hash, pupil_id, signer, purposes, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id',
      [tx.regionId, kind, hashOfToken(token), code ? this.holders.codeHash(tx.regionId, code) : (codeHash ?? null), pupilId, signer, purposes, expiresAt, tx.actor.userId],
    );
    tx.note('consent_link', 'insert', [id]);
    return { pupilId, signer, url: `${this.config.PUBLIC_URL}/einwilligung/${token}`, code, expiresAt };
  }
}

/** What questions and texts are known by together, as they were shown. */
const textsIn = (questions: readonly Question[]): string => createHash('sha256').update(questions.map(({ code, textId }) => `${code} ${textId}`).join()).digest('base64url');
