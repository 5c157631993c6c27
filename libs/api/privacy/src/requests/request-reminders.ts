import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { openStates, remindersBy, type RequestKind } from '@mintforge/domain/privacy';
import { Db, Jobs, Tasks } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { taskOf } from './requests.service';

interface Waiting {
  id: string;
  kind: RequestKind;
  receivedOn: Day;
  dueOn: Day;
  extended: boolean;
  reminders: number;
}

/** Reminds the office of requests that wait, on days 14 and 25 and before an extended deadline; a night missed is made up for. */
@Injectable()
export class RequestReminders implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.jobs.every('20 1 * * *', 'requests.remind', (regionId, now) => this.remind(regionId, berlinDay(now)));
  }

  /** Opens the task of every request whose next reminder is due; gives how many. Twice on one day is once. */
  remind(regionId: string, today: Day): Promise<number> {
    return this.db.system('reminders of requests', regionId, async (tx) => {
      const waiting = await tx.query<Waiting>(
        `select id, kind, received_on as "receivedOn", due_on as "dueOn", extended_on is not null as extended, reminders from subject_request where region_id = $1 and state = any($2) order by due_on, id for update`, [regionId, openStates]);
      const due = waiting.flatMap((request) => {
        const count = remindersBy(request, today);
        return count > request.reminders ? [{ ...request, reminder: count }] : [];
      });
      await this.tasks.open(tx, due.map(taskOf));
      await tx.query('update subject_request r set reminders = d.count from unnest($2::uuid[], $3::smallint[]) as d (id, count) where r.region_id = $1 and r.id = d.id', [regionId, due.map(({ id }) => id), due.map(({ reminder }) => reminder)]);
      tx.note('subject_request', 'update', due.map(({ id }) => id));
      return due.length;
    });
  }
}
