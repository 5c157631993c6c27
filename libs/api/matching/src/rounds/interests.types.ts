import { enumOf } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** Where a wish comes from: typed in by the office, read from a class list, or proposed from interests. */
export const WishSources = enumOf('WishSource', ['ENTERED', 'IMPORTED', 'PROPOSED'] as const);
export type WishSource = keyof typeof WishSources;

@ObjectType()
export class ProposedWish {
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Int, { description: 'fit of interests and topics, 0 to 1,000,000' }) score!: number;
}

@ObjectType()
export class WishProposal {
  @Field(() => ID) participantId!: string;
  @Field() label!: string;
  @Field(() => [ProposedWish]) wishes!: ProposedWish[];
}

/** What proposing wishes would do. */
@ObjectType()
export class WishProposals {
  @Field(() => Int, { description: 'participants without any wish' }) withoutWishes!: number;
  @Field(() => Int, { description: 'of those, who would get proposals' }) proposable!: number;
  @Field(() => Int, { description: 'of those, who state no interests' }) withoutInterests!: number;
  @Field(() => Int, { description: 'participants whose wishes are proposed already' }) proposed!: number;
  @Field(() => [WishProposal], { description: 'the first of them' }) examples!: WishProposal[];
}
