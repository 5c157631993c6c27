import { Refusal } from '@mintforge/domain/kernel';
import { Allow, currentActor, currentContext, type List } from '@mintforge/platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { BreachReads } from './breach.reads';
import { Breach, BreachArgs, BreachContacts, BreachContactsArgs, BreachPeople, BreachPeopleArgs, type BreachContact, type BreachPerson } from './breach.types';

/** What to know when data got away. */
@Resolver()
export class BreachResolver {
  constructor(private readonly reads: BreachReads) {}

  @Query(() => Breach, { description: 'Who a breach affects and by when it must be told (Art. 33 and 34 GDPR)' })
  @Allow('processing.read')
  breach(@Args() { input }: BreachArgs): Promise<Breach> {
    return this.reads.assess(regionId(), input);
  }

  @Query(() => BreachPeople, { description: 'Affected people by pseudonyms, the highest class first' })
  @Allow('processing.read')
  breachPeople(@Args() args: BreachPeopleArgs): Promise<List<BreachPerson>> {
    return this.reads.people(regionId(), args);
  }

  @Query(() => String, { description: 'All affected people as CSV, by pseudonyms' })
  @Allow('processing.read')
  breachCsv(@Args() { input }: BreachArgs): Promise<string> {
    return this.reads.csv(regionId(), input, currentContext().locale);
  }

  @Query(() => BreachContacts, { description: 'Names and contacts of affected people, to tell them; audited with the reason' })
  @Allow('people.identify')
  breachContacts(@Args() args: BreachContactsArgs): Promise<List<BreachContact>> {
    return this.reads.contacts(regionId(), args);
  }
}

/** The active region. Refuses NOT_FOUND outside any. */
function regionId(): string {
  const { regionId: active } = currentActor();
  if (!active) throw new Refusal('NOT_FOUND');
  return active;
}
