import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErasureLedger, subjectHash, type NewLedgerEntry } from './erasure-ledger';

const home = mkdtempSync(join(tmpdir(), 'mintforge-ledger-'));
const folder = join(home, 'erasures');
const ledger = new ErasureLedger({ MINTFORGE_LEDGER_DIR: folder });
afterAll(() => rmSync(home, { recursive: true }));

const entry = (region: string, pupil = randomUUID()): NewLedgerEntry => ({ erasure: randomUUID(), kind: 'PUPIL', subject: subjectHash(region, 'PUPIL', pupil), at: '2026-11-21T09:00:00.000Z' });
const file = (region: string) => join(folder, `${region}.jsonl`);

describe('the erasure ledger', () => {
  it('keeps a chained line per erasure and a file per region, for its owner alone, and names nobody', () => {
    const [region, other, pupil] = [randomUUID(), randomUUID(), randomUUID()];
    const [first, second, elsewhere] = [entry(region, pupil), entry(region), entry(other)];
    ledger.append(region, [first]);
    ledger.append(region, [second]);
    ledger.append(other, [elsewhere]);
    expect(ledger.read(region)).toMatchObject([first, second]);
    expect(ledger.read(region)[1]!.previous).toBe(ledger.read(region)[0]!.hash);
    expect(readdirSync(folder).sort()).toEqual([region, other].map((name) => `${name}.jsonl`).sort());
    expect(readFileSync(file(region), 'utf8')).not.toContain(pupil);
    expect(statSync(file(region)).mode & 0o077).toBe(0);
  });

  it('is empty where nothing was erased, and adding nothing makes no file', () => {
    const region = randomUUID();
    ledger.append(region, []);
    expect([ledger.read(region), existsSync(file(region))]).toEqual([[], false]);
  });

  it('takes an erasure once, however often its transaction ran', () => {
    const region = randomUUID();
    const again = entry(region);
    ledger.append(region, [again]);
    ledger.append(region, [again, entry(region)]);
    expect(ledger.read(region).map(({ erasure }) => erasure).filter((erasure) => erasure === again.erasure)).toHaveLength(1);
    expect(ledger.read(region)).toHaveLength(2);
  });

  it('goes on behind a last line that a crash cut off', () => {
    const region = randomUUID();
    const [before, after] = [entry(region), entry(region)];
    ledger.append(region, [before]);
    appendFileSync(file(region), '{"erasure":"0199');
    expect(ledger.read(region)).toMatchObject([before]);
    ledger.append(region, [after]);
    expect(ledger.read(region)).toMatchObject([before, after]);
  });

  it('refuses to be read once a line was altered, removed, or brought from another region', () => {
    const altered = (change: (lines: string[]) => string[]) => {
      const region = randomUUID();
      ledger.append(region, [entry(region), entry(region), entry(region)]);
      writeFileSync(file(region), `${change(readFileSync(file(region), 'utf8').trimEnd().split('\n')).join('\n')}\n`);
      return () => ledger.read(region);
    };
    const foreign = randomUUID();
    ledger.append(foreign, [entry(foreign)]);
    expect(altered(([a = '', b = '', c = '']) => [a, b.replace('2026', '2025'), c])).toThrow('altered at line 2');
    expect(altered(([a = '', , c = '']) => [a, c])).toThrow('altered at line 2');
    expect(altered(([a = '', b = '', c = '']) => [b, a, c])).toThrow('altered at line 1');
    expect(altered(([, b = '', c = '']) => [readFileSync(file(foreign), 'utf8').trimEnd(), b, c])).toThrow('altered at line 1');
    expect(altered(([a = '', b = '']) => [a, b, 'nonsense'])).toThrow('altered at line 3');
  });
});
