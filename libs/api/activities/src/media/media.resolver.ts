import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Media, MediaCandidate } from './media.entities';
import { MediaArgs, MediaPatch, MediaShownArgs } from './media.inputs';
import { MediaReads } from './media.reads';
import { Pictures } from './media.service';

const occurrence = { type: () => ID };

/** Pictures of occurrences for the console; every act answers the pictures as they stand then. */
@Resolver()
export class MediaResolver {
  constructor(
    private readonly reads: MediaReads,
    private readonly pictures: Pictures,
  ) {}

  @Query(() => [Media])
  @Allow('media.read')
  media(@Args('occurrenceId', occurrence) occurrenceId: string): Promise<Media[]> {
    return this.reads.ofOccurrence(occurrenceId);
  }

  @Query(() => [MediaCandidate], { description: 'who can be shown on pictures of an occurrence' })
  @Allow('media.read')
  mediaCandidates(@Args('occurrenceId', occurrence) occurrenceId: string): Promise<MediaCandidate[]> {
    return this.reads.candidates(occurrenceId);
  }

  @Mutation(() => [Media], { description: 'says anew who can be recognised on a picture' })
  @Allow('media.write')
  async showOnMedia(@Args() { id, version, pupilIds, nobody }: MediaShownArgs): Promise<Media[]> {
    return this.reads.ofOccurrence(await this.pictures.show(id, version, { pupilIds: pupilIds ?? [], nobody }));
  }

  @Mutation(() => [Media])
  @Allow('media.write')
  async updateMedia(@Args() { id, version }: MediaArgs, @Args('patch') patch: MediaPatch): Promise<Media[]> {
    return this.reads.ofOccurrence(await this.pictures.describe(id, version, patch));
  }

  @Mutation(() => [Media])
  @Allow('media.write')
  async publishMedia(@Args() { id, version }: MediaArgs): Promise<Media[]> {
    return this.reads.ofOccurrence(await this.pictures.publish(id, version));
  }

  @Mutation(() => [Media])
  @Allow('media.write')
  async unpublishMedia(@Args() { id, version }: MediaArgs): Promise<Media[]> {
    return this.reads.ofOccurrence(await this.pictures.unpublish(id, version));
  }

  @Mutation(() => [Media])
  @Allow('media.write')
  async deleteMedia(@Args('id', occurrence) id: string): Promise<Media[]> {
    return this.reads.ofOccurrence(await this.pictures.remove(id));
  }
}
