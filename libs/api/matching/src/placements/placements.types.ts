import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ComparedPlace } from '../matching.types';

/** One step of a chain: somebody gets a seat that is free, and leaves another for it or comes from the waiting list. */
@ObjectType()
export class MoveUp {
  @Field(() => ID) participantId!: string;
  @Field({ description: 'pseudonym of the pupil, or name of the group' }) label!: string;
  @Field() school!: string;
  @Field(() => ComparedPlace, { nullable: true, description: 'the place given up for it; null = had none or keeps it' }) from!: ComparedPlace | null;
  @Field(() => ComparedPlace) to!: ComparedPlace;
}

@ObjectType()
export class Waiting {
  @Field(() => ID) participantId!: string;
  @Field({ description: 'pseudonym of the pupil, or name of the group' }) label!: string;
  @Field() school!: string;
  @Field(() => Int, { description: '1 = next' }) position!: number;
  @Field(() => Int, { description: 'rank of the wish' }) rank!: number;
  @Field(() => Int) lottery!: number;
}
