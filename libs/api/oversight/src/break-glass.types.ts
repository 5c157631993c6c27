import type { BreakGlassReason, GlassState } from '@mintforge/domain/oversight';
import { Instant, ListOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Length } from 'class-validator';
import { BreakGlassReasons, GlassSort, GlassStates } from './oversight.enums';

/** An access in an emergency (Notfallzugriff) that a platform administrator asked for. */
@ObjectType()
export class BreakGlass {
  @Field(() => ID) id!: string;
  @Field(() => BreakGlassReasons) reason!: BreakGlassReason;
  @Field() explanation!: string;
  @Field() askedByName!: string;
  @Field(() => Instant) askedAt!: Date;
  @Field(() => String, { nullable: true }) decidedByName!: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt!: Date | null;
  @Field(() => Instant, { nullable: true }) endsAt!: Date | null;
  @Field(() => Instant, { nullable: true }) endedAt!: Date | null;
  @Field(() => GlassStates) state!: GlassState;
  @Field({ description: 'whether the acting user asked for it' }) mine!: boolean;
}

export const BreakGlassList = ListOf(BreakGlass, 'BreakGlassList');

@InputType()
export class BreakGlassInput {
  @OneOf(BreakGlassReasons) reason!: BreakGlassReason;
  @TextField(500, { description: 'what happened and what is to be looked at, without names of pupils' }) @Length(10, 500) explanation!: string;
}

@ArgsType()
export class BreakGlassesArgs extends PageArgs {
  @OneOf(GlassSort, { absent: true }) sort: keyof typeof GlassSort = 'ASKED_AT_DESC';
}
