import { isCleanText, tidy } from './text';

const longestMail = 254;
const longestLocalPart = 64;
const mailForm = /^[^\s@<>()[\]\\,;:"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;
const phoneForm = /^\+?[\d ()/.-]{5,30}$/;

/**
 * A mail address as it is kept: NFC, trimmed, the part behind the @ in small letters; null for what is none (RFC 5321
 * lengths, one @, a domain with a dot). Broken Unicode is none, and never an error (facts/privacy.md section 7).
 */
export function readMailAddress(text: string): string | null {
  if (!isCleanText(text)) return null;
  const address = tidy(text);
  const at = address.lastIndexOf('@');
  if (address.length > longestMail || at > longestLocalPart || !mailForm.test(address) || address.includes('..') || address.startsWith('.') || address[at - 1] === '.') return null;
  return `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`;
}

/** What is the same for two spellings of one address. */
export const mailKey = (address: string): string => address.toLowerCase();

/** A telephone number as it is kept: trimmed, spaces single; null for what is none (five to fifteen digits). */
export function readPhone(text: string): string | null {
  if (!isCleanText(text)) return null;
  const phone = tidy(text);
  const digits = phone.replaceAll(/\D/g, '').length;
  return phoneForm.test(phone) && digits >= 5 && digits <= 15 ? phone : null;
}
