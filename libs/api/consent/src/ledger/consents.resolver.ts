import { Allow } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CustodyArgs, ImpactArgs, RequestConsentsArgs, VoidConsentArgs } from './consents.inputs';
import { ConsentMatrixReads } from './consents.reads';
import { Consents } from './consents.service';
import { ConsentDecision, ConsentImpact, ConsentMatrix } from './consents.types';
import { ConsentLinks } from '../links/links.service';
import { ConsentLink, CreateLinksArgs } from '../links/links.types';

/** Consents of pupils for the console. */
@Resolver()
export class ConsentsResolver {
  constructor(
    private readonly writes: Consents,
    private readonly reads: ConsentMatrixReads,
    private readonly links: ConsentLinks,
  ) {}

  @Query(() => ConsentMatrix)
  @Allow('consent.read')
  consentMatrix(@Args('groupId', { type: () => ID }) groupId: string): Promise<ConsentMatrix> {
    return this.reads.matrix(groupId);
  }

  @Query(() => [ConsentDecision], { description: 'The ledger of a pupil, newest act first' })
  @Allow('consent.read')
  consentDecisions(@Args('pupilId', { type: () => ID }) pupilId: string): Promise<ConsentDecision[]> {
    return this.reads.decisionsOf(pupilId);
  }

  @Query(() => [ConsentImpact], { description: 'What ends if the consent of these pupils to a purpose does' })
  @Allow('consent.read')
  consentImpact(@Args() { purpose, pupilIds }: ImpactArgs): Promise<ConsentImpact[]> {
    return this.reads.impact(purpose, pupilIds);
  }

  @Query(() => String, { description: 'The signed receipt of an answer: JSON after ISO/IEC TS 27560 with an Ed25519 signature' })
  @Allow('consent.read')
  consentReceipt(@Args('decisionId', { type: () => ID }) decisionId: string): Promise<string> {
    return this.reads.receipt(decisionId);
  }

  @Mutation(() => Int, { description: 'How many requests were added; who answered or is asked already is left alone' })
  @Allow('consent.write')
  requestConsents(@Args() args: RequestConsentsArgs): Promise<number> {
    return this.writes.request(args);
  }

  @Mutation(() => [ConsentLink], { description: 'Asks, and makes a link for everybody whose yes is missing; told once, earlier links of theirs end' })
  @Allow('consent.write')
  createConsentLinks(@Args() args: CreateLinksArgs): Promise<ConsentLink[]> {
    return this.links.create(args);
  }

  @Mutation(() => [ID], { description: 'Voids what was recorded by mistake' })
  @Allow('consent.write')
  voidConsent(@Args() args: VoidConsentArgs): Promise<string[]> {
    return this.writes.void(args);
  }

  @Mutation(() => ID)
  @Allow('consent.write')
  async declareCustody(@Args() args: CustodyArgs): Promise<string> {
    await this.writes.declareCustody(args);
    return args.pupilId;
  }
}
