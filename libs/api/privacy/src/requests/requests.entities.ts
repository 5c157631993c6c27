import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import type { ErasureGround, ExtensionReason, IdentityCheck, RequestChannel, Requester, RequestKind, RequestRefusal, RequestState, RequestSubject, RetentionClass } from '@mintforge/domain/privacy';
import { EditableEntity, Instant, TenantEntity, type FileKind } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { HoldBack } from './access-files';
import { ErasureGrounds, ErasureStates, ExtensionReasons, IdentityChecks, LimitStates, RefusalReasons, RequestChannels, Requesters, RequestKinds, RequestStandings, RequestStates, RequestSubjects, RequestUrgencies, Signers } from './requests.enums';

/** A request of a person whose data we hold (Betroffenenanfrage). */
@ObjectType()
@Entity('subject_request')
export class SubjectRequest extends EditableEntity {
  @Field(() => RequestKinds) @Column('text') kind!: RequestKind;
  @Field(() => RequestSubjects, { description: 'whose data it is about' }) @Column('text', { name: 'subject_kind' }) subjectKind!: RequestSubject;
  @Field(() => ID, { nullable: true, description: 'null while we do not know who it is' }) @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Field(() => String, { nullable: true, description: 'of a pupil' }) @Column('text', { nullable: true }) pseudonym!: string | null;
  @Field(() => Requesters) @Column('text') requester!: Requester;
  @Field(() => RequestChannels) @Column('text') channel!: RequestChannel;
  @Field(() => Signers, { nullable: true, description: 'whose link it was asked by; null = the office entered it' }) @Column('text', { nullable: true }) signer!: Signer | null;
  @Field(() => String, { nullable: true, description: 'of the page it was asked on, e.g. de-plain' }) @Column('text', { nullable: true }) language!: string | null;
  @Field(() => [String], { description: 'codes of the purposes objected to' }) @Column('text', { array: true }) purposes!: string[];
  @Column('bytea', { name: 'note', nullable: true }) sealedNote!: Buffer | null;
  @Field(() => String) @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Field(() => String, { description: 'the last day for the answer' }) @Column('date', { name: 'due_on' }) dueOn!: string;
  @Field(() => String, { nullable: true }) @Column('date', { name: 'extended_on', nullable: true }) extendedOn!: string | null;
  @Field(() => ExtensionReasons, { nullable: true }) @Column('text', { name: 'extension_reason', nullable: true }) extensionReason!: ExtensionReason | null;
  @Field(() => Int, { description: 'given to the office so far' }) @Column('smallint') reminders!: number;
  @Field(() => IdentityChecks, { nullable: true }) @Column('text', { name: 'identity_check', nullable: true }) identityCheck!: IdentityCheck | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'identified_by', nullable: true }) identifiedBy!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'identified_at', nullable: true }) identifiedAt!: Date | null;
  @Field(() => RequestStates) @Column('text') state!: RequestState;
  @Field(() => RefusalReasons, { nullable: true }) @Column('text', { name: 'refusal_reason', nullable: true }) refusalReason!: RequestRefusal | null;
  @Field(() => String, { nullable: true }) @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  @Field(() => LimitStates, { nullable: true, description: 'of a restriction or an objection: whether it closes the use of the data' }) @Column('text', { name: 'limit_state', nullable: true }) limitState!: keyof typeof LimitStates | null;
  @Field(() => String, { nullable: true, description: 'the day on which the person was told that the limit ends' }) @Column('date', { name: 'limit_told_on', nullable: true }) limitToldOn!: string | null;
  @Column('uuid', { name: 'export_json', nullable: true }) exportJson!: string | null;
  @Column('uuid', { name: 'export_pdf', nullable: true }) exportPdf!: string | null;
  @Column('uuid', { name: 'export_zip', nullable: true }) exportZip!: string | null;
  @Field(() => Instant, { nullable: true, description: 'when the last copy of the data was made' }) @Column('timestamptz', { name: 'exported_at', nullable: true }) exportedAt!: Date | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Field(() => Instant, { nullable: true, description: 'until when that copy can be fetched; null = no longer' }) downloadUntil!: Date | null;
  @Field(() => RequestUrgencies) urgency!: keyof typeof RequestUrgencies;
  @Field(() => Int, { nullable: true, description: 'days left for the answer, negative when overdue; null when ended' }) daysLeft!: number | null;
}

