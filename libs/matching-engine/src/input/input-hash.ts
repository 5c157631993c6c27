import { createHash } from 'node:crypto';
import { ingestFrozen } from './ingest.ts';
import type { Ingested } from './ingest.ts';
import type { FrozenInput } from './input.ts';
import { NO_START, NOT_ELIGIBLE } from '../problem.ts';

/**
 * SHA-256 (hex) of the frozen input: the same for the same facts in any order of rows and with defaults left out or
 * spelled out. The seed is not part of it, so the hash can be published before the seed is known.
 *
 * @throws InvalidInputError with every problem found.
 */
export function inputHash(input: FrozenInput): string {
  return hashOf(ingestFrozen(input));
}

/**
 * The canonical text, one line each and LF at the end: a header with the settings; per occurrence (by id) its id, seats,
 * minimum, start and end minute, activity; per pupil (by id) its id, size and wishes, best first, an occurrence standing
 * as its line number from 0, `:class` or `!"rule"` behind it; then pins and vetoes by line numbers. Texts are JSON strings.
 */
export function hashOf({ problem, pupilIds, occurrenceIds, activities, rules, vetoes }: Ingested): string {
  const { wishStart, wishOccurrence, wishClass, size, capacity, minimum, startsAt, endsAt, placesPerPupil } = problem;
  const digest = createHash('sha256');
  digest.update(`matching-input/1 placesPerPupil=${placesPerPupil}\n`);
  occurrenceIds.forEach((id, a) => {
    const time = startsAt[a] === NO_START ? '- -' : `${startsAt[a]!} ${endsAt[a]!}`;
    const activity = activities[a] === undefined ? '-' : JSON.stringify(activities[a]);
    digest.update(`occurrence ${JSON.stringify(id)} ${capacity[a]!} ${minimum[a]!} ${time} ${activity}\n`);
  });
  const named = occurrenceIds.map((_, a) => ` ${a}`);
  const classed = Array.from({ length: 256 }, (_, priority) => (priority === 0 ? '' : `:${priority}`));
  let lines = '';
  pupilIds.forEach((id, p) => {
    lines += `pupil ${JSON.stringify(id)} ${size[p]!}`;
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      lines += named[wishOccurrence[e]!]!;
      lines += wishClass[e] === NOT_ELIGIBLE ? `!${JSON.stringify(rules.get(e))}` : classed[wishClass[e]!]!;
    }
    lines += '\n';
    if (lines.length > 1 << 16) {
      digest.update(lines);
      lines = '';
    }
  });
  digest.update(lines);
  problem.pinPupil.forEach((pupil, i) => digest.update(`pin ${pupil} ${problem.pinOccurrence[i]!}\n`));
  for (const [pupil, occurrence] of vetoes) digest.update(`veto ${pupil} ${occurrence}\n`);
  return digest.digest('hex');
}
