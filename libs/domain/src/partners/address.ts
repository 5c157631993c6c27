import { tidy } from '../kernel';

export type AddressProblem = 'STREET_MISSING' | 'POSTCODE_MISSING' | 'POSTCODE_INCOMPLETE' | 'POSTCODE_ZERO_RESTORED' | 'TOWN_MISSING';

/** A German postal address. `district` is the Ortsteil; texts are empty when not given, the postcode keeps its leading zero. */
export interface Address {
  street: string;
  postcode: string | null;
  town: string;
  district: string;
  problems: AddressProblem[];
}

/** German postcodes run from 01067 to 99998. */
const isPostcode = (text: string) => /^\d{5}$/.test(text) && Number(text) >= 1001 && Number(text) <= 99998;

/**
 * A postcode from its own cell. A spreadsheet that took it for a number lost the zero of 01 to 09: four digits not
 * starting with zero get it back and say so. Anything else is incomplete; a postcode is never guessed.
 */
export function readPostcode(text: string): { postcode: string | null; problem: AddressProblem | null } {
  const digits = tidy(text).replace(/^D[- ]?(?=\d)/i, '');
  if (digits === '') return { postcode: null, problem: 'POSTCODE_MISSING' };
  if (isPostcode(digits)) return { postcode: digits, problem: null };
  if (/^[1-9]\d{3}$/.test(digits) && isPostcode(`0${digits}`)) return { postcode: `0${digits}`, problem: 'POSTCODE_ZERO_RESTORED' };
  return { postcode: null, problem: 'POSTCODE_INCOMPLETE' };
}

/** "Dresden OT Südvorstadt-West" as town and Ortsteil. */
export function splitDistrict(text: string): { town: string; district: string } {
  const [town = '', district = ''] = tidy(text).split(/(?:,\s*|\s+|^)(?:OT|Ortsteil)\s+/, 2);
  return { town, district };
}

const trimmed = (text: string) => tidy(text).replaceAll(/^[\s,;]+|[\s,;]+$/g, '');

/** Where street, postcode digits and town stand in one cell; the postcode is the last free number of five digits. */
function cut(text: string): [street: string, digits: string, town: string] {
  const full = [...text.matchAll(/(?<![\d\p{L}])(?:D[- ])?(\d{5})(?!\d)/gu)].findLast((match) => isPostcode(match[1]!));
  if (full) return [text.slice(0, full.index), full[1]!, text.slice(full.index + full[0].length)];
  // A cut postcode is the number before the town that follows a house number or a comma, or starts with zero.
  const short = /^(.*(?:\d\s?[a-zA-Z]?|,))\s+(\d{1,4})\s+(\p{L}.*)$/u.exec(text) ?? /^(.*?)\b(0\d{1,3})\s+(\p{L}.*)$/u.exec(text);
  if (short) return [short[1]!, short[2]!, short[3]!];
  const comma = text.lastIndexOf(',');
  if (comma >= 0) return [text.slice(0, comma), '', text.slice(comma + 1)];
  const number = /^(.*\d+\s?[a-z]?)\s+(\p{Lu}.*)$/u.exec(text);
  return number ? [number[1]!, '', number[2]!] : [text, '', ''];
}

/**
 * A German address from one cell, with or without commas, with non-breaking spaces, "OT" districts and cut postcodes
 * ("62 0911 Chemnitz"); what is missing or doubtful is named in `problems`, nothing is invented.
 */
export function readAddress(text: string): Address {
  const clean = trimmed(tidy(text).replaceAll(/\bundefined\b/gi, ' ').replace(/,?\s*(Deutschland|Germany)$/i, ''));
  const [street, digits, rest] = cut(clean).map(trimmed) as [string, string, string];
  return completeAddress(street, digits, rest);
}

/** The same address from separate cells for street, postcode and town. */
export function completeAddress(street: string, digits: string, place: string): Address {
  const { town, district } = splitDistrict(place);
  const { postcode, problem } = readPostcode(digits);
  const problems: AddressProblem[] = [];
  if (tidy(street) === '') problems.push('STREET_MISSING');
  if (problem) problems.push(problem);
  if (town === '') problems.push('TOWN_MISSING');
  return { street: tidy(street), postcode, town, district, problems };
}

/**
 * The official municipality key (Amtlicher Gemeindeschlüssel, 8 digits) as text with its leading zero, from the key
 * itself, the 12-digit regional key (ARS) or a number that lost its zero; null when it is none (facts/standards.md section 2).
 */
export function readMunicipalityKey(text: string): string | null {
  const digits = tidy(text).replaceAll(' ', '');
  const whole = /^[1-9](\d{6}|\d{10})$/.test(digits) ? `0${digits}` : digits;
  const key = /^\d{12}$/.test(whole) ? whole.slice(0, 5) + whole.slice(9) : whole;
  return /^(0[1-9]|1[0-6])\d{6}$/.test(key) ? key : null;
}
