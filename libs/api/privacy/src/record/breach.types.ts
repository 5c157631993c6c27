import { breachRisks, breachSources, type AffectedCount, type BreachRisk, type BreachSource, type HeldClass, type RequestSubject } from '@mintforge/domain/privacy';
import { enumOf, IdField, Instant, InstantField, ListOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsOptional, Matches, ValidateNested } from 'class-validator';
import { DataClasses } from './record.types';
import { RequestSubjects } from '../requests/requests.enums';

const BreachSources = enumOf('BreachSource', breachSources);
const BreachRisks = enumOf('BreachRisk', breachRisks);

/** What is known of a breach (Datenpanne). */
@InputType()
export class BreachInput {
  @OneOf(BreachSources, { description: 'AUDIT = through the platform, by what the trail tells; STORED = a copy of what is stored' }) source!: BreachSource;
  @InstantField({ description: 'when we became aware of it' }) awareAt!: Date;
  @InstantField({ optional: true, description: 'of AUDIT: acts from here on' }) from?: Date | null;
  @InstantField({ optional: true, description: 'of AUDIT: acts before here' }) to?: Date | null;
  @IdField({ optional: true, description: 'of AUDIT: whose account' }) actorId?: string | null;
  @Field(() => [String], { nullable: true, description: 'tables of the data map; none = all' }) @IsOptional() @Matches(/^[a-z_]{1,60}$/, { each: true }) @ArrayMaxSize(100) @ArrayUnique() tables?: string[] | null;
  @IdField({ optional: true, description: 'only people of this school or host' }) organisationId?: string | null;
  @IdField({ optional: true, description: 'only people of this group' }) groupId?: string | null;
  @Field({ description: 'of STORED: whether the keys got away, too' }) @IsBoolean() withKeys!: boolean;
}

@ArgsType()
export class BreachArgs {
  @Field(() => BreachInput) @ValidateNested() @Type(() => BreachInput) input!: BreachInput;
}

@ArgsType()
export class BreachPeopleArgs extends PageArgs {
  @Field(() => BreachInput) @ValidateNested() @Type(() => BreachInput) input!: BreachInput;
}

@ArgsType()
export class BreachContactsArgs extends BreachPeopleArgs {
  @TextField(200, { description: 'why they are looked up; it stands in the audit trail' }) reason!: string;
}

@ObjectType()
class AffectedByClass {
  @Field(() => DataClasses) dataClass!: HeldClass;
  @Field(() => Int) people!: number;
}

@ObjectType('AffectedCount')
class AffectedCountType implements AffectedCount {
  @Field(() => RequestSubjects) kind!: RequestSubject;
  @Field(() => Int) people!: number;
  @Field(() => [AffectedByClass], { description: 'everybody once, by the highest class' }) byClass!: AffectedByClass[];
}

/** What a breach means: who is affected, who must be told, by when. */
@ObjectType()
export class Breach {
  @Field(() => Instant, { description: 'by when the authority must know (Art. 33 GDPR)' }) deadline!: Date;
  @Field(() => BreachRisks, { description: 'HIGH = the people must be told, too (Art. 34 GDPR)' }) risk!: BreachRisk;
  @Field(() => [AffectedCountType]) affected!: AffectedCount[];
  @Field(() => Int, { description: 'rows that acts of before the trail kept every id count without naming them' }) notListed!: number;
}

/** A person affected by a breach, by a pseudonym. */
@ObjectType()
export class BreachPerson {
  @Field(() => ID) id!: string;
  @Field(() => RequestSubjects) kind!: RequestSubject;
  @Field() pseudonym!: string;
  @Field(() => [DataClasses]) classes!: HeldClass[];
}

/** How an affected person is reached; null where that is not known or no longer readable. */
@ObjectType()
export class BreachContact {
  @Field(() => ID) id!: string;
  @Field(() => RequestSubjects) kind!: RequestSubject;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => [String], { description: 'addresses and numbers' }) contacts!: string[];
}

export const BreachPeople = ListOf(BreachPerson, 'BreachPersonList');
export const BreachContacts = ListOf(BreachContact, 'BreachContactList');
