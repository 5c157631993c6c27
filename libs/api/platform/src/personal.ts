import { can, type ActingRole, type Permission } from '@mintforge/domain/kernel';
import type { ProcessingPurpose } from '@mintforge/domain/privacy';

/** Data classes of privacy-security section 9 that a marked field can have: C2 adults at work, C3 minors and private, C4 special. */
export type DataClass = 'C2' | 'C3' | 'C4';

/** What a mark says of a field: why we hold it (Zweck), how sensitive it is, and who may read it in clear. */
export interface PersonalMark {
  purpose: ProcessingPurpose;
  dataClass: DataClass;
  readBy: Permission;
}

export interface PersonalField extends PersonalMark {
  type: string;
  property: string;
}

const marks = new Map<object, Map<string, PersonalMark>>();

/**
 * Marks a field as personal data. One mark serves the field guard (`withoutPersonal`) and every register of personal
 * fields (`personalFields`): subject export, erasure, record of processing.
 */
export const Personal =
  (purpose: ProcessingPurpose, { dataClass, readBy }: Omit<PersonalMark, 'purpose'>): PropertyDecorator =>
  (prototype, property) => {
    const fields = marks.get(prototype.constructor) ?? new Map<string, PersonalMark>();
    fields.set(String(property), { purpose, dataClass, readBy });
    marks.set(prototype.constructor, fields);
  };

/** Every marked field of the classes loaded so far, in a stable order. */
export const personalFields = (): PersonalField[] =>
  [...marks]
    .flatMap(([type, fields]) => [...fields].map(([property, mark]) => ({ type: (type as { name: string }).name, property, ...mark })))
    .sort((a, b) => `${a.type}.${a.property}`.localeCompare(`${b.type}.${b.property}`));

/** The field guard: the row with every marked field null that the role may not read in clear. */
export function withoutPersonal<Row extends object>(type: abstract new () => object, row: Row, role: ActingRole): Row {
  const hidden = [...(marks.get(type) ?? [])].filter(([, mark]) => !can(role, mark.readBy)).map(([property]) => [property, null]);
  return { ...row, ...(Object.fromEntries(hidden) as Partial<Row>) };
}
