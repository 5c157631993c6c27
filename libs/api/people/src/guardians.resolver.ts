import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Guardian, PupilGuardians } from './guardians.entities';
import { AddGuardianArgs, FindGuardiansArgs, GuardianPlaceArgs, PupilContactArgs, TakeGuardianArgs, UpdateGuardianArgs } from './guardians.inputs';
import { GuardianReads } from './guardians.reads';
import { Guardians } from './guardians.service';

/** Guardians of pupils for the console. */
@Resolver()
export class GuardiansResolver {
  constructor(
    private readonly writes: Guardians,
    private readonly reads: GuardianReads,
  ) {}

  @Query(() => PupilGuardians)
  @Allow('people.identify')
  guardiansOf(@Args('pupilId', { type: () => ID }) pupilId: string): Promise<PupilGuardians> {
    return this.reads.of(pupilId);
  }

  @Mutation(() => [Guardian], { description: 'Guardians with exactly this address; changes nothing, and is no query so that the address never stands in a URL' })
  @Allow('people.identify')
  findGuardians(@Args() { email }: FindGuardiansArgs): Promise<Guardian[]> {
    return this.reads.byMail(email);
  }

  @Mutation(() => PupilGuardians, { description: 'A new guardian in a free place of a pupil' })
  @Allow('people.write')
  async addGuardian(@Args() args: AddGuardianArgs): Promise<PupilGuardians> {
    await this.writes.add(args);
    return this.reads.of(args.pupilId);
  }

  @Mutation(() => PupilGuardians, { description: 'A guardian of a sibling in a free place of a pupil' })
  @Allow('people.write')
  async takeGuardian(@Args() args: TakeGuardianArgs): Promise<PupilGuardians> {
    await this.writes.take(args);
    return this.reads.of(args.pupilId);
  }

  @Mutation(() => PupilGuardians, { description: 'Who is nobody’s guardian any more is erased' })
  @Allow('people.write')
  async releaseGuardian(@Args() { pupilId, slot }: GuardianPlaceArgs): Promise<PupilGuardians> {
    await this.writes.release(pupilId, slot);
    return this.reads.of(pupilId);
  }

  @Mutation(() => ID)
  @Allow('people.write')
  async updateGuardian(@Args() { id, version, patch }: UpdateGuardianArgs): Promise<string> {
    await this.writes.update(id, version, patch);
    return id;
  }

  @Mutation(() => PupilGuardians, { description: 'The own address of a pupil who signs; null takes it back' })
  @Allow('people.write')
  async setPupilContact(@Args() args: PupilContactArgs): Promise<PupilGuardians> {
    await this.writes.setPupilContact(args);
    return this.reads.of(args.pupilId);
  }
}
