import { accessibilityProvisions, type AccessibilityProvision } from '@mintforge/domain/activities';
import { enumOf, Instant, Personal } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

const AccessibilityProvisions = enumOf('AccessibilityProvision', accessibilityProvisions);
const shared = Personal('SHARE_WITH_COMPANY', { dataClass: 'C3', readBy: 'people.identify' });
const needed = Personal('NEEDS_SHARE_COMPANY', { dataClass: 'C4', readBy: 'people.identify' });

/** A confirmed place as the host sees it: a person by name, a person without one, or a group. */
@ObjectType()
export class HostViewRow {
  @Field(() => ID) placementId!: string;
  @Field(() => Boolean, { description: 'false = one person of whom the host learns the grade alone, or a group' }) named!: boolean;
  @shared @Field(() => String, { nullable: true }) firstName!: string | null;
  @shared @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => String, { nullable: true, description: 'the class of a person with a name, or the group itself' }) groupName!: string | null;
  @Field(() => Int, { nullable: true }) grade!: number | null;
  @Field(() => Int) heads!: number;
  @Field(() => Boolean, { nullable: true, description: 'whether the minimum age is reached on the first day; null = none asked, or not known. Never the birth date' }) oldEnough!: boolean | null;
  @needed @Field(() => [AccessibilityProvisions], { description: 'provisions released to this host one by one' }) provisions!: AccessibilityProvision[];
}

/** Somebody at the host who can be given a link. */
@ObjectType()
export class HostContact {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) function!: string | null;
}

/** A link to the day list, told once. */
@ObjectType()
export class HostLink {
  @Field() contactName!: string;
  @Field() url!: string;
  @Field({ description: 'to be told by another way than the link' }) code!: string;
  @Field(() => Instant) expiresAt!: Date;
}

/** What a host sees of an occurrence (Tagesliste des Betriebs). */
@ObjectType()
export class HostView {
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field() host!: string;
  @Field() place!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Instant) endsAt!: Date;
  @Field(() => Boolean, { description: 'names rest on law, as this is part of compulsory teaching' }) compulsory!: boolean;
  @Field({ description: 'the last day on which the host sees the list' }) closesOn!: string;
  @Field() open!: boolean;
  @Field(() => [HostViewRow], { description: 'persons by name first, then those without, then groups' }) rows!: HostViewRow[];
}
