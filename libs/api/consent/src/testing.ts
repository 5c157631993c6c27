import type { PurposeCode } from '@mintforge/domain/consent';
import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { ConsentReads } from './consent.reads';
import { ConsentUses } from './consent-uses';
import { ConsentMatrixReads } from './consents.reads';
import { Consents } from './consents.service';
import { ConsentLedger } from './ledger';
import { LinkLimit } from './link-limit';
import { ConsentLinksController } from './links.controller';
import { ConsentLinks } from './links.service';
import { PurposeReads } from './purposes.reads';
import { Purposes } from './purposes.service';
import { Receipts } from './receipts';

/** The services of the feature by hand, as its module would wire them. */
export function consentOf({ db, jobs, crypto, url }: Pick<TestDatabase, 'db' | 'jobs' | 'crypto' | 'url'>) {
  const people = new PeopleReads(new PupilIdentities(crypto));
  const purposeReads = new PurposeReads(db);
  const uses = new ConsentUses();
  const config = testConfig(url);
  const ledger = new ConsentLedger(jobs, people, purposeReads, crypto, uses, new Receipts(config));
  const consents = new Consents(db, ledger, purposeReads);
  const links = new ConsentLinks(db, ledger, consents, people, crypto, config);
  return { purposeReads, uses, ledger, consents, links, pages: new ConsentLinksController(links, new LinkLimit(db)), purposes: new Purposes(db), matrix: new ConsentMatrixReads(db, purposeReads, people, uses), gate: new ConsentReads() };
}

/** A purpose of a region that rests on a public task, made past the wall: its gate is open for every pupil. */
export async function aPurposeOfLaw({ admin }: TestDatabase, regionId: string, code: PurposeCode): Promise<void> {
  await admin.query(
    `insert into purpose (region_id, code, basis, article, validity_from, validity_months, effect, data, recipients, source)
      values ($1, $2, 'PUBLIC_TASK', 'Art. 6 Abs. 1 lit. e DSGVO', 'SCHOOL_YEAR_END', 3, 'NONE', '{}', '{}', 'Test')`,
    [regionId, code],
  );
}

/** A controller with every detail a notice needs. */
export const aController = { name: 'Landkreis Warnhafen', address: 'Am Markt 1, 18900 Warnhafen', contact: 'mint@example.test', officer: 'datenschutz@example.test', authority: 'Der Landesbeauftragte für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern' };
