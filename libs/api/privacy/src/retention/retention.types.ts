import { Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RetentionRule } from './retention.entities';

/** One kind of row of a class: how many are past their end today and will be, and what the rounds did. */
@ObjectType()
export class RetentionKind {
  @Field({ description: 'a table, or what of it ends' }) what!: string;
  @Field(() => Int) due!: number;
  @Field(() => Int, { description: 'past their end, kept by a hold or a restriction' }) held!: number;
  @Field(() => Int) in30!: number;
  @Field(() => Int) in90!: number;
  @Field(() => Int, { description: 'by the end of the day asked for' }) until!: number;
  @Field(() => String, { nullable: true, description: 'the next day after today on which something ends' }) nextEnd!: string | null;
}

/** How a class of data is kept: its rule, the signature under its execution, and what would end. */
@ObjectType()
export class RetentionClassReport {
  @Field() retentionClass!: string;
  @Field(() => RetentionRule) rule!: RetentionRule;
  @Field(() => RetentionRule, { nullable: true, description: 'waits for a second person' }) proposed!: RetentionRule | null;
  @Field(() => Instant, { nullable: true, description: 'null = the region has not signed: nothing ends' }) signedAt!: Date | null;
  @Field(() => String, { nullable: true }) signedByName!: string | null;
  @Field(() => [RetentionKind], { description: 'none where no table holds data of the class' }) kinds!: RetentionKind[];
}

/** What the round of a night did with one kind of row. */
@ObjectType()
export class RetentionResult {
  @Field(() => ID) id!: string;
  @Field(() => String) day!: string;
  @Field() retentionClass!: string;
  @Field() what!: string;
  @Field({ description: 'false = counted only, as the region has not signed' }) executed!: boolean;
  @Field(() => Int) ended!: number;
  @Field(() => Int) held!: number;
  @Field(() => Int) waiting!: number;
}
