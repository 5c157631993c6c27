import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAnchors } from '../../../../tools/check-anchors.mjs';
import { addAnchor, readAnchors, type AnchorLine } from './anchor-file';
import { AuditAnchors } from './anchors';
import { verifyAudit } from './audit';
import type { Actor } from './context';
import { SecurityEvents } from './security-events';
import { Signer } from './signing';
import { aRegion, asActor, aUser, openTestDatabase, testConfig, type TestDatabase } from './testing';

let database: TestDatabase;
let folder: string;
let office: Actor & { regionId: string };
let [first, second, third, stranger]: string[] = [];

const hour = (n: number) => new Date(Date.UTC(2026, 10, 21, n));
/** The anchors of an installation whose key is `key`, and was `previous` before. */
const under = (key = '', previous?: string) => new AuditAnchors(database.db, database.jobs, { ...testConfig(database.url), ANCHOR_DIR: folder, MINTFORGE_ANCHOR_KEY: key, MINTFORGE_ANCHOR_KEY_PREVIOUS: previous }, new SecurityEvents(database.db));
const act = () => asActor(office, () => database.db.write(async (tx) => tx.note('activity', 'update', ['01a1ff5d-0000-7000-8000-000000000001'])));
const anchor = async (key: string | undefined, n: number) => (await act(), asActor(office, () => under(key).anchor(office.regionId, hour(n))));
const handOver = (key: string | undefined, previous: string | undefined, n: number) => asActor(office, () => under(key, previous).handOver(office.regionId, hour(n)));
const verified = async (key?: string) => (await asActor(office, () => verifyAudit(database.db, under(key), office.regionId)))[0];
const file = () => join(folder, `${office.regionId}.anchors`);
const linesOf = () => readFileSync(file(), 'utf8').trimEnd().split('\n');
const rewrite = (lines: string[]) => writeFileSync(file(), `${lines.join('\n')}\n`);
/** A line that somebody adds who holds a secret, as the last one of the file or after some line. */
const forge = async (key: string | undefined, before: string | undefined, retiring?: string): Promise<string> => {
  const last = before ? ({ ...JSON.parse(before.slice(0, before.lastIndexOf(' '))), line: before } as AnchorLine) : undefined;
  const elsewhere = mkdtempSync(join(tmpdir(), 'forge-'));
  const { line } = await addAnchor(elsewhere, new Signer(key ?? ''), last, { chain: office.regionId, seq: 2, hash: '00'.repeat(32), at: hour(9).toISOString() }, retiring ? new Signer(retiring) : undefined);
  rmSync(elsewhere, { recursive: true });
  return line;
};
const scripted = async (key?: string) => {
  const { rows } = await database.admin.query<{ line: string }>(`select json_build_object('seq', seq, 'canonical', canonical, 'previous_hash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'))::text as line from audit_chain where region_id = $1 order by seq`, [office.regionId]);
  return checkAnchors({ rows: rows.map(({ line }) => line).join('\n'), anchors: readFileSync(file(), 'utf8'), publicKey: new Signer(key ?? '').verifier.pem });
};

beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  [first, second, third, stranger] = [1, 2, 3, 4].map(() => randomBytes(32).toString('base64'));
  office = (await aUser(database, (await aRegion(database)).id)) as typeof office;
  await anchor(first, 1);
  await anchor(first, 2);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a new key of the anchors', () => {
  it('counts with the old one, once that handed over: what either signed in its time stands, however often the key is changed', async () => {
    expect(await handOver(second, first, 3)).toBe('DONE');
    await anchor(second, 4);
    expect(await handOver(third, second, 5)).toBe('DONE');
    await anchor(third, 6);
    expect(await verified(third)).toMatchObject({ fault: null, anchors: 6 });
    expect(await scripted(third)).toEqual([]);
  });

  it('is an alarm while nobody handed over, and nothing is anchored behind it', async () => {
    await anchor(second, 3);
    expect(linesOf()).toHaveLength(2);
    expect(await verified(second)).toMatchObject({ fault: 'ANCHOR_FORGED', brokenAt: 1, anchors: 0 });
    expect(await scripted(second)).toContain('anchor 1 is not signed by the key of its time');
  });

  it('is handed over to once; a second try, an empty file and a file of a third key change nothing', async () => {
    await handOver(second, first, 3);
    const before = linesOf();
    expect(await handOver(second, first, 4)).toBe('NOTHING');
    expect(await handOver(third, first, 4)).toBe('FORGED');
    expect(await handOver(third, stranger, 4)).toBe('FORGED');
    expect(linesOf()).toEqual(before);
    await expect(handOver(third, undefined, 4)).rejects.toThrow('MINTFORGE_ANCHOR_KEY_PREVIOUS');
    rmSync(file());
    expect(await handOver(third, second, 4)).toBe('NOTHING');
  });

  it('leaves a line that the chain knows of, so that taking the change back out is missed', async () => {
    await handOver(second, first, 3);
    await anchor(second, 4);
    rewrite(linesOf().slice(0, 2));
    expect(await verified(first)).toMatchObject({ fault: 'ANCHOR_MISSING', brokenAt: 3 });
  });
});

