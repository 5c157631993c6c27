import type { MergeChoice } from '@mintforge/domain/partners';
import { IdField, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { DuplicateVerdicts, MergeChoices } from '../partners.enums';

/** What is known while somebody is being entered. */
@InputType()
export class DuplicateCheckInput {
  @TextField(300) name!: string;
  @TextField(40, { optional: true }) officialKey?: string | null;
  @TextField(40, { optional: true }) officialNumber?: string | null;
  @TextField(20, { optional: true }) land?: string | null;
  @TextField(10, { optional: true }) postcode?: string | null;
  @TextField(254, { optional: true }) email?: string | null;
  @TextField(300, { optional: true }) website?: string | null;
}

@ArgsType()
export class DuplicatesArgs extends PageArgs {
  @OneOf(DuplicateVerdicts, { optional: true, description: 'CERTAIN or LIKELY; both if absent' }) verdict?: 'CERTAIN' | 'LIKELY';
  @IdField({ optional: true, description: 'Only pairs with this organisation' }) organisationId?: string;
}

/** For this field the survivor's or the absorbed one's value. */
@InputType()
export class MergeChoiceInput {
  @TextField(40) field!: string;
  @OneOf(MergeChoices) from!: MergeChoice;
}

@InputType()
export class MergeInput {
  @IdField() survivorId!: string;
  @IdField() absorbedId!: string;
  @Field(() => Int, { description: 'Version of the survivor as shown' }) @IsInt() survivorVersion!: number;
  @Field(() => Int) @IsInt() absorbedVersion!: number;
  @Field(() => [MergeChoiceInput], { nullable: true, description: 'Fields left out: the survivor, or the other if it has none; lists are joined' })
  @IsOptional()
  @ValidateNested({ each: true })
  @ArrayMaxSize(30)
  @Type(() => MergeChoiceInput)
  choices?: MergeChoiceInput[];
}
