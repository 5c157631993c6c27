import type { Answer, PurposeCode, Signer } from '@mintforge/domain/consent';
import { BirthDateUses, GuardianIdentities, GuardianReads, PeopleReads, PupilIdentities } from '@mintforge/people';
import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { Mails, Tasks, type Actor, type Db } from '@mintforge/platform';
import { asActor, testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { ConsentAsking } from './asking/asking.service';
import { ConsentChasing } from './asking/chase.service';
import { ConsentReads } from './ledger/consent.reads';
import { ConsentUses } from './ledger/consent-uses';
import { ConsentMatrixReads } from './ledger/consents.reads';
import { Consents, momentOf } from './ledger/consents.service';
import { ConsentLedger, type Act } from './ledger/ledger';
import { LedgerTasks } from './ledger/ledger-tasks';
import { ConsentRuleChanges } from './ledger/rule-changes';
import { LinkHolders } from './links/link-holders';
import { LinkLimit } from './links/link-limit';
import { ConsentLinksController } from './links/links.controller';
import { ConsentLinks } from './links/links.service';
import { OpenAskings } from './asking/open-askings';
import { PurposeReads } from './purposes/purposes.reads';
import { Purposes } from './purposes/purposes.service';
import { Receipts } from './receipts/receipts';
import { ConsentStandings } from './ledger/standings.service';
import { SignerRules } from './purposes/signer-rules.service';
import { ConsentTakeOver } from './ledger/take-over';
import { ConsentTimelineReads } from './ledger/timeline.reads';

/** The services of the feature by hand, as its module would wire them. */
export function consentOf({ db, jobs, crypto, url }: Pick<TestDatabase, 'db' | 'jobs' | 'crypto' | 'url'>, birthDates = new BirthDateUses()) {
  const people = new PeopleReads(new PupilIdentities(crypto));
  const purposeReads = new PurposeReads(db);
  const uses = new ConsentUses();
  const config = testConfig(url);
  const ledger = new ConsentLedger(jobs, people, purposeReads, crypto, uses, new Receipts(config), new LedgerTasks(new Tasks()));
  const changes = new ConsentRuleChanges(ledger);
  const standings = new ConsentStandings(ledger, purposeReads, birthDates);
  standings.onModuleInit();
  const takeOver = new ConsentTakeOver(db, jobs, ledger, uses, purposeReads, people, new Tasks());
  takeOver.onModuleInit();
  const consents = new Consents(db, ledger, standings);
  const guardians = new GuardianReads(db, new GuardianIdentities(crypto), people);
  const holders = new LinkHolders(db, people, guardians, crypto);
  const links = new ConsentLinks(db, holders, ledger, consents, uses, config);
  const mails = new Mails(db, jobs, config, crypto);
  mails.addressesOf('GUARDIAN', (tx, id) => guardians.mailOfGuardian(tx, id));
  mails.addressesOf('PUPIL', (tx, id) => guardians.mailOfPupil(tx, id));
  const askings = new OpenAskings(guardians);
  const asking = new ConsentAsking(db, mails, consents, links, askings);
  asking.onModuleInit();
  const chasing = new ConsentChasing(db, jobs, new Tasks(), askings, asking, people);
  chasing.onModuleInit();
  return { asking, chasing, mails, purposeReads, uses, ledger, standings, takeOver, rules: new SignerRules(db, people, changes), timeline: new ConsentTimelineReads(db, people, crypto), consents: Object.assign(consents, { record: answersOn(db, ledger) }), holders, links, pages: new ConsentLinksController(links, new LinkLimit(db)), purposes: new Purposes(db, changes), matrix: new ConsentMatrixReads(db, purposeReads, people, uses), gate: new ConsentReads() };
}

/** One answer of one signer to one purpose. */
export interface PaperAnswer {
  pupilId: string;
  purpose: PurposeCode;
  signer: Signer;
  answer: Answer;
  signerName?: string | null;
  decidedOn: Day;
}

/** Brings answers into the ledger as papers do, all or none and once by key, without the papers themselves. */
const answersOn = (db: Db, ledger: ConsentLedger) => ({ entries, idempotencyKey }: { entries: readonly PaperAnswer[]; idempotencyKey: string }): Promise<string[]> => {
  const now = new Date();
  return db.write((tx) => ledger.append(tx, entries.map(({ pupilId, purpose, signer, answer, signerName, decidedOn }): Act => ({
    pupilId, purpose, signer, act: answer, signerName: signerName?.trim() || null, at: momentOf(decidedOn, now), channel: 'PAPER', assurance: 'PAPER_SEEN', language: 'de', plain: false,
  }))), { once: { key: idempotencyKey, input: entries.map(({ signerName: _, ...entry }) => entry) } });
};

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

/** Adopts purposes and puts the texts of those that are asked in force since long, so that papers of any day can be taken down. */
export async function adoptedPurposes({ admin }: TestDatabase, feature: ReturnType<typeof consentOf>, [proposer, releaser]: readonly [Actor, Actor]): Promise<void> {
  const texts = await asActor(proposer, async () => {
    await feature.purposes.adopt();
    await feature.purposes.setController(aController);
    return feature.purposeReads.textsOf((await feature.purposeReads.all()).map(({ id }) => id));
  });
  for (const { id } of texts) await asActor(releaser, () => feature.purposes.releaseText(id, berlinDay(new Date())));
  await admin.query(`update consent_text set valid_from = '2018-05-25' where region_id = $1 and released_at is not null`, [proposer.regionId]);
}
