import { Allow, type List } from '@mintforge/platform';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConsentAsking } from './asking.service';
import { ConsentChasing } from './chase.service';
import { AskByMailArgs, AskedByMail, ChaseRulesArgs, ChaseSettings, ConsentChase, ConsentChaseArgs, ConsentChaseList, NoteApproachArgs, RemindArgs } from './chase.types';

/** Asking by mail and chasing answers, for the console. */
@Resolver()
export class ChaseResolver {
  constructor(
    private readonly asking: ConsentAsking,
    private readonly chasing: ConsentChasing,
  ) {}

  @Query(() => ConsentChaseList, { description: 'Answers that are missing, what is due longest first' })
  @Allow('consent.write')
  consentChases(@Args() args: ConsentChaseArgs): Promise<List<ConsentChase>> {
    return this.chasing.list(args);
  }

  @Query(() => ChaseSettings)
  @Allow('consent.read')
  consentChaseRules(): Promise<ChaseSettings> {
    return this.chasing.rules();
  }

  @Mutation(() => ChaseSettings)
  @Allow('consent.write')
  setConsentChaseRules(@Args() args: ChaseRulesArgs): Promise<ChaseSettings> {
    return this.chasing.setRules(args);
  }

  @Mutation(() => [AskedByMail], { description: 'Asks, and writes to every signer who has an address and was not written to since' })
  @Allow('consent.write')
  askConsentsByMail(@Args() args: AskByMailArgs): Promise<AskedByMail[]> {
    return this.asking.ask(args);
  }

  @Mutation(() => Int, { description: 'How many were written to' })
  @Allow('consent.write')
  remindConsents(@Args() args: RemindArgs): Promise<number> {
    return this.asking.remind(args);
  }

  @Mutation(() => Int, { description: 'Notes that signers were approached by a slip, a call or through the teacher; how many still have to answer' })
  @Allow('consent.write')
  noteConsentApproach(@Args() args: NoteApproachArgs): Promise<number> {
    return this.asking.note(args);
  }
}
