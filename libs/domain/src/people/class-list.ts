import { isCleanText, readMailAddress, readPhone, Refusal, tidy, type Day } from '../kernel';
import { applyMapping, suggestMapping, type ColumnMapping, type ImportTarget, type MappingSuggestion, type Table } from '../imports';
import type { Topic } from '../partners';
import { readBirthDate, slashOrderOf, type BirthDateProblem, type SlashOrder } from './birth-date';
import { readGrade } from './grade';
import type { GuardianSlot } from './guardians';
import { readInterests } from './interests';
import { nameOrderOf, splitName, type NameOrder } from './names';

/** The longest first or last name we keep, in characters. */
export const longestName = 100;

const wishTargets = ['WISH_1', 'WISH_2', 'WISH_3', 'WISH_4', 'WISH_5', 'WISH_6', 'WISH_7', 'WISH_8', 'WISH_9', 'WISH_10'] as const;

const guardianTargets = ['GUARDIAN_1_NAME', 'GUARDIAN_1_EMAIL', 'GUARDIAN_1_PHONE', 'GUARDIAN_2_NAME', 'GUARDIAN_2_EMAIL', 'GUARDIAN_2_PHONE'] as const;

/** What a column of a class list can be. */
export const classListTargets = ['FIRST_NAME', 'LAST_NAME', 'FULL_NAME', 'BIRTH_DATE', 'GRADE', 'INTERESTS', ...guardianTargets, ...wishTargets] as const;
export type ClassListTarget = (typeof classListTargets)[number];
export type ClassListMapping = ColumnMapping<ClassListTarget>;

/** Columns of the first or second guardian, by what lists call them. */
function guardianColumns(at: 1 | 2, words: readonly string[]): ImportTarget<ClassListTarget>[] {
  const who = [...words, ...['Sorgeberechtigte', 'Sorgeberechtigter', 'Sorgeberechtigte:r', 'Elternteil', 'Erziehungsberechtigte', 'guardian', 'parent'].flatMap((word) => [`${word} ${at}`, `${at}. ${word}`])];
  const named = (things: readonly string[]) => who.flatMap((word) => things.flatMap((thing) => [`${thing} ${word}`, `${word} ${thing}`]));
  return [
    { key: `GUARDIAN_${at}_NAME`, synonyms: [...who, ...named(['Name'])] },
    { key: `GUARDIAN_${at}_EMAIL`, synonyms: named(['E-Mail', 'Mail', 'E-Mail-Adresse', 'email']) },
    { key: `GUARDIAN_${at}_PHONE`, synonyms: named(['Telefon', 'Tel.', 'Handy', 'Mobil', 'Telefonnummer', 'phone', 'mobile']) },
  ];
}

const targets: readonly ImportTarget<ClassListTarget>[] = [
  { key: 'FIRST_NAME', synonyms: ['Vorname', 'Vornamen', 'Rufname', 'first name', 'given name'] },
  { key: 'LAST_NAME', synonyms: ['Nachname', 'Familienname', 'Zuname', 'last name', 'surname', 'family name'] },
  { key: 'FULL_NAME', synonyms: ['Name, Vorname', 'Nachname, Vorname', 'Vorname Name', 'Vorname Nachname', 'Vor- und Nachname', 'Name', 'Schüler', 'Schülerin', 'Schüler/in', 'Schülername', 'full name', 'first name last name', 'pupil', 'student'] },
  { key: 'BIRTH_DATE', synonyms: ['Geburtsdatum', 'Geburtstag', 'Geb.-Datum', 'Geb.', 'geboren', 'geboren am', 'birth date', 'birthdate', 'birthday', 'date of birth', 'dob'] },
  { key: 'GRADE', synonyms: ['Klassenstufe', 'Jahrgangsstufe', 'Jahrgang', 'Jg.', 'Stufe', 'Klasse', 'grade', 'year', 'class'] },
  { key: 'INTERESTS', synonyms: ['Interessen', 'Interesse', 'Interessengebiete', 'Themen', 'interests', 'fields of interest', 'topics'] },
  ...guardianColumns(1, ['Mutter', 'Eltern', 'Sorgeberechtigte', 'Erziehungsberechtigte', 'parent', 'mother', 'guardian']),
  ...guardianColumns(2, ['Vater', 'father']),
  ...wishTargets.map((key, index) => ({ key, synonyms: [`Wunsch ${index + 1}`, `${index + 1}. Wunsch`, `Wunsch Nr. ${index + 1}`, `Priorität ${index + 1}`, `Prio ${index + 1}`, `Wahl ${index + 1}`, `wish ${index + 1}`, `choice ${index + 1}`] })),
];