/** How many rows of a table go or stay, and why. */
@ObjectType()
export class ErasureLine {
  @Field() table!: string;
  @Field(() => Int) rows!: number;
  @Field(() => String, { description: 'DELETE, CLEAR or KEEP' }) act!: 'DELETE' | 'CLEAR' | 'KEEP';
  @Field(() => String, { nullable: true, description: 'lawful reason of what stays' }) because!: string | null;
  @Field(() => String, { description: 'retention class, which ends what stays' }) retention!: RetentionClass;
  @Field(() => String, { nullable: true, description: 'of what stays: the day on which its period is over, if it begins today; null where the region has no rule' }) until!: string | null;
}

/** An erasure: proposed by one person, executed by another. */
@ObjectType()
@Entity('erasure')
export class Erasure extends TenantEntity {
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'request_id', nullable: true }) requestId!: string | null;
  @Field(() => RequestSubjects) @Column('text', { name: 'subject_kind' }) subjectKind!: Exclude<RequestSubject, 'USER'>;
  @Field(() => ID) @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Field(() => ErasureGrounds) @Column('text') ground!: ErasureGround;
  @Field(() => ErasureStates) @Column('text') state!: keyof typeof ErasureStates;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'executed_by', nullable: true }) executedBy!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'executed_at', nullable: true }) executedAt!: Date | null;
  @Field(() => Instant, { nullable: true, description: 'when it was done again after a restore' }) @Column('timestamptz', { name: 'replayed_at', nullable: true }) replayedAt!: Date | null;
  @Field(() => [ErasureLine]) @Column('jsonb') removed!: ErasureLine[];
  @Field(() => [ErasureLine]) @Column('jsonb') kept!: ErasureLine[];
}

/** A recipient of a person's data: a host, or a purpose's named recipients. */
@ObjectType()
export class DataRecipient {
  @Field(() => ID, { nullable: true, description: 'of the organisation, if it is one of ours' }) organisationId!: string | null;
  @Field() name!: string;
  @Field(() => String, { description: 'PLACEMENT or a purpose code' }) why!: 'PLACEMENT' | PurposeCode;
}

/** A file about the person that their copy names and does not hold, until somebody has looked at it. */
@ObjectType()
export class HeldBackFile {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'SCAN, MEDIA …' }) kind!: FileKind;
  @Field(() => String) since!: string;
  @Field(() => String, { description: 'SHOWS_OTHERS or TOO_LARGE' }) heldBack!: HoldBack;
}

/** A request as its own page shows it: with the person behind it, as far as the reader may know them. */
@ObjectType()
export class SubjectRequestPage {
  @Field(() => SubjectRequest) request!: SubjectRequest;
  @Field(() => String, { nullable: true, description: 'null for who may not identify people' }) subjectName!: string | null;
  @Field(() => String, { nullable: true, description: 'what was asked in particular; null for who may not identify people' }) note!: string | null;
  @Field(() => RequestStandings, { nullable: true, description: 'whether who asks may ask for this pupil' }) standing!: keyof typeof RequestStandings | null;
  @Field({ description: 'guardians of this pupil disagree about a consent, so that one of them asking is for a person to judge' }) disputed!: boolean;
  @Field(() => Boolean, { description: 'whether the two further months may still be taken' }) mayExtend!: boolean;
  @Field(() => [HeldBackFile], { description: 'of a request for a copy: what is not in it, as far as the reader may know files' }) heldBack!: HeldBackFile[];
  @Field(() => [DataRecipient]) recipients!: DataRecipient[];
  @Field(() => Erasure, { nullable: true, description: 'proposed or executed' }) erasure!: Erasure | null;
}
