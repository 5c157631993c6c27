import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Gate {
  purpose: string;
  file: string;
  gate: string;
  without: string;
  spec: string;
  test: string;
}

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { reasons, waysOut, gates } = JSON.parse(read('tools/gates.json')) as { reasons: Record<string, string>; waysOut: Record<string, string>; gates: Gate[] };

/** What opens a sealed value of a person, hands out a file or queues a mail. */
const leaving = /\b(namesOf|pupilsForRound|pupilsForConsent|statedWishes|openFields|openProvisions)\(|app\.(host_view|media_picture)\b|new StreamableFile\(|mails\.queue\(|type\('text\/html/;
const isCode = (path: string) => !/\.spec\.ts$|\/testing\b/.test(path);

describe('every way on which something of a pupil can leave', () => {
  it('says whether it asks the gate, and if not, on what else it rests', () => {
    const found = globSync(['libs/api/**/*.ts', 'apps/api/src/**/*.ts'], { cwd: root }).filter((path) => isCode(path) && leaving.test(read(path)) && !path.startsWith('libs/api/platform/')).sort();
    expect(found).toEqual(Object.keys(waysOut).sort());
    expect(Object.values(waysOut).filter((reason) => !(reason in reasons))).toEqual([]);
  });

  it('that asks the gate has one in the list, with a test that fails without it', () => {
    const lacking = gates.flatMap(({ file, gate, spec, test }) => [
      ...(read(file).split(gate).length === 2 ? [] : [`${file} does not hold once: ${gate}`]),
      ...(read(spec).includes(`'${test}'`) ? [] : [`${spec} has no test: ${test}`]),
    ]);
    expect(lacking).toEqual([]);
  });

  it('is taken away where it stands last: no later migration repeats what an earlier one says of it', () => {
    const migrations = globSync('apps/api/migrations/*.sql', { cwd: root }).sort();
    const repeated = gates.filter(({ file, gate }) => migrations.includes(file) && migrations.some((later) => later > file && read(later).includes(gate)));
    expect(repeated).toEqual([]);
  });

  it('covers every purpose of pupils that can be asked for', () => {
    const asked = ['MATCHING', 'SHARE_WITH_COMPANY', 'NEEDS_PROCESS', 'NEEDS_SHARE_COMPANY', 'PHOTO_INTERNAL', 'PHOTO_PUBLICATION', 'EVALUATION_FOLLOWUP'];
    expect(asked.filter((purpose) => !gates.some((gate) => gate.purpose === purpose))).toEqual([]);
  });
});
