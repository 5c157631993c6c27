import type { DuplicateReasonCode, DuplicateVerdict } from '@mintforge/domain/partners';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Organisation } from '../organisations/organisations.entities';
import { DuplicateReasonCodes, DuplicateVerdicts } from '../partners.enums';

/** One sign that two entries are, or are not, the same organisation. */
@ObjectType()
export class DuplicateSign {
  @Field(() => DuplicateReasonCodes) code!: DuplicateReasonCode;
  @Field(() => Float, { nullable: true, description: 'Likeness of the names, 0 to 1' }) value!: number | null;
}

/** Two entries that may be the same organisation. */
@ObjectType()
export class DuplicatePair {
  @Field(() => ID) id!: string;
  @Field(() => Organisation) first!: Organisation;
  @Field(() => Organisation) second!: Organisation;
  @Field(() => DuplicateVerdicts) verdict!: DuplicateVerdict;
  @Field(() => Float) score!: number;
  @Field(() => [DuplicateSign]) reasons!: DuplicateSign[];
}

/** A known organisation that what is being entered may be. */
@ObjectType()
export class DuplicateHint {
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => DuplicateVerdicts) verdict!: DuplicateVerdict;
  @Field(() => Float) score!: number;
  @Field(() => [DuplicateSign]) reasons!: DuplicateSign[];
}
