import type { PlacementStatus } from '@mintforge/domain/matching';
import { Instant, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsDate, IsEnum, IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PlacementStates, RoundState, RoundUnit } from './matching.entities';
import { RoundSettingsInput } from './rounds/settings.types';

export enum RoundSort { CREATED_AT_DESC = 'CREATED_AT_DESC', CREATED_AT_ASC = 'CREATED_AT_ASC', TITLE_ASC = 'TITLE_ASC', TITLE_DESC = 'TITLE_DESC', DEADLINE_ASC = 'DEADLINE_ASC', DEADLINE_DESC = 'DEADLINE_DESC' }
export enum PlacementSort { CREATED_AT_DESC = 'CREATED_AT_DESC', CREATED_AT_ASC = 'CREATED_AT_ASC', STARTS_AT_ASC = 'STARTS_AT_ASC', STARTS_AT_DESC = 'STARTS_AT_DESC' }
registerEnumType(RoundSort, { name: 'RoundSort' });
registerEnumType(PlacementSort, { name: 'PlacementSort' });

@InputType()
export class RoundInput {
  @TextField(200) title!: string;
  @Field(() => RoundUnit, { defaultValue: RoundUnit.PUPILS }) @IsEnum(RoundUnit) unit!: RoundUnit;
  @Field(() => Instant, { nullable: true }) @IsOptional() @IsDate() deadline?: Date | null;
  @Field(() => RoundSettingsInput) @ValidateNested() @Type(() => RoundSettingsInput) settings!: RoundSettingsInput;
}

/** The unit stays as it was made: participants of one kind cannot become the other. */
@InputType()
export class RoundPatch extends PartialType(OmitType(RoundInput, ['unit'])) {}

@InputType()
export class RoundFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) ids?: string[];
  @TextField(100, { optional: true }) q?: string | null;
  @Field(() => RoundState, { nullable: true }) @IsOptional() @IsEnum(RoundState) state?: RoundState;
}

@InputType()
export class ParticipantFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) ids?: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() groupId?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() withoutWishes?: boolean;
  @TextField(100, { optional: true, description: 'part of a pseudonym or group name' }) q?: string | null;
}

@InputType()
export class ResultFilter {
  @TextField(100, { optional: true, description: 'part of a pseudonym, group name or school' }) q?: string | null;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() placed?: boolean;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() participantId?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() occurrenceId?: string;
  @Field(() => Int, { nullable: true, description: 'rank of the best wish fulfilled' }) @IsOptional() @IsInt() rank?: number;
}

@InputType()
export class PlacementFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) ids?: string[];
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() roundId?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() occurrenceId?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() pupilId?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() groupId?: string;
  @OneOf(PlacementStates, { optional: true }) state?: PlacementStatus;
}

@InputType()
export class NewParticipants {
  @Field(() => [ID], { defaultValue: [], description: 'in a round of pupils: every pupil of these groups; in a round of groups: the groups' })
  @IsUUID('all', { each: true }) @ArrayMaxSize(500) groupIds!: string[];
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(5000) pupilIds!: string[];
}

@ArgsType()
export class RoundsArgs extends PageArgs {
  @Field(() => RoundSort, { defaultValue: RoundSort.CREATED_AT_DESC }) @IsEnum(RoundSort) sort!: RoundSort;
  @Field(() => RoundFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => RoundFilter) filter?: RoundFilter;
}

@ArgsType()
export class ParticipantsArgs extends PageArgs {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => ParticipantFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ParticipantFilter) filter?: ParticipantFilter;
}

@ArgsType()
export class ResultsArgs extends PageArgs {
  @Field(() => ID) @IsUUID() runId!: string;
  @Field(() => ResultFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ResultFilter) filter?: ResultFilter;
}

@ArgsType()
export class PlacementsArgs extends PageArgs {
  @Field(() => PlacementSort, { defaultValue: PlacementSort.CREATED_AT_DESC }) @IsEnum(PlacementSort) sort!: PlacementSort;
  @Field(() => PlacementFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => PlacementFilter) filter?: PlacementFilter;
}
