import { foldName, tidy } from '../kernel';
import type { OrganisationRole } from './organisation-kinds';

/** Why two spellings are taken for one body, from the plainest reason to the boldest. */
export const mergeRules = ['SAME_TEXT', 'SPELLING', 'LEAD_WORD', 'LEGAL_FORM', 'ABBREVIATION', 'SPACING'] as const;
export type MergeRule = (typeof mergeRules)[number];

const leadWords = /^(?:kooperationsbetriebe?|wirtschaftspartner|firma|fa)(?:\s*[.:])?\s+(?=.*[\p{L}\d])/iu;

/**
 * A name as it should be shown: tidied, backslashes that stand for quotes turned into quotes, spaces around quotes and
 * commas put right, a lead word ("Firma", "Kooperationsbetriebe:") gone.
 */
export function cleanBodyName(text: string): string {
  const spaced = tidy(text)
    .replaceAll(/\\+/g, '"')
    .replaceAll(/([\p{L}\d])?"\s*([^"]*?)\s*"([\p{L}\d])?/gu, (_, before = '', inner = '', after = '') => `${before ? `${before} ` : ''}"${inner}"${after ? ` ${after}` : ''}`)
    .replaceAll(/\s+([,;])/g, '$1')
    .replaceAll(/([,;])(?=\p{L})/gu, '$1 ');
  return tidy(spaced.replace(leadWords, '')).replace(/[\s,;:#]+$/, '');
}

/** The partners of one cell: real lists join several with `#`. Empty pieces (a trailing `#`) are no partners. */
export const splitPartners = (cell: string): string[] => cell.split('#').map(tidy).filter(Boolean);

const legalForms = new Set(['gmbh', 'ggmbh', 'mbh', 'ag', 'kg', 'cokg', 'kgaa', 'ohg', 'gbr', 'ug', 'se', 'eg', 'ev', 'ek', 'inc', 'ltd', 'haftungsbeschraenkt']);
const splitForms = [['e', 'v'], ['e', 'g'], ['e', 'k'], ['m', 'b', 'h'], ['co', 'kg'], ['gemeinnuetzige', 'gmbh']];

/** Folded words without legal forms; the first word always stays ("AG Markersdorf" is no share company). */
function withoutLegalForms(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const split = at > 0 ? splitForms.find((form) => form.every((word, offset) => words[at + offset] === word)) : undefined;
    if (split) at += split.length - 1;
    else if (at === 0 || !legalForms.has(words[at]!)) kept.push(words[at]!);
  }
  return kept;
}

/** Long and short names of the same kind of body; only such as are certain whatever the place. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bindustrie und handelskammer( zu)?\b/, 'ihk'],
  [/\bhandwerks?kammer( zu)?\b/, 'hwk'],
  [/\barbeiter ?wohlfahrt\b/, 'awo'],
  [/\bdeutsches rotes kreuz\b/, 'drk'],
  [/\btechnische universitaet\b/, 'tu'],
];

const shortened = (folded: string) => abbreviations.reduce((text, [long, short]) => text.replace(long, short), folded);

/** The name on each level of folding, in the order of `mergeRules`, each made of the one before; the last one is the key. */
function levels(text: string): [text: string, folded: string, led: string, bare: string, short: string, key: string] {
  const folded = foldName(text);
  const led = folded.replace(leadWords, '');
  const bare = withoutLegalForms(led.split(' ')).join(' ');
  const short = shortened(bare);
  return [tidy(text), folded, led, bare, short, short.replaceAll(' ', '')];
}

/**
 * The key under which spellings of one body meet: case, accents, punctuation, spaces, lead words and legal forms do not
 * count, IHK, HWK, AWO, DRK and TU stand for their long names. Places always count: "IHK Dresden" is not "IHK Leipzig".
 */
export const bodyNameKey = (text: string): string => levels(text)[5];

/** The words of a name that tell bodies apart: folded, without lead words and legal forms, long names shortened. */
export const bodyNameWords = (text: string): string[] => levels(text)[4].split(' ').filter(Boolean);

