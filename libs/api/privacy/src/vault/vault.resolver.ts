import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EvidenceAccess, EvidenceGrant } from './vault.entities';
import { AskEvidenceArgs, ChangeGrantArgs, EndInterruptionArgs, EvidenceGrantInput, InterruptionInput } from './vault.inputs';
import { VaultReads } from './vault.reads';
import { Vault } from './vault.service';

const id = { type: () => ID };

/** The vault of evidence for the console; documents go in and out by `VaultController`. */
@Resolver()
export class VaultResolver {
  constructor(
    private readonly vault: Vault,
    private readonly reads: VaultReads,
  ) {}

  @Query(() => [EvidenceGrant])
  @Allow('vault.read')
  evidenceGrants(): Promise<EvidenceGrant[]> {
    return this.reads.grants();
  }

  @Query(() => [EvidenceAccess], { description: 'Leave to read that waits for a second person or stands' })
  @Allow('vault.read')
  evidenceAccesses(): Promise<EvidenceAccess[]> {
    return this.reads.accesses();
  }

  @Mutation(() => ID)
  @Allow('vault.write')
  addEvidenceGrant(@Args('input') input: EvidenceGrantInput, @Args('idempotencyKey') key: string): Promise<string> {
    return this.vault.addGrant(input, key);
  }

  @Mutation(() => ID)
  @Allow('vault.write')
  async changeEvidenceGrant(@Args() args: ChangeGrantArgs): Promise<string> {
    await this.vault.paid(args);
    return args.id;
  }

  @Mutation(() => ID)
  @Allow('vault.write')
  interruptEvidence(@Args('input') input: InterruptionInput): Promise<string> {
    return this.vault.interrupt(input);
  }

  @Mutation(() => ID)
  @Allow('vault.write')
  async endEvidenceInterruption(@Args() args: EndInterruptionArgs): Promise<string> {
    await this.vault.endInterruption(args);
    return args.id;
  }

  @Mutation(() => ID, { description: 'Asks for leave to read a document; another person allows it' })
  @Allow('vault.read')
  askForEvidence(@Args() { itemId, reason }: AskEvidenceArgs): Promise<string> {
    return this.vault.ask(itemId, reason);
  }

  @Mutation(() => ID, { description: 'By a second person' })
  @Allow('vault.release')
  async allowEvidence(@Args('accessId', id) accessId: string): Promise<string> {
    await this.vault.allow(accessId);
    return accessId;
  }

  @Mutation(() => ID, { description: 'Deletes a document whose period is over: the first person asks, the second deletes' })
  @Allow('vault.release')
  async releaseEvidence(@Args('itemId', id) itemId: string): Promise<string> {
    await this.vault.release(itemId);
    return itemId;
  }
}
