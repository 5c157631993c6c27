import { can } from '@mintforge/domain/kernel';
import { PeopleReads, type PupilName } from '@mintforge/people';
import { currentActor, Db, loaderOf, type GraphqlContext } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PlacementRow, RoundParticipant, RunResult } from '../matching.types';

/** The clear name beside the pseudonym: one read for all rows of an operation, noted for the audit; null unless the role may identify people. */
@Injectable()
export class Names {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleReads,
  ) {}

  async of(pupilId: string | null, context: GraphqlContext): Promise<string | null> {
    if (!pupilId || !can(currentActor().role, 'people.identify')) return null;
    const names = loaderOf(context, 'pupil names', (name: PupilName) => name.id, async (ids) => [...(await this.db.read((tx) => this.people.namesOf(tx, ids))).values()]);
    const name = await names.load(pupilId);
    return name?.lastName ? [name.lastName, name.firstName].filter(Boolean).join(', ') : null;
  }
}

@Resolver(() => RoundParticipant)
export class ParticipantNamesResolver {
  constructor(private readonly names: Names) {}

  @ResolveField(() => String, { nullable: true })
  name(@Parent() row: RoundParticipant, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.of(row.pupilId, context);
  }
}

@Resolver(() => RunResult)
export class ResultNamesResolver {
  constructor(private readonly names: Names) {}

  @ResolveField(() => String, { nullable: true })
  name(@Parent() row: RunResult, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.of(row.pupilId, context);
  }
}

@Resolver(() => PlacementRow)
export class PlacementNamesResolver {
  constructor(private readonly names: Names) {}

  @ResolveField(() => String, { nullable: true })
  name(@Parent() row: PlacementRow, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.of(row.pupilId, context);
  }
}
