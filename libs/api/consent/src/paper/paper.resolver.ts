import type { FormCheck } from '@mintforge/domain/consent';
import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Calls } from './calls.service';
import { FormChecks } from '../consent.enums';
import { OwnPapers } from './own-papers';
import { PaperChecks } from './paper.checks';
import { PaperIntake } from './paper.intake';
import { PaperPrints } from './paper.prints';
import { PaperReads } from './paper.reads';
import { CheckFormArgs, ConsentForm, FormOutcome, PrintedForms, PrintFormsArgs, RecordCallArgs, RecordFormsArgs, RecordOwnPaperArgs } from './paper.types';

/** Consent on paper and by telephone for the console. */
@Resolver()
export class PaperResolver {
  constructor(
    private readonly reads: PaperReads,
    private readonly prints: PaperPrints,
    private readonly intake: PaperIntake,
    private readonly checks: PaperChecks,
    private readonly calls: Calls,
    private readonly own: OwnPapers,
  ) {}

  @Query(() => ConsentForm, { description: 'The form with a number as typed or scanned' })
  @Allow('people.identify')
  consentForm(@Args('number') number: string): Promise<ConsentForm> {
    return this.reads.byNumber(number);
  }

  @Query(() => [ConsentForm], { description: 'Forms printed for the pupils of a group, by name' })
  @Allow('people.identify')
  consentForms(@Args('groupId', { type: () => ID }) groupId: string): Promise<ConsentForm[]> {
    return this.reads.ofGroup(groupId);
  }

  @Query(() => [ConsentForm], { description: 'Up to 100 forms that wait for a second person' })
  @Allow('people.identify')
  consentFormsToCheck(): Promise<ConsentForm[]> {
    return this.reads.toCheck();
  }

  @Mutation(() => PrintedForms, { description: 'Asks, and makes a form for each pupil whose answer is missing' })
  @Allow('consent.write')
  printConsentForms(@Args() args: PrintFormsArgs): Promise<PrintedForms> {
    return this.prints.print(args);
  }

  @Mutation(() => [FormOutcome], { description: 'Takes down a class set, all forms or none; a refusal names the form by its row' })
  @Allow('consent.write')
  recordConsentForms(@Args() args: RecordFormsArgs): Promise<FormOutcome[]> {
    return this.intake.record(args);
  }

  @Mutation(() => ID, { description: 'Takes down a paper that we did not print, with its scan; a second person always looks at it. Gives its id' })
  @Allow('consent.write')
  recordOwnPaper(@Args() args: RecordOwnPaperArgs): Promise<string> {
    return this.own.record(args);
  }

  @Mutation(() => FormChecks, { description: 'A second person confirms what was entered, or objects, which voids it' })
  @Allow('consent.write')
  checkConsentForm(@Args() args: CheckFormArgs): Promise<FormCheck> {
    return this.checks.check(args);
  }

  @Mutation(() => [ID], { description: 'Takes down answers given on the telephone; gives the ids of the decisions' })
  @Allow('consent.write')
  recordConsentCall(@Args() args: RecordCallArgs): Promise<string[]> {
    return this.calls.record(args);
  }
}
