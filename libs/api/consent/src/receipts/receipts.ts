import { canonicalJson, receiptOf, type Controller, type ReceiptFacts } from '@mintforge/domain/consent';
import { CONFIG, Signer, Verifier, type Config, type Db, type Tx } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';

/** A signed receipt as it is stored. */
interface StoredReceipt {
  decisionId: string;
  document: string;
  kid: string;
  signature: Buffer;
}

/** Signs receipts with the Ed25519 key of the installation; the public half is kept with the region that it signs for. */
@Injectable()
export class Receipts {
  private readonly signer: Signer;

  constructor(@Inject(CONFIG) config: Config) {
    this.signer = new Signer(config.MINTFORGE_RECEIPT_KEY);
  }

  /** Stores signed receipts of decisions in their transaction. */
  async issue(tx: Tx, facts: readonly Omit<ReceiptFacts, 'controller' | 'land'>[]): Promise<void> {
    if (facts.length === 0) return;
    const { kid, raw } = this.signer.verifier;
    await tx.query('insert into receipt_key (region_id, kid, public_key) values ($1, $2, $3) on conflict do nothing', [tx.regionId, kid, raw]);
    const controller = await tx.one<Controller>('select name, address, contact, officer, authority from controller where region_id = $1 order by id desc limit 1', [tx.regionId]);
    const { land } = await tx.one<{ land: string }>('select land from region where id = $1', [tx.regionId]);
    const documents = facts.map((fact) => canonicalJson(receiptOf({ ...fact, controller, land })));
    await tx.query('insert into consent_receipt (region_id, decision_id, document, kid, signature) select $1, d.id, d.document, $2, d.signature from unnest($3::uuid[], $4::text[], $5::bytea[]) as d (id, document, signature)', [
      tx.regionId, kid, facts.map(({ decisionId }) => decisionId), documents, documents.map((document) => this.signer.sign(document)),
    ]);
  }
}

/** The receipt of a decision as it is handed out: the signed document with its signature. Refuses NOT_FOUND. */
export async function receiptText(tx: Tx, decisionId: string): Promise<string> {
  const { document, kid, signature } = await tx.one<StoredReceipt>('select decision_id as "decisionId", document, kid, signature from consent_receipt where region_id = $1 and decision_id = $2', [tx.regionId, decisionId]);
  return JSON.stringify({ ...(JSON.parse(document) as object), signature: { alg: 'EdDSA', kid, value: signature.toString('base64url') } });
}

/** The keys that ever signed receipts of a region (by its key), as a JSON Web Key Set; none for an unknown one. */
export async function publishedKeys(db: Db, regionKey: string): Promise<{ keys: { kty: 'OKP'; crv: 'Ed25519'; use: 'sig'; kid: string; x: string }[] }> {
  const [region] = await db.system('published receipt keys', null, (tx) => tx.query<{ id: string }>('select id from region where key = $1', [regionKey]));
  if (!region) return { keys: [] };
  const rows = await db.system('published receipt keys', region.id, (tx) => tx.query<{ kid: string; raw: Buffer }>('select kid, public_key as raw from receipt_key where region_id = $1 order by created_at, kid', [region.id]));
  return { keys: rows.map(({ kid, raw }) => ({ kty: 'OKP', crv: 'Ed25519', use: 'sig', kid, x: raw.toString('base64url') })) };
}

/** What `verifyReceipts` found: how many receipts, and the ids of those that do not stand. */
export interface ReceiptReport {
  receipts: number;
  forged: string[];
  missing: string[];
}

const perBatch = 5000;

/**
 * Checks every receipt of a region: signed by a kept key, and saying of its decision what the ledger says. `missing` are
 * answers without one.
 */
export function verifyReceipts(db: Db, regionId: string): Promise<ReceiptReport> {
  return db.system('receipt verification', regionId, async (tx) => {
    const keys = new Map((await tx.query<{ kid: string; raw: Buffer }>('select kid, public_key as raw from receipt_key where region_id = $1', [regionId])).map(({ kid, raw }) => [kid, new Verifier(raw)]));
    const report: ReceiptReport = { receipts: 0, forged: [], missing: [] };
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await tx.query<StoredReceipt & { act: string; signer: string; decidedAt: Date; state: string; pseudonym: string; code: string; scan: string | null }>(
        `select d.id as "decisionId", r.document, r.kid, r.signature, encode(d.scan_sha256, 'hex') as scan, d.act, d.signer, d.decided_at as "decidedAt", d.state, u.pseudonym, p.code
          from consent_decision d join pupil u on u.region_id = d.region_id and u.id = d.pupil_id join purpose p on p.region_id = d.region_id and p.id = d.purpose_id
            left join consent_receipt r on r.region_id = d.region_id and r.decision_id = d.id
          where d.region_id = $1 and d.id > $2 and d.signer is not null order by d.id limit ${perBatch}`, [regionId, after]);
      const last = rows.at(-1);
      if (!last) return report;
      after = last.decisionId;
      for (const row of rows) {
        if (row.document === null) report.missing.push(row.decisionId);
        else if (!stands(keys.get(row.kid), row)) report.forged.push(row.decisionId);
        else report.receipts++;
      }
    }
  });
}

function stands(key: Verifier | undefined, { decisionId, document, signature, act, signer, decidedAt, state, pseudonym, code, scan }: StoredReceipt & { act: string; signer: string; decidedAt: Date; state: string; pseudonym: string; code: string; scan: string | null }): boolean {
  if (!key || !key.accepts(document, signature)) return false;
  const { recordId, principal, processing, events } = JSON.parse(document) as ReturnType<typeof receiptOf>;
  const [event] = events;
  return recordId === `c-${decisionId}` && principal.pseudonym === pseudonym && processing[0]?.purpose === code && event?.state === act && event.entity === signer && event.time === decidedAt.toISOString() && event.standing === state && (event.evidence?.scanSha256 ?? null) === scan;
}
