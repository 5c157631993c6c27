import { EditableEntity, enumOf, Instant, TenantEntity } from '@mintforge/platform';
import { placementStates, type PlacementStatus, type RoundSettings } from '@mintforge/domain/matching';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { RoundSettingsType } from './rounds/settings.types';

export enum RoundUnit { PUPILS = 'PUPILS', GROUPS = 'GROUPS', MENTORING = 'MENTORING', NEEDS = 'NEEDS' }
export enum RoundState { OPEN = 'OPEN', PUBLISHED = 'PUBLISHED', CLOSED = 'CLOSED' }
export enum RunState { RUNNING = 'RUNNING', DONE = 'DONE', FAILED = 'FAILED', CANCELLED = 'CANCELLED', PUBLISHED = 'PUBLISHED' }
export enum PinKind { PIN = 'PIN', VETO = 'VETO' }
export const PlacementStates = enumOf('PlacementState', placementStates);
registerEnumType(RoundUnit, { name: 'RoundUnit' });
registerEnumType(RoundState, { name: 'RoundState' });
registerEnumType(RunState, { name: 'RunState' });
registerEnumType(PinKind, { name: 'PinKind' });

/** Vergaberunde: chosen occurrences and participants, settings and a deadline; published once. */
@ObjectType()
@Entity('round')
export class Round extends EditableEntity {
  @Field() @Column('text') title!: string;
  @Field(() => RoundUnit) @Column('text') unit!: RoundUnit;
  @Field(() => RoundState) @Column('text', { default: 'OPEN' }) state!: RoundState;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { nullable: true }) deadline!: Date | null;
  @Field(() => RoundSettingsType) @Column('jsonb') settings!: RoundSettings;
  @Column('jsonb', { default: '{}' }) pairing!: object;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'published_run_id', nullable: true }) publishedRunId!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'the round this second call follows' }) @Column('uuid', { name: 'follows_round_id', nullable: true }) followsRoundId!: string | null;
}

/** Who takes part in a round: a pupil by name, or a group by head count. */
@Entity('participant')
export class Participant extends TenantEntity {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('uuid', { name: 'pupil_id', nullable: true }) pupilId!: string | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('uuid', { name: 'class_id', nullable: true }) classId!: string | null;
}

/** A pair the office fixed (PIN) or forbade (VETO), with a note why. */
@ObjectType()
@Entity('pin')
export class Pin extends TenantEntity {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Field(() => ID) @Column('uuid', { name: 'participant_id' }) participantId!: string;
  @Field(() => ID) @Column('uuid', { name: 'occurrence_id' }) occurrenceId!: string;
  @Field(() => PinKind) @Column('text') kind!: PinKind;
  @Field() @Column('text') note!: string;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
}

/** Figures of an outcome; shares 0..1 of all participants, ranks of each one's best place. */
@ObjectType()
export class RunFigures {
  @Field(() => Int) pupils!: number;
  @Field(() => Int) placed!: number;
  @Field(() => Int) unplaced!: number;
  @Field(() => Int) places!: number;
  @Field(() => Int) seatsTaken!: number;
  @Field(() => [Int], { description: 'participants whose best place is their 1st, 2nd, … wish' }) byRank!: number[];
  @Field(() => Int) outsideWishes!: number;
  @Field(() => Float) firstWishShare!: number;
  @Field(() => Float) topThreeShare!: number;
  @Field(() => Float, { nullable: true }) meanRank!: number | null;
  @Field(() => Int) closed!: number;
  @Field(() => Int, { description: 'seats guaranteed to holders of a trait' }) seatsGuaranteed!: number;
  @Field(() => Int, { description: 'how many of these holders fill' }) guaranteesMet!: number;
}

/** Matching-Lauf: dry until it is published; repeatable to the bit from input, seed and settings. */
@ObjectType()
@Entity('run')
export class Run extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Field(() => Int) @Column('int') number!: number;
  @Field(() => RunState) @Column('text') state!: RunState;
  @Field() @Column('text') seed!: string;
  @Field(() => RoundSettingsType) @Column('jsonb') settings!: RoundSettings;
  @Field(() => String, { nullable: true }) @Column('text', { name: 'input_hash', nullable: true }) inputHash!: string | null;
  @Field(() => RunFigures, { nullable: true }) @Column('jsonb', { nullable: true }) figures!: RunFigures | null;
  @Column('jsonb', { name: 'left_out', default: '[]' }) leftOut!: { participantId: string; code: string }[];
  @Field(() => String, { nullable: true, description: 'JSON {code, params} of the refusal that ended it' }) @Column('jsonb', { nullable: true }) error!: unknown;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'job_id', nullable: true }) jobId!: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** Zuteilung: a seat given to a pupil or group; a withdrawal frees it and stays on record. */
@ObjectType()
@Entity('placement')
export class Placement extends EditableEntity {
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'round_id', nullable: true }) roundId!: string | null;
  @Column('uuid', { name: 'run_id', nullable: true }) runId!: string | null;
  @Field(() => ID) @Column('uuid', { name: 'occurrence_id' }) occurrenceId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'pupil_id', nullable: true }) pupilId!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Field(() => Int) @Column('int', { default: 1 }) seats!: number;
  @Field(() => Int, { nullable: true }) @Column('smallint', { nullable: true }) rank!: number | null;
  @Field(() => PlacementStates) @Column('text', { default: 'PLACED' }) state!: PlacementStatus;
  @Field(() => String, { nullable: true }) @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
  @Field(() => Instant, { nullable: true, description: 'until when an offered seat must be accepted' }) @Column('timestamptz', { name: 'accept_by', nullable: true }) acceptBy!: Date | null;
  @Column('uuid', { name: 'freed_by', nullable: true }) freedBy!: string | null;
  @Column('uuid', { name: 'moved_from', nullable: true }) movedFrom!: string | null;
}
