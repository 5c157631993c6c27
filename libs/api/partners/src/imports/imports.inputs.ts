import type { ImportKind, ImportState, PlanAction } from '@mintforge/domain/partners';
import { enumOf, IdField, IdsField, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { ImportKinds, ImportStates, RowVerdicts } from '../partners.enums';

const ImportSort = enumOf('ImportSort', ['CREATED_AT_DESC', 'CREATED_AT_ASC']);

/** This column fills this field. */
@InputType()
export class ColumnInput {
  @TextField(40) target!: string;
  @TextField(5000) column!: string;
}

@InputType()
export class ImportFilter {
  @IdsField() ids?: string[];
  @OneOf(ImportKinds, { optional: true }) kind?: ImportKind;
  @OneOf(ImportStates, { optional: true }) state?: ImportState;
}

@ArgsType()
export class ImportsArgs extends PageArgs {
  @Field(() => ImportSort, { defaultValue: 'CREATED_AT_DESC' }) @IsEnum(ImportSort) sort!: string;
  @Field(() => ImportFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ImportFilter) filter?: ImportFilter;
}

@InputType()
export class ImportRowFilter {
  @OneOf(RowVerdicts, { optional: true }) verdict?: PlanAction;
  @TextField(40, { optional: true, description: 'Rows with this reason or flag' }) code?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() flagged?: boolean;
  @TextField(120, { optional: true }) q?: string;
}

@ArgsType()
export class ImportRowsArgs extends PageArgs {
  @IdField() importId!: string;
  @Field(() => ImportRowFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ImportRowFilter) filter?: ImportRowFilter;
}
