import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { binding, regionless, sha256, type AnchorLine } from './anchor-file';
import { anchorNote, type AuditAnchors } from './anchors';
import type { Db } from './db/db';
import type { Tx } from './db/tx';

/**
 * What is wrong with a chain (Protokollkette). CHAIN = a row was altered, inserted or removed; SUBJECTS = ids of a large act
 * were altered, removed or added; REWRITTEN = a row differs from what was signed, so all from the anchor before may;
 * TRUNCATED = rows are missing at the end; BASE = the beginning was cut where no anchor stands; ANCHOR_FORGED = a line of
 * the anchor file does not stand; ANCHOR_MISSING = a line the chain knows of is not in the file.
 */
export enum ChainFault { CHAIN = 'CHAIN', SUBJECTS = 'SUBJECTS', REWRITTEN = 'REWRITTEN', TRUNCATED = 'TRUNCATED', BASE = 'BASE', ANCHOR_FORGED = 'ANCHOR_FORGED', ANCHOR_MISSING = 'ANCHOR_MISSING' }
registerEnumType(ChainFault, { name: 'ChainFault' });

/** What `verifyAudit` found in one region's chain. */
@ObjectType()
export class ChainReport {
  @Field()
  regionId!: string;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int, { description: 'anchors that stand' })
  anchors!: number;

  @Field(() => Date, { nullable: true, description: 'instant of the last anchor that stands' })
  anchoredAt!: Date | null;

  @Field(() => ChainFault, { nullable: true })
  fault!: ChainFault | null;

  /** Sequence number of the first row that does not stand (of an anchor: its line); null when the chain is whole. */
  @Field(() => Int, { nullable: true })
  brokenAt!: number | null;

  /** With SUBJECTS, for the command: which part of the act, e.g. `pupil read, part 3 was altered`. */
  about!: string | null;
}

interface Chain {
  rows: number;
  brokenAt: number | null;
  lastSeq: number;
  baseSeq: number | null;
  baseHash: string | null;
}

const chainSql = `
  select count(c.*)::int as rows, coalesce(max(c.seq), max(b.seq), 0) as "lastSeq", max(b.seq) as "baseSeq", encode((array_agg(b.hash))[1], 'hex') as "baseHash",
    min(c.seq) filter (where c.hash <> sha256(c.expected_previous || convert_to(c.canonical, 'UTF8')) or c.previous_hash <> c.expected_previous or c.seq <> c.position) as "brokenAt"
  from (select $1::uuid as id) as chain left join audit_base b on b.region_id = chain.id left join audit_chain c on c.region_id = chain.id`;

/** The first part of an act's ids that is not the one its row was hashed with. */
const subjectsSql = `
  with told as (
    select a.seq, (c.position - 1)::int as change, (p.position - 1)::int as part, c.change->>'table' || ' ' || (c.change->>'verb') as act, p.hash
      from audit a cross join lateral jsonb_array_elements(a.changes) with ordinality as c (change, position) cross join lateral jsonb_array_elements_text(c.change->'more') with ordinality as p (hash, position)
      where a.region_id = $1 and a.changes @? '$[*].more[*]'),
  kept as (select s.seq, s.change, s.part, app.subjects_hash(s.ids) as hash from audit_subject s where s.region_id = $1)
  select seq::int as seq, coalesce(t.act, 'change ' || change) || ', part ' || part || case when t.hash is null then ' was added' when k.hash is null then ' is missing' else ' was altered' end as about
    from told t full join kept k using (seq, change, part) where t.hash is distinct from k.hash order by seq, change, part limit 1`;

const differsSql = `
  select min(s.seq)::int as seq from unnest($2::bigint[], $3::text[]) as s (seq, hash) left join audit a on a.region_id = $1 and a.seq = s.seq
    where a.seq is null or encode(a.hash, 'hex') <> s.hash`;

const notedSql = `select reason from audit where region_id = $1 and reason like 'anchor %' and role = 'SYSTEM' order by seq`;

/**
 * Recomputes the hash chain of one region, or of all with null, and holds it against its signed anchors (from the configured
 * folder, or a copy kept elsewhere): finds what was altered, inserted, removed or cut off, the ids of large acts included, and anchors forged or missing.
 */
export async function verifyAudit(db: Db, anchors: AuditAnchors, regionId: string | null, folder?: string): Promise<ChainReport[]> {
  const chains = regionId
    ? [{ id: regionId }]
    : await db.system('audit verification', null, (tx) => tx.query<{ id: string }>(`select $1::uuid as id union all (select id from region order by id)`, [regionless]));
  const reports: ChainReport[] = [];
  for (const { id } of chains) {
    const { lines, forgedAt } = await anchors.read(id, folder);
    reports.push(await db.system('audit verification', id === regionless ? null : id, (tx) => verifyChain(tx, id, lines, forgedAt)));
  }
  return reports;
}

async function verifyChain(tx: Tx, regionId: string, lines: readonly AnchorLine[], forgedAt: number | null): Promise<ChainReport> {
  const chain = await tx.one<Chain>(chainSql, [regionId]);
  const found = (fault: ChainFault | null, brokenAt: number | null, about: string | null = null): ChainReport => ({ regionId, rows: chain.rows, anchors: lines.length, anchoredAt: lines.at(-1) ? new Date(lines.at(-1)!.at) : null, fault, brokenAt, about });
  if (chain.brokenAt !== null) return found(ChainFault.CHAIN, chain.brokenAt);
  const [subjects] = await tx.query<{ seq: number; about: string }>(subjectsSql, [regionId]);
  if (subjects) return found(ChainFault.SUBJECTS, subjects.seq, subjects.about);
  if (forgedAt !== null) return found(ChainFault.ANCHOR_FORGED, forgedAt);
  if (chain.baseSeq !== null && !lines.some(({ seq, hash }) => seq === chain.baseSeq && hash === chain.baseHash)) return found(ChainFault.BASE, chain.baseSeq);
  const missing = await missingLine(tx, regionId, lines);
  if (missing !== null) return found(ChainFault.ANCHOR_MISSING, missing);
  const kept = binding(lines).filter(({ seq }) => seq > (chain.baseSeq ?? 0));
  const { seq: differs } = await tx.one<{ seq: number | null }>(differsSql, [regionId, kept.map(({ seq }) => seq), kept.map(({ hash }) => hash)]);
  if (differs === null) return found(null, null);
  if (differs > chain.lastSeq) return found(ChainFault.TRUNCATED, chain.lastSeq + 1);
  const sound = kept.filter(({ seq }) => seq < differs).at(-1);
  return found(ChainFault.REWRITTEN, (sound?.seq ?? chain.baseSeq ?? 0) + 1);
}

/** The first anchor that the chain has noted and the file does not hold so. */
async function missingLine(tx: Tx, regionId: string, lines: readonly AnchorLine[]): Promise<number | null> {
  const noted = await tx.query<{ reason: string }>(notedSql, [regionId]);
  for (const { reason } of noted) {
    const [, n, hash] = anchorNote.exec(reason) ?? [];
    const line = lines[Number(n) - 1];
    if (n && (!line || sha256(line.line) !== hash)) return Number(n);
  }
  return null;
}
