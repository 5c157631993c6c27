import { Allow, ListOf, type List } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DuplicateHint, DuplicatePair } from './duplicates.entities';
import { DuplicateCheckInput, DuplicatesArgs, MergeInput } from './duplicates.inputs';
import { DuplicatesReads } from './duplicates.reads';
import { MergeService } from './merge.service';
import { Organisation } from '../organisations/organisations.entities';
import { OrganisationsReads } from '../organisations/organisations.reads';

const DuplicatePairList = ListOf(DuplicatePair, 'DuplicatePairList');

@Resolver()
export class DuplicatesResolver {
  constructor(
    private readonly reads: DuplicatesReads,
    private readonly merges: MergeService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => DuplicatePairList, { description: 'Pairs that may be one organisation, the surest first' })
  @Allow('partners.read')
  duplicates(@Args() args: DuplicatesArgs): Promise<List<DuplicatePair>> {
    return this.reads.pairs(args);
  }

  @Query(() => [DuplicateHint], { description: 'For the form: who may be there already' })
  @Allow('partners.read')
  duplicatesOf(@Args('input') input: DuplicateCheckInput): Promise<DuplicateHint[]> {
    return this.reads.hints(input);
  }

  @Mutation(() => Boolean, { description: 'The two are different; they are not proposed again' })
  @Allow('partners.write')
  async dismissDuplicate(@Args('firstId', { type: () => ID }) firstId: string, @Args('secondId', { type: () => ID }) secondId: string): Promise<boolean> {
    await this.merges.dismiss(firstId, secondId);
    return true;
  }

  @Mutation(() => Organisation, { description: 'Answers the survivor; the newest MERGE entry of its history holds the mergeId for undoMerge' })
  @Allow('partners.write')
  async mergeOrganisations(@Args('input') input: MergeInput): Promise<Organisation> {
    await this.merges.merge(input);
    return this.organisations.one(input.survivorId);
  }

  @Mutation(() => Organisation, { description: 'Answers the survivor as it was before' })
  @Allow('partners.write')
  async undoMerge(@Args('mergeId', { type: () => ID }) mergeId: string): Promise<Organisation> {
    return this.organisations.one(await this.merges.undo(mergeId));
  }
}
