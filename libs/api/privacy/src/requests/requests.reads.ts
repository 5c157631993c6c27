import type { Signer } from '@mintforge/domain/consent';
import { ageOn, berlinDay, can, daysUntil } from '@mintforge/domain/kernel';
import { asksForCopy, mayExtend, openStates, standingOf, urgencyOf, type Requester } from '@mintforge/domain/privacy';
import { PeopleReads, showRestricted } from '@mintforge/people';
import { Clock, Conditions, currentActor, Db, FieldCrypto, Files, readPage, type List, type StoredFile, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { filesAbout } from './access-files';
import type { DataRecipient, Erasure, SubjectRequest, SubjectRequestPage } from './requests.entities';
import type { RequestsArgs } from './requests.inputs';
import { noteTable, type Subject } from './subject-rows';

const columns = `r.id, r.kind, r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.pseudonym, r.requester, r.channel, r.signer, r.language, r.purposes, r.note as "sealedNote", r.received_on as "receivedOn", r.due_on as "dueOn",
  r.extended_on as "extendedOn", r.extension_reason as "extensionReason", r.reminders, r.identity_check as "identityCheck", r.identified_by as "identifiedBy", r.identified_at as "identifiedAt", r.state,
  r.refusal_reason as "refusalReason", r.ended_on as "endedOn", r.ended_by as "endedBy", r.limit_state as "limitState", r.limit_told_on as "limitToldOn", r.export_json as "exportJson", r.export_pdf as "exportPdf", r.export_zip as "exportZip",
  r.exported_at as "exportedAt", (select f.expires_at from file f where f.region_id = r.region_id and f.id = r.export_json) as "downloadUntil", r.version, r.created_at as "createdAt", r.updated_at as "updatedAt"`;

const orders: Record<RequestsArgs['sort'], string> = {
  DUE_ON_ASC: 'r.due_on, r.id',
  DUE_ON_DESC: 'r.due_on desc, r.id',
  RECEIVED_ON_ASC: 'r.received_on, r.id',
  RECEIVED_ON_DESC: 'r.received_on desc, r.id',
};

const erasureColumns = `e.id, e.request_id as "requestId", e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.ground, e.state, e.proposed_by as "proposedBy", e.executed_by as "executedBy",
  e.executed_at as "executedAt", e.replayed_at as "replayedAt", e.removed, e.kept, e.created_at as "createdAt"`;

/** Forms of a copy: to read, for other programs, and both with all files. */
export type CopyForm = 'json' | 'pdf' | 'zip';

/** Requests as lists and single ones. */
@Injectable()
export class RequestReads {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
    private readonly crypto: FieldCrypto,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** One page of the register. */
  async list({ sort, filter, ...page }: RequestsArgs): Promise<List<SubjectRequest>> {
    const where = new Conditions().add('r.region_id = ?', currentActor().regionId).add('r.kind = ?', filter?.kind).add('r.state = ?', filter?.state).add('r.subject_id = ?', filter?.subjectId);
    if (filter?.open) where.always(`r.state in (${openStates.map((state) => `'${state}'`).join(', ')})`);
    if (filter?.open === false) where.always(`r.state not in (${openStates.map((state) => `'${state}'`).join(', ')})`);
    const list = await readPage<SubjectRequest>(this.db, { select: columns, from: 'subject_request r', where: where.where, order: orders[sort], params: where.params }, page);
    return { ...list, items: list.items.map((row) => this.shown(row)) };
  }

  /** A request with the person behind it; the read of a name is audited. Refuses NOT_FOUND. */
  page(id: string): Promise<SubjectRequestPage> {
    return this.db.read(async (tx) => {
      await showRestricted(tx);
      const request = this.shown(await tx.one<SubjectRequest>(`select ${columns} from subject_request r where r.region_id = $1 and r.id = $2`, [tx.regionId, id]));
      const [erasure] = await tx.query<Erasure>(`select ${erasureColumns} from erasure e where e.region_id = $1 and e.request_id = $2 and e.state <> 'DISCARDED' order by e.created_at desc limit 1`, [tx.regionId, id]);
      const { receivedOn, extendedOn, state, subjectKind, subjectId } = request;
      const subject = subjectId === null ? null : { kind: subjectKind, id: subjectId };
      return {
        request,
        ...(await this.person(tx, request)),
        mayExtend: openStates.some((open) => open === state) && mayExtend({ receivedOn, extended: extendedOn !== null }, this.today()),
        disputed: subject?.kind === 'PUPIL' && (await isDisputed(tx, subject.id)),
        heldBack: subject && asksForCopy(request.kind) ? (await filesAbout(tx, subject)).flatMap(({ id: file, kind, since, heldBack }) => (heldBack ? [{ id: file, kind, since, heldBack }] : [])) : [],
        recipients: subject ? await this.recipients(tx, subject) : [],
        erasure: erasure ?? null,
      };
    });
  }

  /** The copy of the data made for a request, until it expires; the reading is audited. Refuses NOT_FOUND. */
  copy(id: string, form: CopyForm): Promise<StoredFile> {
    return this.db.write(async (tx) => {
      const { file } = await tx.one<{ file: string }>(
        `select f.id as file from subject_request r join file f on f.region_id = r.region_id and f.id = r.export_${form} where r.region_id = $1 and r.id = $2 and f.expires_at > $3`,
        [tx.regionId, id, this.clock.now()]);
      return this.files.open(tx, file);
    });
  }

  /** Who has been given data of a person: hosts of their placements, and the recipients that the purposes in use name. */
  async recipients(tx: Tx, { kind, id }: Subject): Promise<DataRecipient[]> {
    if (kind !== 'PUPIL') return [];
    const hosts = await tx.query<DataRecipient>(
      `select distinct o.id as "organisationId", o.name, 'PLACEMENT' as why from placement x join occurrence c on c.region_id = x.region_id and c.id = x.occurrence_id
          join activity a on a.region_id = c.region_id and a.id = c.activity_id join organisation o on o.region_id = a.region_id and o.id = a.organisation_id
        where x.region_id = $1 and x.pupil_id = $2 and x.state in ('PLACED', 'ACCEPTED', 'WITHDRAWN', 'LATE_WITHDRAWN', 'MOVED') order by o.name`, [tx.regionId, id]);
    const named = await tx.query<DataRecipient>(
      `select null as "organisationId", recipient as name, p.code as why from purpose p join app.consent_gate(p.code, array[$2::uuid]) g on g.answer = 'GIVEN', unnest(p.recipients) recipient
        where p.region_id = $1 order by p.code, recipient`, [tx.regionId, id]);
    return [...hosts, ...named];
  }

  private async person(tx: Tx, { id, subjectKind, subjectId, requester, signer, sealedNote }: SubjectRequest): Promise<Pick<SubjectRequestPage, 'subjectName' | 'note' | 'standing'>> {
    const unknown = { subjectName: null, note: null, standing: null };
    if (subjectId === null || !can(tx.actor.role, 'people.identify')) return unknown;
    const [key] = await tx.query<{ wrapped: Buffer }>('select wrapped from person_key where region_id = $1 and person_id = $2', [tx.regionId, subjectId]);
    const note = key && sealedNote ? this.crypto.openFields(key.wrapped, noteTable(id), subjectId, { note: sealedNote }).note : null;
    if (subjectKind === 'CONTACT') return { ...unknown, note, subjectName: (await tx.query<{ name: string }>('select name from contact where region_id = $1 and id = $2', [tx.regionId, subjectId]))[0]?.name ?? null };
    if (subjectKind !== 'PUPIL') return { ...unknown, note };
    const name = (await this.people.namesOf(tx, [subjectId])).get(subjectId);
    return { note, subjectName: [name?.firstName, name?.lastName].filter(Boolean).join(' ') || null, standing: await this.standing(tx, { requester, signer }, subjectId) };
  }

  /** Whether somebody may ask for a pupil today. */
  async standing(tx: Tx, { requester, signer }: { requester: Requester; signer: Signer | null }, pupilId: string): Promise<NonNullable<SubjectRequestPage['standing']>> {
    const birthDate = (await this.people.pupilsForConsent(tx, [pupilId])).get(pupilId)?.birthDate ?? null;
    return standingOf(requester, birthDate === null ? null : ageOn(birthDate, this.today()), (await isDisputed(tx, pupilId)) || (signer === 'GUARDIAN_2' && (await hasSoleCustody(tx, pupilId))));
  }

  private shown(row: SubjectRequest): SubjectRequest {
    const today = this.today();
    const expired = row.downloadUntil !== null && row.downloadUntil <= this.clock.now();
    return { ...row, urgency: urgencyOf(row.state, row.dueOn, today), daysLeft: row.endedOn === null ? daysUntil(today, row.dueOn) : null, downloadUntil: expired ? null : row.downloadUntil };
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** Whether guardians of a pupil stand against each other in a consent (DSR-7). */
const isDisputed = async (tx: Tx, pupilId: string): Promise<boolean> =>
  (await tx.query(`select 1 from consent_current where region_id = $1 and pupil_id = $2 and state = 'DISPUTED' limit 1`, [tx.regionId, pupilId])).length > 0;

/** Whether the first guardian alone has custody, so that a second one asking is for a person to judge. */
const hasSoleCustody = async (tx: Tx, pupilId: string): Promise<boolean> =>
  (await tx.query<{ kind: string }>('select kind from custody where region_id = $1 and pupil_id = $2 order by id desc limit 1', [tx.regionId, pupilId]))[0]?.kind === 'SOLE';
