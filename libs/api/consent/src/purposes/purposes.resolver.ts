import { Allow, loaderOfMany, type GraphqlContext } from '@mintforge/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ConsentText, Controller, Purpose } from './purposes.entities';
import { ControllerInput, ProposeTextArgs, PurposePatch, ReleaseTextArgs } from './purposes.inputs';
import { PurposeReads } from './purposes.reads';
import { Purposes } from './purposes.service';

/** Purposes and their texts for the console. */
@Resolver(() => Purpose)
export class PurposesResolver {
  constructor(
    private readonly writes: Purposes,
    private readonly reads: PurposeReads,
  ) {}

  @Query(() => [Purpose])
  @Allow('purposes.read')
  purposes(): Promise<Purpose[]> {
    return this.reads.all();
  }

  @Query(() => Purpose)
  @Allow('purposes.read')
  purpose(@Args('id', { type: () => ID }) id: string): Promise<Purpose> {
    return this.reads.one(id);
  }

  @Query(() => Controller, { nullable: true, description: 'null while nobody is named' })
  @Allow('purposes.read')
  controller(): Promise<Controller | null> {
    return this.reads.controller();
  }

  @Mutation(() => Controller)
  @Allow('purposes.write')
  async setController(@Args('input') input: ControllerInput): Promise<Controller | null> {
    await this.writes.setController(input);
    return this.reads.controller();
  }

  @ResolveField(() => [ConsentText], { description: 'newest version first' })
  @Allow('purposes.read')
  texts(@Parent() { id }: Purpose, @Context() context: GraphqlContext): Promise<ConsentText[]> {
    return loaderOfMany<ConsentText>(context, 'consentTexts', ({ purposeId }) => purposeId, (ids) => this.reads.textsOf(ids)).load(id);
  }

  @Mutation(() => [Purpose], { description: 'Adopts the standard purposes and signer rules that the region lacks' })
  @Allow('purposes.write')
  async adoptPurposes(): Promise<Purpose[]> {
    await this.writes.adopt();
    return this.reads.all();
  }

  @Mutation(() => Purpose)
  @Allow('purposes.write')
  async proposePurpose(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: PurposePatch): Promise<Purpose> {
    await this.writes.propose(id, version, patch);
    return this.reads.one(id);
  }

  @Query(() => Int, { description: 'Consents that are given and would be asked anew if the proposal for a purpose were released' })
  @Allow('purposes.read')
  purposeAsksAnew(@Args('id', { type: () => ID }) id: string): Promise<number> {
    return this.writes.asksAnew(id);
  }

  @Query(() => Int, { description: 'Consents that are given and would be asked anew if a text were released' })
  @Allow('purposes.read')
  consentTextAsksAnew(@Args('id', { type: () => ID }) id: string): Promise<number> {
    return this.writes.textAsksAnew(id);
  }

  @Mutation(() => Purpose, { description: 'By a second person' })
  @Allow('purposes.release')
  async releasePurpose(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number): Promise<Purpose> {
    await this.writes.release(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Purpose)
  @Allow('purposes.write')
  async proposeConsentText(@Args() args: ProposeTextArgs): Promise<Purpose> {
    await this.writes.proposeText(args);
    return this.reads.one(args.purposeId);
  }

  @Mutation(() => ID, { description: 'By a second person' })
  @Allow('purposes.release')
  async releaseConsentText(@Args() { id, validFrom }: ReleaseTextArgs): Promise<string> {
    await this.writes.releaseText(id, validFrom);
    return id;
  }
}
