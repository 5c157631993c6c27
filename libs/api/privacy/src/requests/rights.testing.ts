import { ConsentUses, LinkHolders, LinkLimit } from '@mintforge/consent';
import { GuardianIdentities, GuardianReads, PeopleReads, PupilIdentities } from '@mintforge/people';
import { Files, Tasks, type Clock } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { AccessCopies } from './access-copies';
import { AccessExport } from './access-export';
import { Eraser } from '../erasure/eraser';
import { ErasureLedger } from '../erasure/erasure-ledger';
import { LinkRequests } from '../links/link-requests';
import { RightsController } from '../links/rights.controller';
import { ErasureReplay } from '../erasure/erasure-replay';
import { Erasures } from '../erasure/erasures.service';
import { RequestReminders } from './request-reminders';
import { RequestReads } from './requests.reads';
import { Requests } from './requests.service';
import { UseLimits } from './use-limits';

/** The services of subjects' rights by hand, as the module would wire them, with a ledger in a folder of the test. */
export function rightsOf({ db, crypto, jobs }: Pick<TestDatabase, 'db' | 'crypto' | 'jobs'>, { folder, clock }: { folder: string; clock: Clock }) {
  const identities = new PupilIdentities(crypto);
  const people = new PeopleReads(identities);
  const [files, tasks, uses] = [new Files(db, crypto), new Tasks(), new ConsentUses()];
  const reads = new RequestReads(db, people, crypto, files, clock);
  const limits = new UseLimits(uses, jobs);
  const ledger = new ErasureLedger({ MINTFORGE_LEDGER_DIR: folder });
  const eraser = new Eraser(ledger, files, crypto, jobs, clock);
  const erasures = new Erasures(db, eraser, clock);
  const exports = new AccessExport(crypto, reads);
  const guardians = new GuardianReads(db, new GuardianIdentities(crypto), people);
  const requests = new Requests(db, crypto, limits, reads, tasks, jobs, clock);
  return {
    people, files, uses, reads, ledger, erasures, exports,
    requests,
    rightsPages: new RightsController(new LinkRequests(new LinkHolders(db, people, guardians, crypto), requests, crypto), new LinkLimit(db)),
    reminders: new RequestReminders(db, jobs, tasks),
    copies: new AccessCopies(db, reads, exports, files, guardians, clock),
    replay: new ErasureReplay(db, eraser, ledger, jobs, identities),
  };
}