export type ClassListProblem = BirthDateProblem | 'NAME_MISSING' | 'NAME_ORDER_UNCLEAR' | 'NAME_TOO_LONG' | 'NAME_NOT_CLEAN' | 'GRADE_UNREADABLE' | 'INTEREST_UNKNOWN' | 'MAIL_UNREADABLE' | 'PHONE_UNREADABLE' | 'ROW_REPEATED';

/** What is wrong with a field of a row. */
export interface FieldProblem {
  field: ClassListTarget;
  code: ClassListProblem;
}

/** A wish as written on the list: an occurrence's number, title or id; matching resolves it. */
export interface RawWish {
  rank: number;
  text: string;
}

/** A guardian as the list names them. */
export interface ListedGuardian {
  slot: GuardianSlot;
  name: string;
  email: string | null;
  phone: string | null;
}

/** A row of a class list (Klassenliste) as read: `problems` refuse it, `notes` only inform. */
export interface ClassListRow {
  row: number;
  firstName: string;
  lastName: string;
  birthDate: Day | null;
  grade: number | null;
  interests: Topic[];
  wishes: RawWish[];
  guardians: ListedGuardian[];
  problems: FieldProblem[];
  notes: FieldProblem[];
}

/**
 * Proposes which column is what. A column "Name" beside one of first names holds last names; alone it holds whole names.
 * `samples` are some rows of the table.
 */
export function suggestClassListMapping(table: Pick<Table, 'headers' | 'rows'>): MappingSuggestion<ClassListTarget> {
  const suggestion = suggestMapping(table.headers, targets, table.rows.slice(0, 50).map(({ cells }) => cells));
  const { FIRST_NAME, LAST_NAME, FULL_NAME, ...others } = suggestion.columns;
  if (FIRST_NAME === undefined && LAST_NAME === undefined) return suggestion;
  const names = { FIRST_NAME, LAST_NAME: LAST_NAME ?? FULL_NAME };
  return { ...suggestion, columns: Object.fromEntries(Object.entries({ ...names, ...others }).filter(([, header]) => header !== undefined)) };
}

/** Whether a mapping has columns for both parts of a name. */
export const canReadNames = (columns: ClassListMapping): boolean => missingName(columns) === null;

const missingName = (columns: ClassListMapping): ClassListTarget | null =>
  columns.FULL_NAME === undefined ? ((['FIRST_NAME', 'LAST_NAME'] as const).find((target) => columns[target] === undefined) ?? null) : null;

type Cells = Record<ClassListTarget, string>;

function readName(cells: Cells, order: NameOrder): { firstName: string; lastName: string; problems: FieldProblem[] } {
  const whole = cells.FULL_NAME;
  const split = whole === '' ? null : splitName(whole, order);
  const [firstName, lastName] = [tidy(cells.FIRST_NAME || (split?.firstName ?? '')), tidy(cells.LAST_NAME || (split?.lastName ?? ''))];
  const refused = (field: ClassListTarget, code: ClassListProblem) => ({ firstName, lastName, problems: [{ field, code }] });
  if (whole !== '' && split === null && (firstName === '' || lastName === '')) return refused('FULL_NAME', 'NAME_ORDER_UNCLEAR');
  for (const [field, name] of [['FIRST_NAME', firstName], ['LAST_NAME', lastName]] as const) {
    if (!/\p{L}/u.test(name)) return refused(field, 'NAME_MISSING');
    if (name.length > longestName) return refused(field, 'NAME_TOO_LONG');
    if (!isCleanText(name)) return refused(field, 'NAME_NOT_CLEAN');
  }
  return { firstName, lastName, problems: [] };
}

