import { csvText } from '@mintforge/domain/imports';
import { pseudonymStart } from '@mintforge/domain/people';
import { accessLog, Conditions, currentActor, Db, readPage, type AccessEntry, type List } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { ReadReason } from '@mintforge/domain/oversight';
import type { AuditArgs, AuditEntry, AuditFilter } from './audits.types';

const select = `a.seq::text as id, a.at, a.actor_id as "actorId", u.display_name as "actorName", a.role, a.action, a.reason, a.changes::text as changes`;
const from = 'audit a left join app_user u on u.id = a.actor_id';
const touching = 'a.seq in (select seq from app.acts_on(array[?]))';
const exportedAtMost = 10_000;
const touches = (change: object): string => JSON.stringify([change]);
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/** The audit trail of the region: searched, exported, and as the extract of one pupil. */
@Injectable()
export class AuditReads {
  constructor(private readonly db: Db) {}

  /** One page of entries. */
  async list({ sort, filter, ...page }: AuditArgs): Promise<List<AuditEntry>> {
    const direction = sort === 'AT_DESC' ? 'desc' : 'asc';
    return readPage<AuditEntry>(this.db, { select, from, ...(await this.conditions(filter ?? {})), order: `a.at ${direction}, a.seq ${direction}` }, page);
  }

  /** The newest ten thousand entries of a search as CSV; that it left the system, and why, is audited. */
  async csv(filter: AuditFilter, because: ReadReason): Promise<string> {
    const { where, params } = await this.conditions(filter);
    return this.db.read(async (tx) => {
      const rows = await tx.query<AuditEntry>(`select ${select} from ${from} where ${where.join(' and ')} order by a.at desc, a.seq desc limit ${exportedAtMost}`, params);
      tx.because(because);
      tx.note('audit', 'export', [tx.regionId]);
      return csvText([['seq', 'at', 'actor', 'role', 'action', 'reason', 'changes'], ...rows.map(({ id, at, actorId, role, action, reason, changes }) => [id, at.toISOString(), actorId ?? '', role, action, reason ?? '', changes])]);
    });
  }

  /** Who looked at or changed a pupil's data, without names of staff. */
  accessLog(pupilId: string): Promise<AccessEntry[]> {
    return this.db.read((tx) => accessLog(tx, pupilId, 500));
  }

  private async conditions({ action, objectId, pseudonym, actorId, table, access, reason, from: start, to }: AuditFilter): Promise<Conditions> {
    const { regionId } = currentActor();
    const pupilId = pseudonym ? await this.pupilOf(pseudonym) : undefined;
    const conditions = new Conditions().add('a.region_id = ?', regionId).add(`a.action like ? || '%'`, action && literal(action)).add('a.actor_id = ?', actorId).add(`a.reason like ? || '%'`, reason && literal(reason));
    conditions.add('a.at >= ?', start).add('a.at < ?', to);
    conditions.add(touching, objectId).add(touching, pupilId).add('a.changes @> ?::jsonb', table && touches({ table }));
    if (access === 'READ' || access === 'EXPORT') conditions.add('a.changes @> ?::jsonb', touches({ verb: access.toLowerCase() }));
    if (access === 'WRITE') conditions.always(`a.changes @? '$[*] ? (@.verb == "insert" || @.verb == "update" || @.verb == "delete")'`);
    return conditions;
  }

  /** The id behind a pseudonym, which an auditor cannot look up; nobody's where there is none. */
  private async pupilOf(pseudonym: string): Promise<string> {
    const { regionId } = currentActor();
    const wanted = pseudonymStart(pseudonym);
    const found = await this.db.system('pseudonym of the audit search', regionId, (tx) => tx.query<{ id: string }>('select id from pupil where region_id = $1 and pseudonym = $2', [tx.regionId, wanted]));
    return found[0]?.id ?? '00000000-0000-0000-0000-000000000000';
  }
}
