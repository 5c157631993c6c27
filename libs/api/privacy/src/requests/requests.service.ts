import { isAsked, type LegalBasis, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { asksForCopy, dueOn, isOpen, limitsUse, mayExtend, type IdentityCheck, type RequestKind, type RequestState } from '@mintforge/domain/privacy';
import { showRestricted } from '@mintforge/people';
import { Clock, Db, FieldCrypto, Jobs, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { SubjectRequest } from './requests.entities';
import type { ExtendArgs, IdentifyArgs, LiftArgs, RefuseArgs, RegisterRequestArgs, RequestArgs, RequestInput } from './requests.inputs';
import { RequestReads } from './requests.reads';
import { isKnown, noteTable, type Subject } from './subject-rows';
import { UseLimits } from './use-limits';

/** A request as a link brings it in: whose link it was, and what made us sure. */
export interface ReceivedByLink {
  pupilId: string;
  kind: RequestKind;
  purposes: PurposeCode[];
  note: string | null;
  signer: Signer;
  /** of the page, e.g. de-plain */
  language: string;
  check: IdentityCheck;
}

/** The register of requests: each from its receipt to its answer, with what it does to the use of the data meanwhile. */
@Injectable()
export class Requests {
  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
    private readonly limits: UseLimits,
    private readonly reads: RequestReads,
    private readonly tasks: Tasks,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters a request and gives its id; one of the office itself needs no check of identity. Refuses NOT_FOUND for a subject that is
   * not there, INVALID_INPUT for a day to come, an objection without purposes or to one that rests on consent (which is
   * withdrawn instead), a limit or an erasure of somebody who cannot have one, a note without a subject that has a key.
   */
  register({ input, idempotencyKey }: RegisterRequestArgs): Promise<string> {
    const { note: _, ...known } = input;
    return this.db.write(
      async (tx) => {
        await showRestricted(tx);
        return this.enter(tx, input, { recordedBy: tx.actor.userId, ...(input.requester === 'OFFICE' ? this.identified(tx, 'OWN_DUTY') : {}) });
      },
      { once: { key: idempotencyKey, input: known } },
    );
  }

  /**
   * Enters what the holder of a link asked today, in the caller's SYSTEM transaction, and gives its id. The link with its
   * second factor says who asks, as it does for a consent, so that a limit holds at once; where it is for a person to judge
   * whether they may ask, the request waits for that. Refuses REQUESTER_NOT_ENTITLED, and as `register`.
   */
  async receive(tx: Tx, { pupilId, signer, language, check, ...asked }: ReceivedByLink): Promise<string> {
    const requester = signer === 'PUPIL' ? 'SELF' : 'GUARDIAN';
    const standing = await this.reads.standing(tx, { requester, signer }, pupilId);
    if (standing === 'NOT_ENTITLED') throw new Refusal('REQUESTER_NOT_ENTITLED');
    const input: RequestInput = { ...asked, subjectKind: 'PUPIL', subjectId: pupilId, requester, channel: 'WEB', receivedOn: this.today() };
    return this.enter(tx, input, { signer, language, ...(standing === 'ENTITLED' ? this.identified(tx, check) : { identityCheck: check }) });
  }

  private async enter(tx: Tx, input: RequestInput, more: Partial<SubjectRequest>): Promise<string> {
    await this.check(tx, input);
    const { note, ...known } = input;
    const { receivedOn, subjectId = null } = input;
    const { id } = await tx.one<{ id: string }>('select uuidv7() as id');
    const request: Partial<SubjectRequest> = {
      ...known, id, subjectId, purposes: input.purposes ?? [], dueOn: dueOn({ receivedOn, extended: false }),
      pseudonym: await this.pseudonymOf(tx, { kind: input.subjectKind, id: subjectId }),
      sealedNote: await this.seal(tx, id, subjectId, note?.trim() || null),
      ...more, ...(more.state === 'EXAMINED' && limitsUse(input.kind) ? { limitState: 'STANDS' as const } : {}),
    };
    await tx.insert(SubjectRequest, request);
    if (request.limitState && subjectId) await this.limits.refresh(tx, subjectId);
    await this.tasks.open(tx, [taskOf({ id, kind: input.kind, dueOn: request.dueOn!, reminder: 0 })]);
    return id;
  }

  /** Notes how we know who asks; from then on a restriction or an objection closes the use while it is examined. Refuses REQUEST_ENDED, INVALID_INPUT without a subject, NOT_FOUND. */
  identify({ id, version, check, subjectId }: IdentifyArgs): Promise<void> {
    return this.change(id, version, ['RECEIVED'], async (tx, request) => {
      const subject = request.subjectId ?? subjectId;
      if (!subject) throw new Refusal('INVALID_INPUT', {}, { subjectId: 'required' });
      if (!(await isKnown(tx, { kind: request.subjectKind, id: subject }))) throw new Refusal('NOT_FOUND', { what: 'subject' });
      await tx.update(SubjectRequest, id, {
        subjectId: subject, pseudonym: await this.pseudonymOf(tx, { kind: request.subjectKind, id: subject }), ...this.identified(tx, check), ...(limitsUse(request.kind) ? { limitState: 'STANDS' as const } : {}),
      }, version);
      if (limitsUse(request.kind)) await this.limits.refresh(tx, subject);
    });
  }

  /** Takes the two further months; the person is told the reason on this day. Refuses REQUEST_ENDED, REQUEST_NOT_EXTENDABLE after the first month or twice. */
  extend({ id, version, reason }: ExtendArgs): Promise<void> {
    return this.change(id, version, ['RECEIVED', 'EXAMINED'], async (tx, { receivedOn, extendedOn, kind, reminders }) => {
      const today = this.today();
      if (!mayExtend({ receivedOn, extended: extendedOn !== null }, today)) throw new Refusal('REQUEST_NOT_EXTENDABLE');
      const due = dueOn({ receivedOn, extended: true });
      await tx.update(SubjectRequest, id, { extendedOn: today, extensionReason: reason, dueOn: due }, version);
      await this.tasks.open(tx, [taskOf({ id, kind, dueOn: due, reminder: reminders })]);
    });
  }

  /**
   * Ends a request as answered. What was corrected is to be told to who has the data, as a task; what was limited stays so.
   * Refuses REQUEST_NOT_IDENTIFIED, REQUEST_ENDED, REQUEST_STEP_MISSING without the copy or the erasure it asks for.
   */
  answer({ id, version }: RequestArgs): Promise<void> {
    return this.change(id, version, ['EXAMINED'], async (tx, request) => {
      if (asksForCopy(request.kind) && !request.exportedAt) throw new Refusal('REQUEST_STEP_MISSING', { step: 'EXPORT' });
      if (request.kind === 'ERASURE' && !(await this.isErased(tx, id))) throw new Refusal('REQUEST_STEP_MISSING', { step: 'ERASURE' });
      if (request.kind === 'RECTIFICATION') await this.tellRecipients(tx, request);
      await this.end(tx, request, { state: 'ANSWERED' });
    });
  }

  /** Ends a request as refused, with its reason; a limit that stood while it was examined ends. Refuses REQUEST_ENDED. */
  refuse({ id, version, reason }: RefuseArgs): Promise<void> {
    return this.change(id, version, ['RECEIVED', 'EXAMINED'], (tx, request) => this.end(tx, request, { state: 'REFUSED', refusalReason: reason }));
  }

  /** Ends a request that its person took back. */
  withdraw({ id, version }: RequestArgs): Promise<void> {
    return this.change(id, version, ['RECEIVED', 'EXAMINED'], (tx, request) => this.end(tx, request, { state: 'WITHDRAWN' }));
  }

  /** Lifts a granted restriction or objection, of which the person was told before (Art. 18(3)). Refuses REQUEST_ENDED without one that stands, INVALID_INPUT for a day to come. */
  lift({ id, version, toldOn }: LiftArgs): Promise<void> {
    return this.change(id, version, null, async (tx, request) => {
      if (request.limitState !== 'STANDS' || !request.subjectId || isOpen(request.state)) throw new Refusal('REQUEST_ENDED', { state: request.limitState ?? request.state });
      if (toldOn > this.today()) throw new Refusal('INVALID_INPUT', {}, { toldOn: 'future' });
      await tx.update(SubjectRequest, id, { limitState: 'LIFTED', limitToldOn: toldOn }, version);
      await this.limits.refresh(tx, request.subjectId);
    });
  }

  private async end(tx: Tx, request: SubjectRequest, how: Partial<SubjectRequest>): Promise<void> {
    const today = this.today();
    const lifts = request.limitState === 'STANDS' && how.state !== 'ANSWERED';
    if (how.state !== 'ANSWERED') await tx.query(`update erasure set state = 'DISCARDED' where region_id = $1 and request_id = $2 and state = 'PROPOSED'`, [tx.regionId, request.id]);
    await tx.update(SubjectRequest, request.id, { ...how, endedOn: today, endedBy: tx.actor.userId, ...(lifts ? { limitState: 'LIFTED' as const, limitToldOn: today } : {}) }, request.version);
    if (lifts && request.subjectId) await this.limits.refresh(tx, request.subjectId);
    await this.tasks.settle(tx, 'REQUEST_OPEN', [request.id]);
  }

  /** Whoever got the data is told what was corrected (Art. 19): an event for features that hand it on, a task for the office. */
  private async tellRecipients(tx: Tx, { id, subjectKind, subjectId }: SubjectRequest): Promise<void> {
    if (!subjectId) return;
    await this.jobs.emit(tx, 'privacy.rectified', { requestId: id, subjectKind, subjectId });
    const recipients = await this.reads.recipients(tx, { kind: subjectKind, id: subjectId });
    const hosts = recipients.filter(({ organisationId }) => organisationId);
    if (recipients.length === 0) return;
    await this.tasks.open(tx, [{ kind: 'RECTIFICATION_TO_TELL', about: id, pupilId: subjectKind === 'PUPIL' ? subjectId : null, params: { recipients: [...new Set(hosts.map(({ name }) => name))].join('; '), count: recipients.length } }]);
  }

  private async change(id: string, version: number, from: readonly RequestState[] | null, work: (tx: Tx, request: SubjectRequest) => Promise<void>): Promise<void> {
    await this.db.write(async (tx) => {
      await showRestricted(tx);
      const request = await tx.lock(SubjectRequest, id, version);
      if (from && !from.includes(request.state)) throw new Refusal(request.state === 'RECEIVED' ? 'REQUEST_NOT_IDENTIFIED' : 'REQUEST_ENDED', { state: request.state });
      await work(tx, request);
    });
  }

  private async check(tx: Tx, { kind, subjectKind, subjectId, receivedOn, purposes }: RequestInput): Promise<void> {
    const wrong = (field: string, problem: string) => new Refusal('INVALID_INPUT', {}, { [field]: problem });
    if (receivedOn > this.today()) throw wrong('receivedOn', 'future');
    if (kind === 'ERASURE' && subjectKind === 'USER') throw wrong('subjectKind', 'notErasable');
    if (limitsUse(kind) && subjectKind !== 'PUPIL' && !(kind === 'RESTRICTION' && subjectKind === 'GUARDIAN')) throw wrong('subjectKind', 'notLimitable');
    if (subjectId && !(await isKnown(tx, { kind: subjectKind, id: subjectId }))) throw new Refusal('NOT_FOUND', { what: 'subject' });
    if (kind !== 'OBJECTION') return;
    if (!purposes?.length) throw wrong('purposes', 'required');
    const bases = await tx.query<{ basis: LegalBasis }>('select basis from purpose where region_id = $1 and code = any($2)', [tx.regionId, purposes]);
    if (bases.some(({ basis }) => isAsked(basis))) throw wrong('purposes', 'restsOnConsent');
  }

  private identified(tx: Tx, check: SubjectRequest['identityCheck']): Partial<SubjectRequest> {
    return { state: 'EXAMINED', identityCheck: check, identifiedBy: tx.actor.userId, identifiedAt: this.clock.now() };
  }

  private async pseudonymOf(tx: Tx, { kind, id }: { kind: Subject['kind']; id: string | null }): Promise<string | null> {
    if (kind !== 'PUPIL' || !id) return null;
    return (await tx.one<{ pseudonym: string }>('select pseudonym from pupil where region_id = $1 and id = $2', [tx.regionId, id])).pseudonym;
  }

  private async seal(tx: Tx, id: string, subjectId: string | null, note: string | null): Promise<Buffer | null> {
    if (note === null) return null;
    const [key] = subjectId ? await tx.query<{ wrapped: Buffer }>('select wrapped from person_key where region_id = $1 and person_id = $2', [tx.regionId, subjectId]) : [];
    if (!key || !subjectId) throw new Refusal('INVALID_INPUT', {}, { note: 'needsSubject' });
    return this.crypto.sealFields(key.wrapped, noteTable(id), subjectId, { note }).note;
  }

  private async isErased(tx: Tx, requestId: string): Promise<boolean> {
    return (await tx.query(`select 1 from erasure where region_id = $1 and request_id = $2 and state = 'EXECUTED'`, [tx.regionId, requestId])).length > 0;
  }

  private today(): Day {
    return berlinDay(this.clock.now());
  }
}

/** The task of a request that waits: codes and days only. */
export const taskOf = ({ id, kind, dueOn: day, reminder }: { id: string; kind: string; dueOn: Day; reminder: number }) => ({ kind: 'REQUEST_OPEN' as const, about: id, params: { request: kind, reminder }, dueOn: day });
