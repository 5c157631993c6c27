import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { MatchingInput } from '../input/input.ts';
import { solve } from '../solve.ts';
import { run } from './commands.ts';

const input: MatchingInput = {
  seed: 'numbers drawn in public',
  seedSource: 'lottery draw of 2 March',
  occurrences: [{ id: 'robotics', capacity: 1, reserves: [{ trait: 'girl', seats: 1 }] }, { id: 'welding', capacity: 1 }],
  pupils: [
    { id: 'p1', traits: ['girl'], wishes: [{ occurrence: 'robotics' }, { occurrence: 'welding' }] },
    { id: 'p2', wishes: [{ occurrence: 'welding' }] },
  ],
};
const { seed: _, seedSource: __, ...frozen } = input;
const outcome = solve(input);

function ran(args: string[], file: unknown): { code: number; out: string; complaints: string } {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = run(args, { read: () => (typeof file === 'string' ? file : JSON.stringify(file)), print: (text) => out.push(text), complain: (text) => complaints.push(text) });
  return { code, out: out.join('\n'), complaints: complaints.join('\n') };
}

describe('recomputing a record', () => {
  it('finds an honest record identical and reports seed, source, hash, rule and figures', () => {
    for (const given of [input, frozen]) {
      const { code, out } = ran(['recompute', 'record.json'], { input: given, outcome });
      expect(code).toBe(0);
      for (const part of ['"numbers drawn in public"', 'lottery draw of 2 March', outcome.inputHash, 'deferred-acceptance/1', '2 of 2', '1 of 1 seats', 'Result: identical.']) expect(out).toContain(part);
    }
  });

  it('names every difference of a record that was changed', () => {
    const [first, second] = outcome.pupils;
    const forged = { ...outcome, inputHash: '0', pupils: [{ ...first, lottery: second!.lottery, places: [] }, { ...second, lottery: first!.lottery }] };
    const { code, out } = ran(['recompute'], { input, outcome: forged });
    expect(code).toBe(1);
    for (const part of ['WASTE p1 robotics', 'INPUT_HASH', 'LOTTERY', 'inputHash: "0"', 'pupils["p1"].places[0]: nothing,', 'pupils["p2"].lottery', 'Result: NOT identical.']) expect(out).toContain(part);
  });

  it('finds a record of another seed, or with rows missing, different', () => {
    expect(ran(['recompute'], { input: { ...input, seed: 'other' }, outcome })).toMatchObject({ code: 1, out: expect.stringContaining('seed: "numbers drawn in public", "other"') });
    expect(ran(['recompute'], { input, outcome: { ...outcome, pupils: outcome.pupils.slice(1) } })).toMatchObject({ code: 1, out: expect.stringContaining('pupils["p1"]: nothing,') });
    expect(ran(['recompute'], { input: frozen, outcome: {} })).toMatchObject({ code: 2 });
    expect(ran(['recompute'], { input, outcome: { seed: input.seed } })).toMatchObject({ code: 1 });
  });

  it('says when there is nothing to recompute', () => {
    expect(ran(['recompute'], { input: { ...input, pupils: 7 }, outcome })).toMatchObject({ code: 2, out: expect.stringContaining('pupils WRONG_TYPE') });
    expect(ran(['recompute'], outcome)).toMatchObject({ code: 2 });
    expect(ran(['recompute'], 'not json')).toMatchObject({ code: 2 });
  });
});

describe('the other commands', () => {
  it('list every problem of an input', () => {
    expect(ran(['check'], frozen)).toMatchObject({ code: 0, out: 'The input is sound.' });
    expect(ran(['check'], { pupils: [{ id: 'a', wishes: [{ occurrence: 'x' }] }], occurrences: 1 })).toMatchObject({ code: 1, out: 'occurrences WRONG_TYPE expected="list"\npupils[0].wishes[0].occurrence UNKNOWN_OCCURRENCE occurrence="x"\n2 problem(s).' });
    expect(ran(['check'], '[]')).toMatchObject({ code: 1 });
  });

  it('solve an input, with a seed given beside it', () => {
    const { code, out } = ran(['solve', '--seed', input.seed, '--seed-source', input.seedSource!], frozen);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ input, outcome });
    expect(ran(['solve'], frozen)).toMatchObject({ code: 1, out: '', complaints: 'seed WRONG_TYPE expected="text"' });
  });

  it('explain themselves when called wrongly', () => {
    for (const args of [[], ['guess'], ['solve', 'a', 'b'], ['solve', '--loud']]) expect(ran(args, input)).toMatchObject({ code: 2, out: '' });
    expect(ran(['--help'], input)).toMatchObject({ code: 0, out: expect.stringContaining('recompute') });
  });
});

describe('the command line', () => {
  const command = (args: string[], text: string) => spawnSync(process.execPath, [resolve('libs/matching-engine/bin/matching-engine.mjs'), ...args], { input: text, encoding: 'utf8' });

  it('runs from the source as it is, over pipes, and says by its exit code what it found', () => {
    const solved = command(['solve'], JSON.stringify(input));
    expect(solved.stderr).toBe('');
    expect(command(['recompute', '-'], solved.stdout)).toMatchObject({ status: 0, stdout: expect.stringContaining('Result: identical.') });
    expect(command(['recompute', 'no-such-file.json'], '')).toMatchObject({ status: 2, stdout: '' });
  });
});
