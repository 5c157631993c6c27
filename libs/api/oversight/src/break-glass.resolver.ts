import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BreakGlasses } from './break-glass.service';
import { BreakGlass, BreakGlassesArgs, BreakGlassInput, BreakGlassList } from './break-glass.types';

const id = { type: () => ID };

/** Break-glass for the console: asking, deciding, ending. It is used by `POST /auth/break-glass`. */
@Resolver()
export class BreakGlassResolver {
  constructor(private readonly glasses: BreakGlasses) {}

  @Query(() => BreakGlassList)
  @Allow('glass.read')
  breakGlasses(@Args() args: BreakGlassesArgs): Promise<List<BreakGlass>> {
    return this.glasses.list(args);
  }

  @Query(() => BreakGlass)
  @Allow('glass.read')
  breakGlass(@Args('id', id) glassId: string): Promise<BreakGlass> {
    return this.glasses.one(glassId);
  }

  @Mutation(() => BreakGlass)
  @Allow('glass.ask')
  async askBreakGlass(@Args('input') input: BreakGlassInput, @Args('idempotencyKey') key: string): Promise<BreakGlass> {
    return this.glasses.one(await this.glasses.ask(input, key));
  }

  @Mutation(() => BreakGlass, { description: 'By a second person of the region; open for sixty minutes from now' })
  @Allow('glass.decide')
  async decideBreakGlass(@Args('id', id) glassId: string, @Args('allowed') allowed: boolean): Promise<BreakGlass> {
    await this.glasses.decide(glassId, allowed);
    return this.glasses.one(glassId);
  }

  @Mutation(() => BreakGlass)
  @Allow('glass.read')
  async endBreakGlass(@Args('id', id) glassId: string): Promise<BreakGlass> {
    await this.glasses.end(glassId);
    return this.glasses.one(glassId);
  }
}
