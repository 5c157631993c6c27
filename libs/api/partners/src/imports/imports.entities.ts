import type { ColumnMapping } from '@mintforge/domain/imports';
import type { FindingCode, FindingParams, ImportKind, ImportState, PlanAction } from '@mintforge/domain/partners';
import { EditableEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { ImportKinds, ImportStates, RowVerdicts } from '../partners.enums';

/** How many rows have one verdict for one reason, or one flag. */
@ObjectType()
export class FindingCount {
  @Field(() => String) code!: FindingCode;
  @Field(() => RowVerdicts, { nullable: true, description: 'Of a reason; flags have none' }) verdict!: PlanAction | null;
  @Field(() => Int) count!: number;
}

/** What an import does, in numbers that add up: create + update + skip + refuse = rows. */
@ObjectType()
export class ImportCounts {
  @Field(() => Int) rows!: number;
  @Field(() => Int) create!: number;
  @Field(() => Int) update!: number;
  @Field(() => Int) skip!: number;
  @Field(() => Int) refuse!: number;
  @Field(() => Int, { description: 'Rows with at least one flag' }) flagged!: number;
  @Field(() => Int, { description: 'Organisations that are new' }) organisations!: number;
  @Field(() => Int, { description: 'Partnerships that are new' }) partnerships!: number;
  @Field(() => Int, { description: 'Other spellings kept as names' }) aliases!: number;
  @Field(() => [FindingCount], { description: 'Why rows are skipped or refused' }) reasons!: FindingCount[];
  @Field(() => [FindingCount], { description: 'What is doubtful; a row may have several' }) flags!: FindingCount[];
}

/** Import of a list: uploaded, mapped, previewed, committed as a whole, undone as a whole. */
@ObjectType()
@Entity('import')
export class Import extends EditableEntity {
  @Field(() => ImportKinds) @Column('text') kind!: ImportKind;
  @Field(() => ImportStates) @Column('text') state!: ImportState;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Field() @Column('text', { name: 'file_name' }) fileName!: string;
  @Field(() => [String]) @Column('text', { array: true }) headers!: string[];
  @Field(() => [[String]], { description: 'The first rows as they stand in the file' }) @Column('jsonb') samples!: string[][];
  @Field(() => Int) @Column('int', { name: 'row_count' }) rowCount!: number;
  @Column('jsonb') mapping!: ColumnMapping;
  @Column('jsonb') confidence!: Record<string, number>;
  @Field({ description: 'The mapping was used before for the same headers' }) @Column('boolean') remembered!: boolean;
  @Field(() => ImportCounts, { nullable: true, description: 'Of the last preview' }) @Column('jsonb', { nullable: true }) counts!: ImportCounts | null;
  @Column('text', { name: 'plan_hash', nullable: true }) planHash!: string | null;
  @Field(() => ID, { nullable: true, description: 'The last job (preview or commit): its progress is job(id)' }) @Column('uuid', { name: 'job_id', nullable: true }) jobId!: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Field(() => String, { nullable: true }) createdByName?: string | null;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { name: 'committed_at', nullable: true }) committedAt!: Date | null;
  @Field(() => Date, { nullable: true }) @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
}

/** Which column fills which field of an import. */
@ObjectType()
export class ImportTargetColumn {
  @Field() target!: string;
  @Field() required!: boolean;
  @Field(() => String, { nullable: true }) column!: string | null;
  @Field(() => Number, { nullable: true, description: '0 to 1; how sure the suggestion is' }) confidence!: number | null;
}

/** Something an import has to say about a row: the reason of its verdict, a change it makes, or a flag. */
export interface Finding {
  code: FindingCode;
  params: FindingParams;
  about: 'REASON' | 'CHANGE' | 'FLAG';
}

@ObjectType()
export class ImportFinding {
  @Field(() => String) code!: FindingCode;
  @Field({ description: 'REASON, CHANGE or FLAG' }) about!: string;
  @Field({ description: 'In the language of the request' }) text!: string;
}

/** A row of the file and what the import does with it. */
@ObjectType()
export class ImportRow {
  @Field(() => Int, { description: 'As a spreadsheet counts' }) number!: number;
  @Field(() => RowVerdicts) verdict!: PlanAction;
  @Field() title!: string;
  @Field(() => [String]) cells!: string[];
  @Field(() => [ImportFinding]) findings!: ImportFinding[];
  @Field(() => ID, { nullable: true, description: 'The organisation it concerns' }) targetId!: string | null;
}