describe('after a change of keys, a file is refused', () => {
  beforeEach(async () => {
    await handOver(second, first, 3);
    await anchor(second, 4);
  });
  const refused = async (lines: string[], { key = second, at, word }: { key?: string | undefined; at: number; word: RegExp }) => {
    rewrite(lines);
    expect(await verified(key)).toMatchObject({ fault: 'ANCHOR_FORGED', brokenAt: at });
    expect((await scripted(key)).join('; ')).toMatch(word);
  };

  it('that the retired key goes on signing', async () => {
    const lines = linesOf();
    await refused([...lines, await forge(first, lines.at(-1))], { at: 5, word: /anchor 5 is not signed by the key of its time/ });
  });

  it('that was cut back to before the change and goes on under the retired key', async () => {
    const lines = linesOf().slice(0, 2);
    await refused([...lines, await forge(first, lines.at(-1))], { at: 1, word: /anchor 3 is not signed/ });
  });

  it('whose end is signed by a key that nobody handed over to', async () => {
    const lines = linesOf();
    await refused([...lines, await forge(stranger, lines.at(-1))], { at: 5, word: /anchor 5 is not signed/ });
  });

  it('whose old part was signed anew by the retired key, as what handed over no longer follows', async () => {
    const [old = '', , ...rest] = linesOf();
    await refused([old, await forge(first, old), ...rest], { at: 3, word: /anchor 3 does not follow/ });
  });

  it('whose change of keys the old one did not sign, or signed for another place or another key', async () => {
    const [one = '', two = '', change = ''] = linesOf();
    await refused([one, two, await forge(second, two, stranger)], { at: 1, word: /anchor 1 is not signed/ });
    const text = JSON.parse(change.slice(0, change.lastIndexOf(' '))) as { handOver: { from: string; to: string; signature: string } };
    const signed = (said: object) => `${JSON.stringify(said)} ${new Signer(second ?? '').sign(JSON.stringify(said)).toString('base64url')}`;
    for (const forged of [{ ...text, seq: 1 }, { ...text, at: hour(8).toISOString() }, { ...text, handOver: { ...text.handOver, signature: '' } }, { ...text, handOver: { ...text.handOver, from: 'AAAA' } }, { ...text, handOver: { ...text.handOver, to: text.handOver.from } }]) {
      await refused([one, two, signed(forged)], { at: 3, word: /anchor 3 hands over without the word of both keys/ });
    }
  });

  it('that somebody with a key of their own wrote from the beginning, with a change to a key they do not hold', async () => {
    const own = await forge(stranger, undefined);
    const change = await forge(third, own, stranger);
    await refused([own, change], { at: 2, word: /anchor 2 hands over without the word of both keys/ });
    // Nothing of it stands, so that no cut of the chain can lean on it.
    expect((await readAnchors(folder, office.regionId, new Signer(second ?? '').verifier)).lines).toEqual([]);
  });

  it('that the retired key takes back to itself', async () => {
    const lines = linesOf();
    await refused([...lines, await forge(first, lines.at(-1), second)], { key: second, at: 5, word: /anchor 5 hands over without/ });
    appendFileSync(file(), 'garbage\n');
    expect(await verified(second)).toMatchObject({ fault: 'ANCHOR_FORGED' });
  });
});
