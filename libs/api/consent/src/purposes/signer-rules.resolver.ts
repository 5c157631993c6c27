import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignerRules } from './signer-rules.service';
import { ProposeSignerRuleArgs, SignerRuleEffect, SignerRuleVersion } from './signer-rules.types';

/** Who signs at what age, for the console. */
@Resolver()
export class SignerRulesResolver {
  constructor(private readonly rules: SignerRules) {}

  @Query(() => [SignerRuleVersion], { description: 'By code; what waits for a release first, then the latest' })
  @Allow('purposes.read')
  signerRules(): Promise<SignerRuleVersion[]> {
    return this.rules.all();
  }

  @Query(() => SignerRuleEffect, { description: 'What a proposed version changes, in counts' })
  @Allow('purposes.read')
  signerRuleEffect(@Args('id', { type: () => ID }) id: string): Promise<SignerRuleEffect> {
    return this.rules.effect(id);
  }

  @Mutation(() => ID, { description: 'Takes the place of a proposal of the same code' })
  @Allow('purposes.write')
  proposeSignerRule(@Args() args: ProposeSignerRuleArgs): Promise<string> {
    return this.rules.propose(args);
  }

  @Mutation(() => ID, { description: 'By a second person' })
  @Allow('purposes.release')
  async releaseSignerRule(@Args('id', { type: () => ID }) id: string): Promise<string> {
    await this.rules.release(id);
    return id;
  }
}