/** The plainest rule by which two spellings are one body, or null when they are not. */
export function mergeRuleOf(a: string, b: string): MergeRule | null {
  const [left, right] = [levels(a), levels(b)];
  return mergeRules.find((_, level) => left[level] === right[level]) ?? null;
}

const joining = new Set(['und', 'oder', 'der', 'die', 'des', 'von', 'zu', 'in', 'im', 'u', 'a', 'region', 'e', 'v']);
const genericWords = new Set([
  'ihk', 'hwk', 'hk', 'industrie', 'handelskammer', 'sparkasse', 'sparkassen', 'kreissparkasse', 'stadtsparkasse', 'sparkassenverband', 'bank', 'banken',
  'volksbank', 'raiffeisenbank', 'krankenkasse', 'krankenkassen', 'stadtwerke', 'kreishandwerkerschaft', 'gewerbeverband', 'awo', 'drk', 'kreisverband', 'ortsverband',
  'bbz', 'pflegedienstleistungen', 'tagespflege', 'betriebe', 'firmen', 'unternehmen', 'vereine', 'oepnv',
]);
const anyTrade = /^(?!landes|bundes)\w*(kammern?|innung(en)?)$/;
const collective = /^(ausbildungs|praktikums|kooperations)(betriebe|unternehmen)\b|^(verschiedene|diverse|mehrere|oertliche|ortsansaessige|regionale) (betriebe|unternehmen|firmen|partner|vereine|handwerker)\b/;
const workingGroup = /^(ak|ag|arbeitskreis|arbeitsgemeinschaft|jugend)( jugend)? schule( und)? wirtschaft$/;
const placeholder = /^(keine|keine angaben?|k a|n a|na|unbekannt|entfaellt|ohne|nicht bekannt|none)$/;

/**
 * Why a name cannot stand for a body: `NO_NAME` (a placeholder or a single letter), `GENERIC_NAME` (a kind of body
 * without its place, such as "Sparkasse", "IHK" or "Kammern und Innungen"; every region has its own), else null.
 */
export function nameObjection(text: string): 'NO_NAME' | 'GENERIC_NAME' | null {
  const folded = levels(text)[2];
  if (folded.length < 2 || placeholder.test(folded)) return 'NO_NAME';
  if (collective.test(folded) || workingGroup.test(folded)) return 'GENERIC_NAME';
  const telling = shortened(folded).split(' ').filter((word) => !joining.has(word) && !genericWords.has(word) && !anyTrade.test(word));
  return telling.length === 0 ? 'GENERIC_NAME' : null;
}

/** The name may hold several bodies joined by a comma or "und"; only a person can tell ("Wurzen-Obst GmbH, Roitzsch"). */
export const mayBeSeveral = (name: string): boolean => /[,;]/.test(name) || /^(ihk|hwk)\s+und\s/i.test(name);

const roleWords: readonly (readonly [OrganisationRole, RegExp])[] = [
  ['UNIVERSITY', /^(tu|fh|htwk?|universitaet|hochschule|fachhochschule)\b|\b(universitaet|hochschule)\b/],
  ['RESEARCH_CENTRE', /forschungs(zentrum|institut)\b|\b(fraunhofer|max planck|leibniz|helmholtz)\w* (institut|zentrum)/],
  ['CHAMBER', /^(ihk|hwk)\b|\b\w*(kammer|innung)\b|handwerkerschaft\b/],
  ['COMPANY', /\b(gmbh|ag|kg|cokg|kgaa|ohg|gbr|ug|se|eg|mbh)\b(?<!^\w+)/],
  ['MUNICIPALITY', /^(gemeinde|stadtverwaltung|landratsamt|landkreis)\b/],
  ['FOUNDATION', /\w*stiftung\b/],
  ['ASSOCIATION', /\be v\b|\bev\b|verband\b|verein\b|gewerkschaft\b/],
];

/** The role a name gives away by itself (a legal form, "Innung", "Verein"), or null. */
export function roleOfName(text: string): OrganisationRole | null {
  const folded = shortened(levels(text)[2]);
  return roleWords.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
