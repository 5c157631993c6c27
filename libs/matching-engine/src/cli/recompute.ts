import { verify } from '../explain/verify.ts';
import { inputHash } from '../input/input-hash.ts';
import { inputProblems } from '../input/ingest.ts';
import type { MatchingInput } from '../input/input.ts';
import { figures } from '../outcome/figures.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { solve } from '../solve.ts';
import { differences } from './differences.ts';

export interface Recomputation {
  /** UNREADABLE: the input itself has problems, so nothing could be computed. */
  verdict: 'IDENTICAL' | 'DIFFERENT' | 'UNREADABLE';
  /** The report, line by line. */
  lines: string[];
}

/**
 * Draws and places anew from the input and the seed of a record, compares the result with it to the last field, and
 * verifies the record independently. The record may be of any origin; a seed beside the input must be the record's.
 */
export function recompute(frozen: MatchingInput, recorded: Outcome): Recomputation {
  const input: MatchingInput = { ...frozen, seed: frozen.seed ?? recorded.seed, seedSource: frozen.seedSource ?? recorded.seedSource ?? undefined };
  const problems = inputProblems(input);
  if (problems.length > 0) {
    return { verdict: 'UNREADABLE', lines: ['The input of the record is not sound:', ...problems.map(({ code, path }) => `  ${path} ${code}`)] };
  }
  const outcome = solve(input);
  const found = differences(recorded, outcome);
  const violations = violationsOf(input, recorded);
  const verdict = found.length === 0 && violations.length === 0 ? 'IDENTICAL' : 'DIFFERENT';
  return { verdict, lines: [...report(input, outcome, recorded), ...listed('Promises broken', violations), ...listed('Differences (recorded, recomputed)', found), verdict === 'IDENTICAL' ? 'Result: identical.' : 'Result: NOT identical.'] };
}

/** A record of the wrong shape breaks the verifier; the differences then say what is wrong with it. */
function violationsOf(input: MatchingInput, recorded: Outcome): string[] {
  try {
    return verify(input, recorded).map(({ code, pupil, occurrence }) => [code, pupil, occurrence].filter((part) => part !== undefined).join(' '));
  } catch {
    return ['the record cannot be read'];
  }
}

function report(input: MatchingInput, outcome: Outcome, recorded: Outcome): string[] {
  const { pupils, placed, firstWishShare, topThreeShare, meanRank, closed, seatsGuaranteed, guaranteesMet } = figures(outcome);
  const { mechanism, placesPerPupil } = outcome.settings;
  const hash = inputHash(input);
  const rows: [string, string][] = [
    ['Rule', `${outcome.mechanism}${mechanism.kind === 'OPTIMAL' ? ` ${mechanism.objective}` : ''}, places per pupil: ${placesPerPupil}`],
    ['Seed', JSON.stringify(outcome.seed)],
    ['Seed source', outcome.seedSource ?? 'not stated'],
    ['Input hash', recorded.inputHash === hash ? `${hash}, as recorded` : `${hash}, recorded is ${String(recorded.inputHash)}`],
    ['Lottery', `drawn again for ${pupils} pupils`],
    ['Placed', `${placed} of ${pupils}; first wish ${percent(firstWishShare)}, top three ${percent(topThreeShare)}, mean rank ${meanRank === null ? 'none' : meanRank.toFixed(2)}`],
    ['Guarantees', seatsGuaranteed === 0 ? 'none' : `${guaranteesMet} of ${seatsGuaranteed} seats filled`],
    ['Closed', `${closed}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(12)} ${value}`);
}

function listed(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [`${title}: none.`] : [`${title}: ${entries.length}`, ...entries.map((entry) => `  ${entry}`)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
