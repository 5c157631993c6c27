import { checkSignerRule, graceLimits, type SignerBand } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import type { NewRule } from './verbs';

/** The bands with one more, a year after the last; the adult's own stays last. */
export function withBand(bands: readonly SignerBand[]): SignerBand[] {
  const ages = new Set(bands.map(({ fromAge }) => fromAge));
  const fromAge = [14, 16, 12, 15, 13, 17, 10, 8].find((age) => !ages.has(age)) ?? 1;
  return [...bands, { fromAge, guardians: 'ONE' as const, pupil: true, takesOver: false }].sort((a, b) => a.fromAge - b.fromAge);
}

/** Why a draft cannot be proposed: the code of a text, by field; null when it can. */
export function faultOf({ bands, graceDays, source, validFrom }: NewRule, today: string): string | null {
  if (source.trim() === '') return 'source';
  if (validFrom < today) return 'past';
  if (graceDays < graceLimits.min || graceDays > graceLimits.max) return 'grace';
  try {
    checkSignerRule({ bands, graceDays });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.fields?.['bands'] ?? 'grace';
    throw error;
  }
}
