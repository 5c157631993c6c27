import { checkSecondPerson, Refusal, type Day } from '../kernel';
import type { TextChange } from './vocabularies';

/** A version of a purpose's text: numbered upwards, in a series that a material change ends. */
export interface TextVersion {
  number: number;
  series: number;
}

/** The version that follows. The first one begins series 1, whatever it is called. */
export function nextVersion(latest: TextVersion | null, change: TextChange): TextVersion {
  if (!latest) return { number: 1, series: 1 };
  return { number: latest.number + 1, series: latest.series + (change === 'MATERIAL' ? 1 : 0) };
}

/** One wording of a version: a language (BCP 47), in plain words or not. */
export interface Wording {
  language: string;
  plain: boolean;
  title: string;
  body: string;
}

/** Every version speaks German, normal and plain (facts/privacy.md, children read it too); further languages as the region has them. */
export function checkWordings(wordings: readonly Wording[]): void {
  const keys = wordings.map(({ language, plain }) => `${language}${plain ? ' plain' : ''}`);
  if (new Set(keys).size !== keys.length) throw new Refusal('INVALID_INPUT', {}, { wordings: 'twice' });
  if (!keys.includes('de') || !keys.includes('de plain')) throw new Refusal('INVALID_INPUT', {}, { wordings: 'germanMissing' });
}

/** What a release (Freigabe) looks at. */
export interface TextToRelease {
  number: number;
  proposedBy: string | null;
  releasedAt: Date | null;
}

/** The newest version of a purpose that was released, with its first day. */
export interface ReleasedText {
  number: number;
  validFrom: Day;
}

/**
 * Checks that a second person releases a text, once, from today or a later day on, and after what was released before:
 * of two versions the newer one is in force, so that an overtaken one would be on show as released and never count.
 * Refuses TEXT_ALREADY_RELEASED, FOUR_EYES, INVALID_INPUT (ACC-9).
 */
export function checkRelease(text: TextToRelease, releasedBy: string | null, validFrom: Day, today: Day, latest: ReleasedText | null): void {
  if (text.releasedAt !== null) throw new Refusal('TEXT_ALREADY_RELEASED');
  checkSecondPerson(text.proposedBy, releasedBy);
  if (releasedBy === null) throw new Refusal('FOUR_EYES');
  if (validFrom < today) throw new Refusal('INVALID_INPUT', {}, { validFrom: 'past' });
  if (latest && latest.number > text.number) throw new Refusal('INVALID_INPUT', {}, { number: 'overtaken' });
  if (latest && validFrom < latest.validFrom) throw new Refusal('INVALID_INPUT', {}, { validFrom: 'beforeReleased' });
}
