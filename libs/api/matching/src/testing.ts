import { OccurrenceReads } from '@mintforge/activities';
import { ConsentReads, ConsentUses } from '@mintforge/consent';
import { Refusal, type RefusalCode } from '@mintforge/domain/kernel';
import { defaultSettings, type RoundSettings } from '@mintforge/domain/matching';
import { AddressesReads, ReadinessReads, RoundPlacesReads } from '@mintforge/partners';
import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { Mails, Tasks } from '@mintforge/platform';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, StandingClock, testConfig, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { Forecasts } from './runs/forecast.service';
import { RoundUnit } from './matching.entities';
import { MatchingConsent } from './placements/matching-consent';
import { MatchingReads } from './matching.reads';
import { Moves } from './placements/moves.service';
import { MentoringReads } from './rounds/mentoring.reads';
import { Offers } from './placements/offers';
import { PlacementLife } from './placements/placement-life';
import { PlacementsService } from './placements/placements.service';
import { PublishedMails } from './placements/published-mails';
import { Refills } from './placements/refills';
import { RoundFactsReads } from './rounds/round-facts.reads';
import { RoundSnapshots } from './rounds/round-snapshot';
import { RoundsService } from './rounds/rounds.service';
import { RunJobs } from './runs/run-job';
import { RunReads } from './runs/runs.reads';
import { RunsService } from './runs/runs.service';
import { SecondCalls } from './rounds/second-call.service';

export const settings: RoundSettings = { ...defaultSettings, seed: 'probe' };

/** The code of what a promise is refused with; throws when it is not. */
export const refusalOf = (work: Promise<unknown>): Promise<RefusalCode> =>
  work.then(() => { throw new Error('was not refused'); }, (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });

/** A coordination office on a database of its own: the services of matching, and builders of what a round needs. */
export async function openOffice() {
  const test: TestDatabase = await openTestDatabase();
  const { admin, db, jobs } = test;
  const region = await aRegion(test);
  const actor = await aUser(test, region.id);
  const as = <T>(work: () => Promise<T>, who = actor) => asActor(who, work);
  const clock = new StandingClock('2027-02-01T09:00:00Z');
  const reads = new MatchingReads(db);
  const people = new PeopleReads(new PupilIdentities(test.crypto));
  const offers = new Offers(jobs, clock);
  const consentReads = new ConsentReads();
  const snapshots = new RoundSnapshots(people, new OccurrenceReads(db), new RoundPlacesReads(), new ReadinessReads(db), consentReads, new RoundFactsReads(), new MentoringReads(db));
  const rounds = new RoundsService(db, reads, people);
  const runs = new RunsService(db, jobs, snapshots, offers, clock);
  new RunJobs(db, jobs, snapshots, clock).onModuleInit();
  const forecasts = new Forecasts(db, jobs, snapshots, clock);
  forecasts.onModuleInit();
  const refills = new Refills(jobs, offers, clock, consentReads);
  const runReads = new RunReads(db);
  const secondCalls = new SecondCalls(db, clock);
  const moves = new Moves(db, refills);
  const life = new PlacementLife(db, jobs, refills, clock);
  life.onModuleInit();
  const matchingConsent = new MatchingConsent(new ConsentUses(), life, jobs, new Tasks());
  matchingConsent.onModuleInit();
  const placements = new PlacementsService(db, jobs, life, consentReads);
  const mails = new Mails(db, jobs, testConfig(test.url), test.crypto);
  mails.onModuleInit();
  const publishedMails = new PublishedMails(db, jobs, mails, new AddressesReads());
  publishedMails.onModuleInit();

  /** A school, a host with one activity, occurrences by capacity, and pupils of grade 9. */
  async function aPlan(capacities: number[], pupils: number) {
    const one = async (sql: string, values: unknown[]) => (await admin.query<{ id: string }>(sql, values)).rows[0]!.id;
    const school = await one(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', $2, '{SCHOOL}') returning id`, [region.id, randomUUID()]);
    const activity = await one(`insert into activity (region_id, organisation_id, title, format, grades, school_year, state) values ($1, $2, 'Löten', 'TECH_WORKSHOP', '{8,9}', '2026/27', 'PUBLISHED') returning id`, [region.id, school]);
    const occurrences: string[] = [];
    for (const [at, capacity] of capacities.entries()) {
      occurrences.push(await one(`insert into occurrence (region_id, activity_id, starts_at, ends_at, capacity) values ($1, $2, $3::timestamptz, $3::timestamptz + interval '3 hours', $4) returning id`, [region.id, activity, `2027-03-${10 + at}T08:00:00Z`, capacity]));
    }
    const ids = (await admin.query<{ id: string }>(`insert into pupil (region_id, organisation_id, pseudonym, grade) select $1, $2, 'P-' || gen_random_uuid(), 9 from generate_series(1, $3) returning id`, [region.id, school, pupils])).rows.map((row) => row.id);
    return { school, activity, occurrences, pupils: ids };
  }

  /** A round of all pupils and occurrences of a plan; wishes by the numbers of occurrences, best first. */
  async function aRound(plan: Awaited<ReturnType<typeof aPlan>>, wishes: number[][]) {
    return as(async () => {
      const roundId = await rounds.create({ title: 'Runde', unit: RoundUnit.PUPILS, settings });
      await rounds.setOccurrences(roundId, plan.occurrences);
      await rounds.addParticipants(roundId, { groupIds: [], pupilIds: plan.pupils });
      const list = await reads.participants({ roundId, page: 1, perPage: 100 });
      const participants = plan.pupils.map((pupilId) => list.items.find((row) => row.pupilId === pupilId)!.id);
      for (const [at, ranked] of wishes.entries()) await rounds.setWishes(participants[at]!, ranked.map((number) => plan.occurrences[number]!));
      return { roundId, participants, version: (await reads.round(roundId)).version };
    });
  }

  /** A finished dry run. */
  async function aRun(roundId: string, more: Partial<RoundSettings> = {}) {
    const runId = await as(() => runs.start(roundId, { ...settings, ...more }));
    await drainJobs(test);
    return as(() => reads.run(runId));
  }

  return { test, admin, actor, as, clock, reads, people, rounds, runReads, secondCalls, runs, forecasts, refills, moves, life, matchingConsent, placements, publishedMails, snapshots, aPlan, aRound, aRun };
}
