import { IdField, IdsField, IntField, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

@ArgsType()
export class MediaArgs {
  @IdField() id!: string;
  @IntField(1, 2 ** 31 - 1) version!: number;
}

@ArgsType()
export class MediaShownArgs extends MediaArgs {
  @IdsField() pupilIds?: string[];
  @Field({ description: 'nobody can be recognised' }) @IsBoolean() nobody!: boolean;
}

/** Absent keeps. */
@InputType()
export class MediaPatch {
  @TextField(300, { absent: true }) caption?: string;
  @Field(() => [String], { nullable: true, description: 'printed matter it was given to' }) @IsOptional() @IsString({ each: true }) @MaxLength(200, { each: true }) @ArrayMaxSize(50) prints?: string[];
}
