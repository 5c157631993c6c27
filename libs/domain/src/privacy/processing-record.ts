import { standardPurposes, type LegalBasis } from '../consent';
import type { DataCategory, ProcessingPurpose } from './processing-purposes';
import type { RetentionClass } from './retention-classes';
import type { RequestSubject } from './subject-requests';

/** Data classes (Schutzklassen), rising: adults at work, minors and private, special categories, credentials. */
export const dataClasses = ['C2', 'C3', 'C4', 'C5'] as const;
export type HeldClass = (typeof dataClasses)[number];

/** How a value rests: in clear, under the key of its person, under a key of its own or the master key, or as a keyed hash. */
export const rests = ['PLAIN', 'PERSON_KEY', 'NEEDS_KEY', 'FILE_KEY', 'MASTER_KEY', 'HASH'] as const;
export type Rest = (typeof rests)[number];

/** Technical and organisational measures (Art. 32 GDPR) that hold for every activity. */
export const measures = [
  'PERSON_KEYS', 'FILE_KEYS', 'KEY_CHANGE', 'BLIND_INDEX', 'PSEUDONYMS', 'ROW_SECURITY', 'ROLES', 'SECOND_FACTOR', 'CONSENT_GATE', 'AUDIT_CHAIN', 'FOUR_EYES', 'RETENTION', 'ERASURE_LEDGER', 'TRANSACTIONS',
] as const;
export type Measure = (typeof measures)[number];

/** A personal column of the data map. `subjects` = whose rows of its table can be. */
export interface HeldColumn {
  table: string;
  column: string;
  purpose: ProcessingPurpose;
  category: DataCategory;
  dataClass: HeldClass;
  rest: Rest;
  retention: RetentionClass;
  subjects: readonly RequestSubject[];
}

/** A purpose as a region has it; `data` and `recipients` are the words of its notices. */
export interface PurposeOfRecord {
  code: ProcessingPurpose;
  basis: LegalBasis;
  article: string;
  source: string;
  data: readonly string[];
  recipients: readonly string[];
}

/** A category of data within an activity, with the highest class in which it is held. */
export interface RecordedData {
  category: DataCategory;
  dataClass: HeldClass;
}

/** An entry of the record of processing (Verarbeitungstätigkeit, Art. 30(1) GDPR). */
export interface ProcessingActivity extends Omit<PurposeOfRecord, 'code' | 'data' | 'recipients'> {
  purpose: ProcessingPurpose;
  /** false = the region has not adopted the purpose yet: the basis is a proposal. */
  adopted: boolean;
  subjects: RequestSubject[];
  data: RecordedData[];
  recipients: string[];
  retention: RetentionClass[];
  rests: Rest[];
}

/** What the words of a notice are called in the data map; a word that is not known names no category. */
const categoryOf: Readonly<Record<string, DataCategory>> = {
  name: 'NAME', grade: 'SCHOOL', birthDate: 'BIRTH_DATE', interests: 'INTERESTS', wishes: 'WISHES', needs: 'NEEDS', image: 'PICTURE', contact: 'ADDRESS', answers: 'ANSWERS', dates: 'PARTICIPATION',
  indicators: 'INDICATORS', account: 'ACCOUNT', consent: 'CONSENT', log: 'ACTIVITY_LOG',
};

/** What the words of a notice to pupils mean of what is held: theirs, contacts of guardians, too, and special data only where it is named. */
const isMeant = ({ category, dataClass, subjects }: HeldColumn): boolean =>
  dataClass !== 'C5' && (dataClass !== 'C4' || category === 'NEEDS' || category === 'INDICATORS') && (subjects.includes('PUPIL') || (category === 'ADDRESS' && subjects.includes('GUARDIAN')));

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
const inOrder = <Value>(order: readonly Value[], values: readonly Value[]): Value[] => order.filter((value) => values.includes(value));

/**
 * The activities of a region (Art. 30(1) lit. b to d, f GDPR): one per purpose that the region has adopted or that holds a
 * column. A purpose also works on what its notice names and columns hold for another purpose.
 * `purposes` are the region's own; what it lacks stands with the standard basis, marked as not adopted.
 */
export function processingActivities(columns: readonly HeldColumn[], purposes: readonly PurposeOfRecord[]): ProcessingActivity[] {
  const adopted = new Map(purposes.map((purpose) => [purpose.code, purpose]));
  return standardPurposes.flatMap((standard): ProcessingActivity[] => {
    const purpose: PurposeOfRecord = adopted.get(standard.code) ?? standard;
    const held = columns.filter((column) => column.purpose === purpose.code);
    if (held.length === 0 && !adopted.has(purpose.code)) return [];
    const named = unique(purpose.data.flatMap((word) => categoryOf[word] ?? [])).filter((category) => !held.some((column) => column.category === category));
    const borrowed = columns.filter((column) => named.includes(column.category) && isMeant(column));
    const used = [...held, ...borrowed];
    return [{
      purpose: purpose.code, basis: purpose.basis, article: purpose.article, source: purpose.source, recipients: [...purpose.recipients], adopted: adopted.has(purpose.code),
      subjects: inOrder(['PUPIL', 'GUARDIAN', 'CONTACT', 'USER'] as const, unique(used.flatMap(({ subjects }) => subjects))),
      data: unique(used.map(({ category }) => category)).map((category) => ({ category, dataClass: inOrder(dataClasses, used.filter((column) => column.category === category).map(({ dataClass }) => dataClass)).at(-1)! })),
      retention: unique(used.map(({ retention }) => retention)),
      rests: inOrder(rests, used.map(({ rest }) => rest)),
    }];
  });
}
