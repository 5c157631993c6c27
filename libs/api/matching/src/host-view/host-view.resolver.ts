import { accessibilityProvisions, mostHostViewDays, type AccessibilityProvision } from '@mintforge/domain/activities';
import { berlinDay, Refusal } from '@mintforge/domain/kernel';
import { Allow, Clock, currentContext, enumOf, IdField, IntField, ManyOf } from '@mintforge/platform';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { Args, ArgsType, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { hostViewPdf } from './host-view.pdf';
import { HostLinks } from './host-links.service';
import { HostViews } from './host-view.service';
import { hostViewTexts } from './host-view.texts';
import { HostContact, HostLink, HostView } from './host-view.types';

const AccessibilityProvisions = enumOf('AccessibilityProvision', accessibilityProvisions);

@ArgsType()
class ShareNeedsArgs {
  @IdField() placementId!: string;
  @ManyOf(AccessibilityProvisions) provisions!: AccessibilityProvision[];
}

@ArgsType()
class HostViewDaysArgs {
  @IntField(0, mostHostViewDays) days!: number;
}

/** What hosts see, for the office to look at before they do. */
@Resolver()
export class HostViewResolver {
  constructor(
    private readonly views: HostViews,
    private readonly links: HostLinks,
  ) {}

  @Query(() => HostView, { description: 'the day list of an occurrence exactly as its host sees it now' })
  @Allow('people.identify')
  hostView(@Args('occurrenceId', { type: () => ID }) occurrenceId: string): Promise<HostView> {
    return this.views.view(occurrenceId);
  }

  @Query(() => [HostContact], { description: 'who at the host can be given a link to the day list' })
  @Allow('people.identify')
  hostContacts(@Args('occurrenceId', { type: () => ID }) occurrenceId: string): Promise<HostContact[]> {
    return this.links.contacts(occurrenceId);
  }

  @Query(() => [AccessibilityProvisions], { description: 'provisions of a pupil, to choose which of them the host of the placement is told' })
  @Allow('people.identify')
  needsToShare(@Args('placementId', { type: () => ID }) placementId: string): Promise<AccessibilityProvision[]> {
    return this.views.needsToShare(placementId);
  }

  @Query(() => Int, { description: 'days after the end of an occurrence on which its host still sees the list' })
  @Allow('retention.read')
  hostViewDays(): Promise<number> {
    return this.views.days();
  }

  @Mutation(() => Int, { description: `at most ${mostHostViewDays}; counts for lists open now, too` })
  @Allow('people.write')
  async setHostViewDays(@Args() { days }: HostViewDaysArgs): Promise<number> {
    await this.views.setDays(days);
    return days;
  }

  @Mutation(() => HostLink, { description: 'a link to the day list for a contact of the host; an earlier one ends' })
  @Allow('people.write')
  createHostLink(@Args('occurrenceId', { type: () => ID }) occurrenceId: string, @Args('contactId', { type: () => ID }) contactId: string): Promise<HostLink> {
    return this.links.create(occurrenceId, contactId);
  }

  @Mutation(() => Boolean, { description: 'chooses which single provisions of a pupil the host of a placement sees; none takes all back' })
  @Allow('people.write')
  async shareNeeds(@Args() { placementId, provisions }: ShareNeedsArgs): Promise<boolean> {
    await this.views.shareNeeds(placementId, provisions);
    return true;
  }
}

/** The day list as a file for the host; each download is audited. */
@Controller('occurrences/:id')
export class HostViewController {
  constructor(
    private readonly views: HostViews,
    private readonly clock: Clock,
  ) {}

  /** Refuses HOST_VIEW_CLOSED once the host may not see it any more. */
  @Get('host-view.pdf')
  @Allow('people.identify')
  async pdf(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const view = await this.views.view(id);
    if (!view.open) throw new Refusal('HOST_VIEW_CLOSED');
    const { locale } = currentContext();
    const content = await hostViewPdf(view, this.clock.now(), locale);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${hostViewTexts[locale].fileName}-${berlinDay(view.startsAt)}.pdf"`, length: content.length });
  }
}
