import { findingCodes, type FindingCode, type RoundFinding } from '@mintforge/domain/matching';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Round } from '../matching.entities';
import { RoundTask } from './round-setup.entities';
import type { RoundCheck, RoundFindingSubject, RoundFindingType } from './round-setup.types';
import { RoundSnapshots } from './round-snapshot';

/** Who or what a finding is about, with the school or host it belongs to. */
interface Subject {
  id: string;
  label: string;
  organisationId: string;
  organisation: string;
}

const shown = 100;
const leavingOut: readonly FindingCode[] = ['NO_WISHES', 'NO_ELIGIBLE_WISH'];

const subjectsSql = `
  select p.id, coalesce(u.pseudonym, g.name) as label, s.id as "organisationId", s.name as organisation from participant p
    left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id
    join organisation s on s.region_id = p.region_id and s.id = coalesce(u.organisation_id, g.organisation_id)
  where p.region_id = $1 and p.round_id = $2
  union all
  select o.id, c.number || ' · ' || a.title, h.id, h.name from round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id
    join activity a on a.region_id = o.region_id and a.id = o.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
  where c.region_id = $1 and c.round_id = $2`;

const taskColumns = `t.id, t.round_id as "roundId", t.code, t.organisation_id as "organisationId", o.name as "organisationName", t.count, t.state, t.done_at as "doneAt", t.created_at as "createdAt"`;

/** The input check before a run, and the tasks the office makes of it. */
@Injectable()
export class RoundChecks {
  constructor(
    private readonly db: Db,
    private readonly snapshots: RoundSnapshots,
  ) {}

  /** Who and what a run by the round's settings would leave out or could not judge, counted, with the first hundred of each kind. */
  check(roundId: string): Promise<RoundCheck> {
    return this.db.read(async (tx) => {
      const { findings, participants, subjects } = await this.findings(tx, roundId);
      const leftOut = new Set(findings.flatMap(({ code, participantId }) => (participantId !== null && leavingOut.includes(code) ? [participantId] : [])));
      const byCode = Map.groupBy(findings, ({ code }) => code);
      return {
        participants,
        takingPart: participants - leftOut.size,
        findings: findingCodes.flatMap((code) => (byCode.has(code) ? [told(code, byCode.get(code) ?? [], subjects)] : [])),
      };
    });
  }

  /**
   * Makes one open task of every finding and school or host. A task that is known stays as it is, done ones too; open ones
   * whose finding is gone are closed. Done twice it changes nothing. Gives how many are open.
   */
  async makeTasks(roundId: string): Promise<number> {
    return this.db.write(async (tx) => {
      await tx.lock(Round, roundId);
      const { findings, subjects } = await this.findings(tx, roundId);
      const found = Map.groupBy(findings.flatMap(({ code, participantId, occurrenceId }) => {
        const subject = subjects.get(participantId ?? occurrenceId ?? '');
        return subject ? [{ code, organisationId: subject.organisationId }] : [];
      }), ({ code, organisationId }) => `${code} ${organisationId}`);
      const tasks = [...found.values()].map((same) => ({ ...same[0]!, count: same.length }));
      const rows = JSON.stringify(tasks.map(({ code, organisationId, count }) => ({ code, organisation_id: organisationId, count })));
      const made = await tx.query<{ id: string }>(
        `insert into round_task as t (region_id, round_id, code, organisation_id, count) select $1, $2, f.code, f.organisation_id, f.count from jsonb_to_recordset($3) as f(code text, organisation_id uuid, count int)
         on conflict (region_id, round_id, code, organisation_id) do update set count = excluded.count, state = case when t.state = 'GONE' then 'OPEN' else t.state end
           where t.count <> excluded.count or t.state = 'GONE' returning id`, [tx.regionId, roundId, rows]);
      tx.note('round_task', 'insert', made.map((row) => row.id));
      const gone = await tx.query<{ id: string }>(
        `update round_task t set state = 'GONE' where t.region_id = $1 and t.round_id = $2 and t.state = 'OPEN'
           and not exists (select from jsonb_to_recordset($3) as f(code text, organisation_id uuid) where f.code = t.code and f.organisation_id = t.organisation_id) returning id`, [tx.regionId, roundId, rows]);
      tx.note('round_task', 'update', gone.map((row) => row.id));
      const { open } = await tx.one<{ open: number }>(`select count(*)::int as open from round_task where region_id = $1 and round_id = $2 and state = 'OPEN'`, [tx.regionId, roundId]);
      return open;
    });
  }

  /** The tasks of a round, open ones first. */
  tasks(roundId: string): Promise<RoundTask[]> {
    return this.db.read((tx) => tx.query<RoundTask>(
      `select ${taskColumns} from round_task t join organisation o on o.region_id = t.region_id and o.id = t.organisation_id where t.region_id = $1 and t.round_id = $2 order by t.state = 'OPEN' desc, t.code, o.name collate "de-x-icu", t.id`,
      [tx.regionId, roundId]));
  }

  /** Marks a task as done, or as open again. Refuses NOT_FOUND, INVALID_INPUT for one whose finding is gone. */
  async settleTask(id: string, done: boolean): Promise<void> {
    await this.db.write(async (tx) => {
      const { state } = await tx.lock(RoundTask, id);
      if (state === 'GONE') throw new Refusal('INVALID_INPUT', {}, { id: 'gone' });
      await tx.update(RoundTask, id, done ? { state: 'DONE', doneAt: new Date(), doneBy: tx.actor.userId } : { state: 'OPEN', doneAt: null, doneBy: null });
    });
  }

  private async findings(tx: Tx, roundId: string): Promise<{ findings: RoundFinding[]; participants: number; subjects: Map<string, Subject> }> {
    const { settings } = await tx.find(Round, roundId);
    const snapshot = await this.snapshots.take(tx, roundId, settings);
    const subjects = new Map((await tx.query<Subject>(subjectsSql, [tx.regionId, roundId])).map((subject) => [subject.id, subject]));
    return { findings: this.snapshots.check(snapshot), participants: snapshot.participants.length, subjects };
  }
}

function told(code: FindingCode, findings: RoundFinding[], subjects: Map<string, Subject>): RoundFindingType {
  const named = findings.flatMap(({ participantId, occurrenceId, rules, params }): RoundFindingSubject[] => {
    const subject = subjects.get(participantId ?? occurrenceId ?? '');
    return subject ? [{ participantId, occurrenceId, label: subject.label, organisationId: subject.organisationId, organisation: subject.organisation, rules, params: JSON.stringify(params) }] : [];
  });
  const [first] = findings;
  return { code, count: findings.length, leavesOut: leavingOut.includes(code), params: JSON.stringify(named.length === 0 ? (first?.params ?? {}) : {}), subjects: named.slice(0, shown) };
}
