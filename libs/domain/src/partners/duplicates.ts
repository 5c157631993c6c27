import { bodyNameKey } from './body-name';
import { nameSimilarity } from './name-similarity';

/** What of an organisation tells whether two entries mean the same one. `domains` come from `ownDomains`. */
export interface DuplicateProfile {
  name: string;
  key: string | null;
  number: string | null;
  land: string | null;
  postcode: string | null;
  domains: readonly string[];
}

export type DuplicateReasonCode = 'SAME_KEY' | 'DIFFERENT_KEY' | 'SAME_NUMBER' | 'SAME_NAME' | 'SIMILAR_NAME' | 'INITIALS' | 'SAME_POSTCODE' | 'DIFFERENT_POSTCODE' | 'SAME_DOMAIN';

/** `value` is the similarity 0..1 for SIMILAR_NAME, else null. */
export interface DuplicateReason {
  code: DuplicateReasonCode;
  value: number | null;
}

export type DuplicateVerdict = 'CERTAIN' | 'LIKELY' | 'UNLIKELY';

export interface DuplicateScore {
  verdict: DuplicateVerdict;
  /** 0..1 for sorting suggestions; the verdict, not the number, decides. */
  score: number;
  reasons: DuplicateReason[];
}

/** Mail providers and school platforms that many bodies share: their domain says nothing. */
const sharedDomains = new Set([
  'aol.com', 'arcor.de', 'freenet.de', 'gmail.com', 'gmx.de', 'gmx.net', 'googlemail.com', 'hotmail.com', 'hotmail.de', 'icloud.com', 'live.de', 'mail.de', 'mailbox.org',
  'online.de', 'outlook.com', 'outlook.de', 'posteo.de', 't-online.de', 'web.de', 'yahoo.com', 'yahoo.de', 'facebook.com', 'instagram.com', 'lernsax.de', 'jimdo.com', 'wordpress.com',
]);

/** The domains that belong to a body alone, from its e-mail addresses and websites, sorted, without "www." and shared providers. */
export function ownDomains(addresses: readonly string[]): string[] {
  const found = addresses.map((address) => /(?:@|:\/\/|^)(?:www\.)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?=$|[/:?#\s])/u.exec(address.trim().toLowerCase())?.[1] ?? '');
  return [...new Set(found)].filter((domain) => domain !== '' && !sharedDomains.has(domain)).sort();
}

const both = <Value>(a: Value | null, b: Value | null): [Value, Value] | null => (a !== null && b !== null && a !== '' && b !== '' ? [a, b] : null);

function reasonsFor(a: DuplicateProfile, b: DuplicateProfile): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  const add = (code: DuplicateReasonCode, value: number | null = null) => reasons.push({ code, value });
  const keys = both(a.key, b.key);
  if (keys) add(keys[0] === keys[1] ? 'SAME_KEY' : 'DIFFERENT_KEY');
  const lands = both(a.land, b.land);
  if (both(a.number, b.number) && a.number === b.number && (!lands || lands[0] === lands[1])) add('SAME_NUMBER');
  const { value, initials } = nameSimilarity(a.name, b.name);
  if (bodyNameKey(a.name) === bodyNameKey(b.name)) add('SAME_NAME');
  else {
    if (value >= 0.4) add('SIMILAR_NAME', value);
    if (initials) add('INITIALS');
  }
  const postcodes = both(a.postcode, b.postcode);
  if (postcodes) add(postcodes[0] === postcodes[1] ? 'SAME_POSTCODE' : 'DIFFERENT_POSTCODE');
  if (a.domains.some((domain) => b.domains.includes(domain))) add('SAME_DOMAIN');
  return reasons;
}

function judge(reasons: readonly DuplicateReason[]): DuplicateVerdict {
  const has = (code: DuplicateReasonCode) => reasons.some((reason) => reason.code === code);
  const similar = has('SAME_NAME') ? 1 : (reasons.find(({ code }) => code === 'SIMILAR_NAME')?.value ?? 0);
  if (has('SAME_KEY')) return 'CERTAIN';
  if (has('DIFFERENT_KEY')) return 'UNLIKELY';
  if (has('SAME_NUMBER') && (has('SAME_POSTCODE') || similar >= 0.55)) return 'CERTAIN';
  if (has('SAME_NAME') && (has('SAME_POSTCODE') || has('SAME_DOMAIN'))) return 'CERTAIN';
  if (has('SAME_NUMBER')) return 'LIKELY';
  if (has('SAME_POSTCODE') || has('SAME_DOMAIN')) {
    const enough = similar >= 0.55 || has('INITIALS') || (has('SAME_POSTCODE') && has('SAME_DOMAIN'));
    return enough || (has('SAME_DOMAIN') && similar >= 0.4) ? 'LIKELY' : 'UNLIKELY';
  }
  // Names alone do not identify (facts/standards.md section 2): one in another place is another house.
  return similar >= 0.75 && !has('DIFFERENT_POSTCODE') ? 'LIKELY' : 'UNLIKELY';
}

const weights: Partial<Record<DuplicateReasonCode, number>> = { SAME_KEY: 1, SAME_NUMBER: 0.4, SAME_NAME: 0.6, INITIALS: 0.15, SAME_POSTCODE: 0.2, SAME_DOMAIN: 0.2, DIFFERENT_KEY: -0.5, DIFFERENT_POSTCODE: -0.2 };

/**
 * Whether two entries are the same organisation, with the reasons. CERTAIN: the same register id; the same official
 * number in the same Land with postcode or name; the same name with postcode or mail domain. LIKELY: a person should
 * look; abbreviations ("Gym.", "GaW") never give more. Two different register ids are two institutions. Symmetric.
 * Candidates are found in SQL (pg_trgm, number, postcode, domain); this decides and explains.
 */
export function duplicateScore(a: DuplicateProfile, b: DuplicateProfile): DuplicateScore {
  const reasons = reasonsFor(a, b);
  const verdict = judge(reasons);
  const sum = reasons.reduce((total, { code, value }) => total + (code === 'SIMILAR_NAME' ? 0.6 * (value ?? 0) : (weights[code] ?? 0)), 0);
  const [least, most] = { CERTAIN: [0.9, 1], LIKELY: [0.4, 0.89], UNLIKELY: [0, 0.39] }[verdict] as [number, number];
  return { verdict, score: Math.round(Math.min(most, Math.max(least, sum)) * 100) / 100, reasons };
}
