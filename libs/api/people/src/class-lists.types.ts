import type { Topic } from '@mintforge/domain/partners';
import { rowDecisions, type ClassListProblem, type ClassListTarget, type GuardianSlot, type RowDecisionKind, type Verdict } from '@mintforge/domain/people';
import { IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { ClassListTargets, ClassListVerdicts, GuardianSlots, RowDecisions, Topics } from './people.enums';

/** Which column of a list fills which field. */
@ObjectType()
export class ClassListColumn {
  @Field(() => ClassListTargets) target!: ClassListTarget;
  @Field() column!: string;
}

@ObjectType()
class ClassListFieldProblem {
  @Field(() => ClassListTargets, { nullable: true }) field!: ClassListTarget | null;
  @Field(() => String) code!: ClassListProblem;
}

@ObjectType()
class ClassListWish {
  @Field(() => Int) rank!: number;
  @Field() text!: string;
}

/** A guardian as the list names them. */
@ObjectType()
class ListedGuardianInRow {
  @Field(() => GuardianSlots) slot!: GuardianSlot;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
}

/** A known pupil that a doubtful row may be: same school, same name. */
@ObjectType()
class ClassListCandidate {
  @Field(() => ID) pupilId!: string;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field({ description: 'false = no birth date is known; true = another one' }) hasBirthDate!: boolean;
}

/** A row as it stands in the file, and what an import would make of it. */
@ObjectType()
export class ClassListPreviewRow {
  @Field(() => Int, { description: 'as the spreadsheet counts' }) row!: number;
  @Field() firstName!: string;
  @Field() lastName!: string;
  @Field(() => String, { nullable: true }) birthDate!: string | null;
  @Field(() => Int, { nullable: true }) grade!: number | null;
  @Field(() => [Topics]) interests!: Topic[];
  @Field(() => [ClassListWish]) wishes!: ClassListWish[];
  @Field(() => [ListedGuardianInRow], { description: 'entered where the place is free' }) guardians!: ListedGuardianInRow[];
  @Field(() => ClassListVerdicts) verdict!: Verdict;
  @Field(() => String, { nullable: true, description: 'of the known pupil' }) pseudonym!: string | null;
  @Field(() => String, { nullable: true, description: 'the group the known pupil would leave' }) movesFrom!: string | null;
  @Field(() => [ClassListCandidate]) candidates!: ClassListCandidate[];
  @Field(() => Int, { nullable: true, description: 'an earlier row of the list with the same name' }) sameAsRow!: number | null;
  @Field(() => [ClassListFieldProblem], { description: 'why the row is refused' }) problems!: ClassListFieldProblem[];
  @Field(() => [ClassListFieldProblem], { description: 'what could not be read and is left out' }) notes!: ClassListFieldProblem[];
}

@ObjectType()
export class ClassListPreview {
  @Field(() => [String]) headers!: string[];
  @Field(() => [ClassListColumn], { description: 'the mapping the rows were read with: as given, else as suggested' }) mapping!: ClassListColumn[];
  @Field({ description: 'false = columns of names are not known yet, and there are no rows' }) readable!: boolean;
  @Field(() => [ClassListPreviewRow]) rows!: ClassListPreviewRow[];
}

/** Which pupil a row became; wishes of the row can be given to a round with it. */
@ObjectType()
class ClassListImportedRow {
  @Field(() => Int) row!: number;
  @Field(() => ID) pupilId!: string;
}

/** What an import did: created + moved + changed + unchanged + skipped + refused = rows of the list. */
@ObjectType()
export class ClassListResult {
  @Field(() => Int) created!: number;
  @Field(() => Int, { description: 'known pupils that came into the group' }) moved!: number;
  @Field(() => Int, { description: 'known pupils of the group with new particulars' }) changed!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int, { description: 'left out by decision' }) skipped!: number;
  @Field(() => Int, { description: 'not readable' }) refused!: number;
  @Field(() => [ClassListImportedRow]) rows!: ClassListImportedRow[];
}

@InputType()
export class ClassListColumnInput {
  @OneOf(ClassListTargets) target!: ClassListTarget;
  @Field() @IsString() @Length(1, 5000) column!: string;
}

@InputType()
export class ClassListDecisionInput {
  @IntField(1, 1_000_000) row!: number;
  @OneOf(RowDecisions, { description: `${rowDecisions.join(', ')}; SAME names one of the candidates` }) decision!: RowDecisionKind;
  @IdField({ optional: true }) pupilId?: string | null;
}

@ArgsType()
export class PreviewClassListArgs {
  @IdField() fileId!: string;
  @IdField() groupId!: string;
  @Field(() => [ClassListColumnInput], { nullable: true }) @IsOptional() @ValidateNested({ each: true }) @Type(() => ClassListColumnInput) @ArrayMaxSize(30) mapping?: ClassListColumnInput[] | null;
}

@ArgsType()
export class ImportClassListArgs {
  @IdField() fileId!: string;
  @IdField() groupId!: string;
  @Field(() => [ClassListColumnInput]) @ValidateNested({ each: true }) @Type(() => ClassListColumnInput) @ArrayMaxSize(30) mapping!: ClassListColumnInput[];
  @Field(() => [ClassListDecisionInput], { defaultValue: [] }) @ValidateNested({ each: true }) @Type(() => ClassListDecisionInput) @ArrayMaxSize(500) decisions!: ClassListDecisionInput[];
  @TextField(100) idempotencyKey!: string;
}
