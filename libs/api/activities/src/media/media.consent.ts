import { ConsentUses, type ConsentUse } from '@mintforge/consent';
import type { PurposeCode } from '@mintforge/domain/consent';
import { addDays, berlinDay } from '@mintforge/domain/kernel';
import { Clock, Tasks, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

interface ShownRow {
  id: string;
  occurrenceId: string;
  pupilId: string;
  title: string;
  startsAt: Date;
  state: string;
  prints: number;
}

/** Pictures these pupils are on: all of them, or those on show. */
const shownSql = `select m.id, m.occurrence_id as "occurrenceId", p.pupil_id as "pupilId", a.title, o.starts_at as "startsAt", m.state, cardinality(m.prints) as prints
  from media_person p join media m on m.region_id = p.region_id and m.id = p.media_id join occurrence o on o.region_id = m.region_id and o.id = m.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
  where p.region_id = $1 and p.pupil_id = any($2) and ($3 or m.state = 'PUBLISHED') order by m.id, p.pupil_id`;

/** Copies of others (caches, partner websites) must be gone after so many days (72 hours). */
const recallDays = 3;

/** What ends with a consent to pictures: what is on show is taken down at once, and the office recalls what was printed. */
@Injectable()
export class MediaConsent implements OnModuleInit {
  constructor(
    private readonly uses: ConsentUses,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.register(this.use('PHOTO_PUBLICATION', false));
    this.uses.register(this.use('PHOTO_INTERNAL', true));
  }

  private use(purpose: PurposeCode, everything: boolean): ConsentUse {
    const shown = (tx: Tx, pupilIds: readonly string[]) => tx.query<ShownRow>(shownSql, [tx.regionId, pupilIds, everything]);
    return {
      purpose,
      impact: async (tx, pupilIds) => (await shown(tx, pupilIds)).map(({ id, pupilId, title, startsAt, state }) => ({ what: state === 'PUBLISHED' ? 'photo' : 'photo_internal', id, pupilId, title, startsAt })),
      end: async (tx, pupilIds) => {
        const rows = await shown(tx, pupilIds);
        const taken = await tx.query<{ id: string }>(
          `update media set state = 'UNPUBLISHED', unpublished_at = now(), version = version + 1, updated_at = now() where region_id = $1 and id = any($2) and state = 'PUBLISHED' returning id`, [tx.regionId, rows.map(({ id }) => id)]);
        tx.note('media', 'update', taken.map(({ id }) => id));
        const dueOn = addDays(berlinDay(this.clock.now()), recallDays);
        await this.tasks.open(tx, [...new Map(rows.map((row) => [row.id, row])).values()].map(({ id, occurrenceId, pupilId, prints }) => ({ kind: 'PHOTO_RECALL', about: id, pupilId, params: { purpose, prints, occurrenceId }, dueOn })));
      },
    };
  }
}
