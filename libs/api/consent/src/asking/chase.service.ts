import { chaseStanding, standardChase, type ChaseRules, type ChaseStanding } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { Db, Jobs, Tasks, withoutPersonal, type List, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsentAsking } from './asking.service';
import { ConsentChase, type ChaseRulesArgs, type ChaseSettings, type ConsentChaseArgs } from './chase.types';
import { OpenAskings, type Asking } from './open-askings';

/** Mails of one region in one morning; what is left comes the next one. */
const perRound = 500;

type Chased = Asking & ChaseStanding;

/** Answers that are missing (Nachfassliste): what to do next, by rules of the region, and what the mornings do of it by themselves. */
@Injectable()
export class ConsentChasing implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly tasks: Tasks,
    private readonly askings: OpenAskings,
    private readonly asking: ConsentAsking,
    private readonly people: PeopleReads,
  ) {}

  onModuleInit(): void {
    this.jobs.every('0 7 * * 1-5', 'consent.chase', (regionId, now) => this.round(regionId, now));
  }

  /** One page of missing answers, what is due longest first; names are opened for the page alone. */
  list({ page, perPage, filter = {} }: ConsentChaseArgs): Promise<List<ConsentChase>> {
    return this.db.read(async (tx) => {
      const { step, due, pupilId, purpose, ...of } = filter;
      const open = await this.askings.of(tx, { ...of, pupilIds: pupilId ? [pupilId] : null, purposes: purpose ? [purpose] : null });
      const fitting = chased(open, await rulesOf(tx), berlinDay(new Date())).filter((row) => (!step || row.step === step) && (!due || row.step !== 'WAIT'));
      const shown = byDue(fitting).slice((page - 1) * perPage, page * perPage);
      const pupilIds = [...new Set(shown.map((row) => row.pupilId))];
      const [names, groups] = [await this.people.namesOf(tx, pupilIds), await groupsOf(tx, pupilIds)];
      const items = shown.map(({ approaches, ...row }) => {
        const { firstName = null, lastName = null, pseudonym = '' } = names.get(row.pupilId) ?? {};
        const { groupId = null, groupName = null, organisationName = null } = groups.get(row.pupilId) ?? {};
        return withoutPersonal(ConsentChase, { ...row, id: `${row.pupilId} ${row.signer}`, firstName, lastName, pseudonym, groupId, groupName, organisationName, lastChannel: approaches.at(-1)?.channel ?? null }, tx.actor.role);
      });
      return { items, total: fitting.length, hasNext: fitting.length > page * perPage };
    });
  }

  /** The rules of the region, or the standard with version 0. */
  rules(): Promise<ChaseSettings> {
    return this.db.read(rulesOf);
  }

  /** Decides on the rules of the region; what counted before stays on record. Refuses VERSION_CONFLICT. */
  setRules({ version, input }: ChaseRulesArgs): Promise<ChaseSettings> {
    return this.db.write(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`chase rules ${tx.regionId}`]);
      const known = await rulesOf(tx);
      if (known.version !== version) throw new Refusal('VERSION_CONFLICT', { version: known.version });
      const { id } = await tx.one<{ id: string }>(
        'insert into chase_rule (region_id, first_after_days, then_every_days, most_reminders, automatic, source, version, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id',
        [tx.regionId, input.firstAfterDays, input.thenEveryDays, input.mostReminders, input.automatic, input.source, version + 1, tx.actor.userId]);
      tx.note('chase_rule', 'insert', [id]);
      return rulesOf(tx);
    });
  }

  /** One morning of a region: due reminders leave by mail where the region wants that, and where nobody can be reached the office gets a task. Twice is once. */
  round(regionId: string, now: Date): Promise<void> {
    return this.db.system('consents that are chased', regionId, async (tx) => {
      await this.asking.alone(tx);
      const rules = await rulesOf(tx);
      const rows = chased(await this.askings.of(tx, {}), rules, berlinDay(now));
      if (rules.automatic) await this.asking.write(tx, rows.filter(({ step }) => step === 'MAIL').slice(0, perRound), true);
      await this.followTasks(tx, rows.filter(({ unreachable }) => unreachable));
    });
  }

  /** Opens tasks for pupils whom nobody reaches, unless somebody finished one since they were asked; settles those of whom a way was found. */
  private async followTasks(tx: Tx, unreachable: readonly Chased[]): Promise<void> {
    const known = await tx.query<{ about: string; finishedAt: Date | null }>(
      `select about, max(done_at) as "finishedAt" from office_task where region_id = $1 and kind = 'NOBODY_REACHABLE' and (state = 'OPEN' or done_by is not null) group by about, state`, [tx.regionId]);
    const finished = new Map(known.flatMap(({ about, finishedAt }) => (finishedAt ? [[about, berlinDay(finishedAt)] as const] : [])));
    const open = new Set(known.filter(({ finishedAt }) => finishedAt === null).map(({ about }) => about));
    const pupils = [...Map.groupBy(unreachable, ({ pupilId }) => pupilId)].map(([pupilId, rows]) => ({
      pupilId, since: rows.map(({ askedOn }) => askedOn).sort()[0]!, reminders: Math.max(...rows.map(({ reminders }) => reminders)), signers: rows.map(({ signer }) => signer).join(' '),
    }));
    const fresh = pupils.filter(({ pupilId, since }) => !open.has(pupilId) && (finished.get(pupilId) ?? '') < since);
    await this.tasks.open(tx, fresh.map(({ pupilId, ...params }) => ({ kind: 'NOBODY_REACHABLE', about: pupilId, pupilId, params })));
    const still = new Set(pupils.map(({ pupilId }) => pupilId));
    await this.tasks.settle(tx, 'NOBODY_REACHABLE', [...open].filter((about) => !still.has(about)));
  }
}

/** What is due longest first; of one day in the order they came in, which is stable. */
function byDue(rows: readonly Chased[]): Chased[] {
  const days = Map.groupBy(rows, ({ dueOn }) => dueOn);
  return [...days.keys()].sort().flatMap((day) => days.get(day)!);
}

/** The class of each pupil, with its school. */
async function groupsOf(tx: Tx, pupilIds: readonly string[]): Promise<Map<string, { groupId: string; groupName: string; organisationName: string }>> {
  const rows = await tx.query<{ pupilId: string; groupId: string; groupName: string; organisationName: string }>(
    `select u.id as "pupilId", g.id as "groupId", g.name as "groupName", o.name as "organisationName" from pupil u join pupil_group g on g.region_id = u.region_id and g.id = u.group_id
      join organisation o on o.region_id = g.region_id and o.id = g.organisation_id where u.region_id = $1 and u.id = any($2)`, [tx.regionId, pupilIds]);
  return new Map(rows.map((row) => [row.pupilId, row]));
}

const chased = (askings: readonly Asking[], rules: ChaseRules, today: Day): Chased[] => askings.map((asking) => ({ ...asking, ...chaseStanding(asking, rules, today) }));

async function rulesOf(tx: Tx): Promise<ChaseSettings> {
  const [own] = await tx.query<ChaseSettings>(
    `select first_after_days as "firstAfterDays", then_every_days as "thenEveryDays", most_reminders as "mostReminders", automatic, source, version from chase_rule where region_id = $1 order by id desc limit 1`, [tx.regionId]);
  return own ?? { ...standardChase, version: 0 };
}
