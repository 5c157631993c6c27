import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { Files, Tasks } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { Calls } from './calls.service';
import { OwnPapers } from './own-papers';
import { PaperChecks } from './paper.checks';
import { PaperIntake } from './paper.intake';
import { PaperPiles } from './paper.piles';
import { PaperPrints } from './paper.prints';
import { PaperReads } from './paper.reads';
import { PaperScans } from './paper.scans';
import { Slips } from '../asking/slips.service';
import type { consentOf } from '../testing';

/** The services of consent on paper and by telephone by hand, beside those of the feature. */
export function paperOf({ db, crypto }: Pick<TestDatabase, 'db' | 'crypto'>, { ledger, consents, links }: Pick<ReturnType<typeof consentOf>, 'ledger' | 'consents' | 'links'>) {
  const people = new PeopleReads(new PupilIdentities(crypto));
  const files = new Files(db, crypto);
  return {
    reads: new PaperReads(db, people), prints: new PaperPrints(db, ledger, consents, people), piles: new PaperPiles(db, files), scans: new PaperScans(db, files), intake: new PaperIntake(db, ledger, crypto, new Tasks()), checks: new PaperChecks(db, ledger, new Tasks()),
    slips: new Slips(db, links, people), calls: new Calls(db, ledger), own: new OwnPapers(db, ledger, new Tasks()),
  };
}
