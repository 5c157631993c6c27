import { defaultSettings, maxAcceptanceDays, maxLateDays, maxPlaces, maxReach, maxSeedLength, maxSeedSourceLength, mechanisms, objectives, reachMeasures, refills, type ReachMeasure, type ReachRule, type Refill, type RoundMechanism, type RoundObjective, type RoundRules, type RoundSettings } from '@mintforge/domain/matching';
import { enumOf, OneOf, TextField } from '@mintforge/platform';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';

export const RoundMechanisms = enumOf('RoundMechanism', mechanisms);
export const RoundObjectives = enumOf('RoundObjective', objectives);
export const Refills = enumOf('Refill', refills);
export const ReachMeasures = enumOf('ReachMeasure', reachMeasures);

@ObjectType('ReachRule')
export class ReachRuleType implements ReachRule {
  @Field(() => ReachMeasures) by!: ReachMeasure;
  @Field(() => Int, { description: 'kilometres or minutes, one way' }) most!: number;
}

@ObjectType('RoundRules')
export class RoundRulesType implements RoundRules {
  @Field() consent!: boolean;
  @Field() workingTime!: boolean;
  @Field(() => ReachRuleType, { nullable: true, description: 'null = anywhere' }) reach!: ReachRuleType | null;
  @Field() provisions!: boolean;
  @Field() hostReadiness!: boolean;
  @Field() onceOnly!: boolean;
}

@ObjectType('RoundSettings')
export class RoundSettingsType implements RoundSettings {
  @Field() seed!: string;
  @Field({ description: 'where the seed comes from, e.g. a public beacon' }) seedSource!: string;
  @Field(() => Int) placesPerParticipant!: number;
  @Field() usePriorities!: boolean;
  @Field() useReserves!: boolean;
  @Field() closeBelowMinimum!: boolean;
  @Field(() => RoundMechanisms) mechanism!: RoundMechanism;
  @Field(() => RoundObjectives, { nullable: true }) objective!: RoundObjective | null;
  @Field(() => Int, { description: '0 = placements need no acceptance' }) acceptanceDays!: number;
  @Field(() => Refills) refill!: Refill;
  @Field(() => Int, { description: 'a withdrawal with fewer days left counts as late' }) lateDays!: number;
  @Field(() => RoundRulesType) rules!: RoundRulesType;
}

@InputType()
export class ReachRuleInput implements ReachRule {
  @OneOf(ReachMeasures) by!: ReachMeasure;
  @Field(() => Int) @IsInt() @Min(1) @Max(Math.max(...Object.values(maxReach))) most!: number;
}

const { rules, ...usual } = defaultSettings;

@InputType()
export class RoundRulesInput implements RoundRules {
  @Field({ defaultValue: rules.consent }) @IsBoolean() consent!: boolean;
  @Field({ defaultValue: rules.workingTime }) @IsBoolean() workingTime!: boolean;
  @Field(() => ReachRuleInput, { nullable: true, defaultValue: rules.reach }) @IsOptional() @ValidateNested() @Type(() => ReachRuleInput) reach!: ReachRuleInput | null;
  @Field({ defaultValue: rules.provisions }) @IsBoolean() provisions!: boolean;
  @Field({ defaultValue: rules.hostReadiness }) @IsBoolean() hostReadiness!: boolean;
  @Field({ defaultValue: rules.onceOnly }) @IsBoolean() onceOnly!: boolean;
}

@InputType()
export class RoundSettingsInput implements RoundSettings {
  @TextField(maxSeedLength) seed!: string;
  @Field({ defaultValue: usual.seedSource }) @IsString() @MaxLength(maxSeedSourceLength) seedSource!: string;
  @Field(() => Int, { defaultValue: usual.placesPerParticipant }) @IsInt() @Min(1) @Max(maxPlaces) placesPerParticipant!: number;
  @Field({ defaultValue: usual.usePriorities }) @IsBoolean() usePriorities!: boolean;
  @Field({ defaultValue: usual.useReserves }) @IsBoolean() useReserves!: boolean;
  @Field({ defaultValue: usual.closeBelowMinimum }) @IsBoolean() closeBelowMinimum!: boolean;
  @Field(() => RoundMechanisms, { defaultValue: usual.mechanism }) @IsIn(mechanisms) mechanism!: RoundMechanism;
  @Field(() => RoundObjectives, { nullable: true, defaultValue: usual.objective }) @IsOptional() @IsIn(objectives) objective!: RoundObjective | null;
  @Field(() => Int, { defaultValue: usual.acceptanceDays }) @IsInt() @Min(0) @Max(maxAcceptanceDays) acceptanceDays!: number;
  @Field(() => Refills, { defaultValue: usual.refill }) @IsIn(refills) refill!: Refill;
  @Field(() => Int, { defaultValue: usual.lateDays }) @IsInt() @Min(0) @Max(maxLateDays) lateDays!: number;
  @Field(() => RoundRulesInput, { defaultValue: rules }) @ValidateNested() @Type(() => RoundRulesInput) rules!: RoundRulesInput;
}
