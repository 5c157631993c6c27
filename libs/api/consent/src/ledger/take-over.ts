import { guardiansEndAge, isAsked, type PurposeCode, type SignerRule } from '@mintforge/domain/consent';
import { addDays, ageOn, berlinDay, type Day } from '@mintforge/domain/kernel';
import { PeopleReads } from '@mintforge/people';
import { Db, Jobs, Tasks, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import { ConsentUses } from './consent-uses';
import { ConsentLedger, ofTheOffice, type Act } from './ledger';
import { PurposeReads } from '../purposes/purposes.reads';

const perBatch = 200;
/** On the day after a school year's grace all consents of a region end at once. */
const perEnding = 1000;
const noticeDays = 30;

/**
 * What the days bring about: pupils who are old enough are asked to renew what their guardians gave, links of guardians
 * end at full age, what ended by time ends wherever it is used, and the office is told what ends soon. Whatever a night
 * missed the next one does; the gate itself depends on none of it.
 */
@Injectable()
export class ConsentTakeOver implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly ledger: ConsentLedger,
    private readonly uses: ConsentUses,
    private readonly purposes: PurposeReads,
    private readonly people: PeopleReads,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.jobs.every('20 1 * * *', 'consent.takeover', (regionId, now) => this.round(regionId, now));
  }

  /** One night of a region. Twice is once. */
  async round(regionId: string, now: Date): Promise<void> {
    const inRegion = <T>(work: (tx: Tx) => Promise<T>) => this.db.system('consents of the day', regionId, work);
    while (await inRegion((tx) => this.ask(tx, now)));
    for (const { code } of await inRegion((tx) => this.purposes.of(tx))) {
      while (await inRegion((tx) => this.end(tx, code)));
    }
    await inRegion((tx) => this.tell(tx, berlinDay(now)));
  }

  /** Asks some pupils whose day has come; the acts themselves take them off the list, which is read when no other act is under way. Whether there may be more. */
  private async ask(tx: Tx, now: Date): Promise<boolean> {
    const codes = (await this.purposes.of(tx)).filter(({ basis }) => isAsked(basis)).map(({ code }) => code).sort();
    for (const code of codes) await lockPurpose(tx, code);
    const due = await tx.query<Pick<Act, 'pupilId' | 'purpose'>>(
      `select c.pupil_id as "pupilId", p.code as purpose
        from consent_current c join consent_decision d on d.region_id = c.region_id and d.id = c.decision_id join purpose p on p.region_id = c.region_id and p.id = c.purpose_id
          join pupil u on u.region_id = c.region_id and u.id = c.pupil_id join text_in_force f on f.region_id = c.region_id and f.purpose_id = c.purpose_id
        where c.region_id = $1 and c.renew_on <= $2 and d.state = 'GIVEN' and p.signer_rule is not null and u.left_on is null and u.erased_on is null
        order by p.code, c.pupil_id limit ${perBatch}`, [tx.regionId, berlinDay(now)]);
    await this.ledger.append(tx, due.map((of): Act => ({ ...of, act: 'REQUESTED', at: now, ...ofTheOffice })));
    await this.endGuardianLinks(tx, [...new Set(due.map(({ pupilId }) => pupilId))], berlinDay(now));
    return due.length === perBatch;
  }

  private async endGuardianLinks(tx: Tx, pupilIds: readonly string[], day: Day): Promise<void> {
    const age = await guardiansEnd(tx);
    if (age === null || pupilIds.length === 0) return;
    const adults = [...(await this.people.pupilsForConsent(tx, pupilIds)).values()].filter(({ birthDate }) => birthDate !== null && ageOn(birthDate, day) >= age).map(({ id }) => id);
    const ended = await tx.query<{ id: string }>(`update consent_link set ended_at = now() where region_id = $1 and pupil_id = any($2) and signer <> 'PUPIL' and ended_at is null returning id`, [tx.regionId, adults]);
    tx.note('consent_link', 'update', ended.map(({ id }) => id));
  }

  /** Ends the uses of some consents that time alone ended, each once. Whether there may be more. */
  private async end(tx: Tx, purpose: PurposeCode): Promise<boolean> {
    await lockPurpose(tx, purpose);
    const over = await tx.query<{ pupilId: string }>(
      `with over as (
         select c.region_id, c.decision_id, c.pupil_id from consent_current c
         where c.region_id = $1 and c.purpose_id = (select p.id from purpose p where p.region_id = $1 and p.code = $2) and c.state in ('EXPIRED', 'SUPERSEDED') and not exists (select from consent_ended e where e.region_id = c.region_id and e.decision_id = c.decision_id)
         order by c.pupil_id limit ${perEnding}
       ), kept as (insert into consent_ended (region_id, decision_id) select region_id, decision_id from over)
       select pupil_id as "pupilId" from over`, [tx.regionId, purpose]);
    const pupilIds = over.map(({ pupilId }) => pupilId);
    if (pupilIds.length === 0) return false;
    await this.uses.end(tx, purpose, pupilIds);
    await this.jobs.emit(tx, 'consent.ended', { purpose, pupilIds });
    return pupilIds.length === perEnding;
  }

  /** A task for every group in which consents end within thirty days, unless somebody was done with it for that day. */
  private async tell(tx: Tx, day: Day): Promise<void> {
    const ending = await tx.query<{ groupId: string; count: number; firstOn: Day }>(
      `select u.group_id as "groupId", count(distinct u.id)::int as count, min(c.valid_until)::text as "firstOn" from consent_current c join pupil u on u.region_id = c.region_id and u.id = c.pupil_id
        where c.region_id = $1 and c.state = 'GIVEN' and c.valid_until between $2 and $3 and u.group_id is not null and u.left_on is null and u.erased_on is null group by u.group_id`, [tx.regionId, day, addDays(day, noticeDays)]);
    const known = await tx.query<{ about: string; dueOn: Day; note: string | null; state: string }>(`select about, due_on as "dueOn", note, state from office_task where region_id = $1 and kind = 'CONSENTS_ENDING' and (state = 'OPEN' or due_on >= $2)`, [tx.regionId, day]);
    const fresh = ending.filter(({ groupId, firstOn }) => !known.some(({ about, dueOn, note }) => about === groupId && dueOn === firstOn && note !== null));
    await this.tasks.open(tx, fresh.map(({ groupId, count, firstOn }) => ({ kind: 'CONSENTS_ENDING', about: groupId, params: { count }, dueOn: firstOn })));
    await this.tasks.settle(tx, 'CONSENTS_ENDING', known.filter(({ state }) => state === 'OPEN').map(({ about }) => about).filter((about) => !ending.some(({ groupId }) => groupId === about)));
  }
}

/** Whether guardians still have a say for a pupil today, under any rule of the region; without a birth date they do. */
export async function guardiansSpeak(tx: Tx, people: PeopleReads, pupilId: string): Promise<boolean> {
  const age = await guardiansEnd(tx);
  const birthDate = (await people.pupilsForConsent(tx, [pupilId])).get(pupilId)?.birthDate ?? null;
  return age === null || birthDate === null || ageOn(birthDate, berlinDay(new Date())) < age;
}

/** The age at which no guardian of the region has a say any more, by its rules of today. */
async function guardiansEnd(tx: Tx): Promise<number | null> {
  const rules = await tx.query<SignerRule>('select distinct on (code) bands, grace_days as "graceDays" from signer_rule where region_id = $1 and valid_from <= (select app.berlin_today()) order by code, valid_from desc', [tx.regionId]);
  return guardiansEndAge(rules);
}
