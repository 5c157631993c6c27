import { foldName } from '../kernel';

/**
 * Kinds of school, wide enough for all Länder: Grundschule; Regionale Schule, Mittel-, Ober-, Real-, Hauptschule;
 * Gymnasium; Gesamt- and Gemeinschaftsschule; Förderschule; berufliche Schulen; Abendschulen and Kolleg; Waldorfschule;
 * Klinikschule; Ergänzungsschule. A school may be of several kinds.
 */
export const schoolKinds = ['PRIMARY', 'LOWER_SECONDARY', 'GRAMMAR', 'COMPREHENSIVE', 'SPECIAL_NEEDS', 'VOCATIONAL', 'SECOND_CHANCE', 'WALDORF', 'CLINIC', 'SUPPLEMENTARY'] as const;
export type SchoolKind = (typeof schoolKinds)[number];

/** In this order, each match taken out before the next is looked for: "Berufliches Gymnasium" is no Gymnasium. */
const wordings: readonly (readonly [SchoolKind, RegExp])[] = [
  ['SECOND_CHANCE', /abend ?(gymnasi|realschul|mittelschul|hauptschul|oberschul|schul)\w*|\b(schulen? des zweiten bildungsweges|schule des zbw)\b|\bkolleg\b/g],
  ['VOCATIONAL', /beruflich\w* (gymnasi\w*|schul\w*|oberschul\w*)|berufs?(fach|ober|auf\w*)?schul\w*|berufskolleg\w*|berufsbilden\w*( schul\w*)?|fach(ober|gymnasi|akademie|schul)\w*|wirtschaftsschul\w*/g],
  ['SPECIAL_NEEDS', /foerder(schul|zentr)\w*|sonderschul\w*|lernfoerderung|geistig behinderte|koerperbehinderte|hoergeschaedigte|blinde|sehbehinderte|erziehungshilfe|sprachheilschul\w*|foerderschwerpunkt/g],
  ['CLINIC', /klinik\w*|krankenhaus\w*/g],
  ['WALDORF', /\w*waldorf\w*/g],
  ['COMPREHENSIVE', /(gesamt|gemeinschafts|stadtteil)schul\w*/g],
  ['LOWER_SECONDARY', /regionale[rn]? schul\w*|regionalschul\w*|(mittel|ober|real|haupt|sekundar|werkreal)schul\w*/g],
  ['GRAMMAR', /gymnasi\w*/g],
  ['PRIMARY', /grundschul\w*|primarschul\w*/g],
  ['SUPPLEMENTARY', /ergaenzungsschul\w*/g],
];

const notSchools = /medienzentr|medienstelle|beratungsstelle|behoerde|schulaufsicht|schulamt|sportstaette|fachzentrum|hochschule|universitaet|weiterbildungsstaette|landeszentrale|strafvollzug|internat/;

export interface SchoolKindReading {
  kinds: SchoolKind[];
  /** The wording names an office, a media centre, a boarding house or the like. */
  notASchool: boolean;
}

/**
 * What a register's wording says: the kinds of school in it, or that the entry is no school at all although it stands
 * in the school register (facts/standards.md section 6). Unknown wording gives neither.
 */
export function readSchoolKind(wording: string): SchoolKindReading {
  let rest = foldName(wording);
  const found = new Set<SchoolKind>();
  for (const [kind, pattern] of wordings) {
    const without = rest.replaceAll(pattern, ' ');
    if (without !== rest) found.add(kind);
    rest = without;
  }
  return { kinds: schoolKinds.filter((kind) => found.has(kind)), notASchool: found.size === 0 && notSchools.test(rest) };
}