/** A guardian of a row; without a name the family stands for them, without anything nobody does. What cannot be read, a name of strange signs among it, is left out. */
function readGuardian(at: 1 | 2, cells: Cells, lastName: string): { guardian: ListedGuardian | null; notes: FieldProblem[] } {
  const [nameField, mailField, phoneField] = [`GUARDIAN_${at}_NAME`, `GUARDIAN_${at}_EMAIL`, `GUARDIAN_${at}_PHONE`] as const;
  const [name, mail, number] = [tidy(cells[nameField]), cells[mailField], cells[phoneField]];
  const fits = /\p{L}/u.test(name) && name.length <= 2 * longestName && isCleanText(name);
  const [email, phone] = [readMailAddress(mail), readPhone(number)];
  const notes: FieldProblem[] = [
    ...(name !== '' && !fits ? [{ field: nameField, code: 'NAME_NOT_CLEAN' as const }] : []),
    ...(mail !== '' && email === null ? [{ field: mailField, code: 'MAIL_UNREADABLE' as const }] : []),
    ...(number !== '' && phone === null ? [{ field: phoneField, code: 'PHONE_UNREADABLE' as const }] : []),
  ];
  const known = fits || email !== null || phone !== null;
  return { guardian: known ? { slot: `GUARDIAN_${at}`, name: fits ? name : `Familie ${lastName}`, email, phone } : null, notes };
}

function readRow(row: number, cells: Cells, today: Day, order: NameOrder, slashes: SlashOrder): ClassListRow {
  const { problems, ...name } = readName(cells, order);
  const birth = readBirthDate(cells.BIRTH_DATE, today, slashes);
  const grade = readGrade(cells.GRADE);
  const interests = readInterests(cells.INTERESTS);
  const guardians = ([1, 2] as const).map((at) => readGuardian(at, cells, name.lastName));
  return {
    row,
    ...name,
    birthDate: 'day' in birth ? birth.day : null,
    grade,
    interests: interests.topics,
    wishes: wishTargets.flatMap((target, index) => (cells[target] === '' ? [] : [{ rank: index + 1, text: cells[target] }])),
    guardians: guardians.flatMap(({ guardian }) => guardian ?? []),
    problems: [...problems, ...('problem' in birth ? [{ field: 'BIRTH_DATE' as const, code: birth.problem }] : [])],
    notes: [
      ...(grade === null && cells.GRADE !== '' ? [{ field: 'GRADE' as const, code: 'GRADE_UNREADABLE' as const }] : []),
      ...(interests.unknown.length > 0 ? [{ field: 'INTERESTS' as const, code: 'INTEREST_UNKNOWN' as const }] : []),
      ...guardians.flatMap(({ notes }) => notes),
    ],
  };
}

/**
 * Reads a class list through a mapping: names in two columns or one, birth dates in German formats, grade, interests and
 * up to ten wishes as raw text in their order. `today` bounds plausible birth dates. Refuses IMPORT_COLUMN_MISSING
 * without columns for both names, and as `applyMapping` does.
 */
export function readClassList(table: Table, columns: ClassListMapping, today: Day): ClassListRow[] {
  const missing = missingName(columns);
  if (missing) throw new Refusal('IMPORT_COLUMN_MISSING', { target: missing });
  const rows = applyMapping(table, targets, columns);
  const slashes = slashOrderOf(rows.map(({ cells }) => cells.BIRTH_DATE));
  const order = nameOrderOf(columns.FULL_NAME ?? '');
  return rows.map(({ row, cells }) => readRow(row, cells, today, order, slashes));
}
