import { berlinDay, type Day } from '@mintforge/domain/kernel';
import type { RetentionClass } from '@mintforge/domain/privacy';
import { dataMap, type FileKind, type SubjectPath, type Tx } from '@mintforge/platform';
import type { Subject } from './subject-rows';

/** The files of one copy hold at most so many bytes together (30 MB): it is made in memory and rests as one file. */
const mostBytes = 30 * 1024 * 1024;

/** Why a file is named in a copy and not in it: it tells of others as well, or the copy would become too large. Somebody of the office looks at it. */
export type HoldBack = 'SHOWS_OTHERS' | 'TOO_LARGE';

/** A file about a person as their copy lists it. */
export interface AccessFile {
  id: string;
  kind: FileKind;
  mediaType: string;
  bytes: number;
  /** of the content, hexadecimal */
  sha256: string;
  since: Day;
  /** Why it is kept: the class of the row that refers to it. */
  retention: RetentionClass;
  /** Where it lies in the archive; null = held back. */
  path: string | null;
  heldBack: HoldBack | null;
}

interface FileRow {
  id: string;
  kind: FileKind;
  mediaType: string;
  bytes: number;
  sha256: string;
  createdAt: Date;
  showsOthers: boolean;
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** Every file about a person by the data map, oldest first, without copies made for them; nothing is opened. */
export async function filesAbout(tx: Tx, subject: Subject): Promise<AccessFile[]> {
  const found = new Map<string, FileRow & { retention: RetentionClass }>();
  for (const path of dataMap().get('file')?.subjects ?? []) {
    if (path.kind !== subject.kind || !path.through) continue;
    const retention = dataMap().get(path.through)?.retention ?? 'R-EXPORT';
    for (const row of await rowsOf(tx, path, subject.id)) {
      const known = found.get(row.id);
      found.set(row.id, { ...row, retention: known?.retention ?? retention, showsOthers: row.showsOthers || (known?.showsOthers ?? false) });
    }
  }
  let [bytes, number] = [0, 0];
  return [...found.values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id)).map(({ createdAt, showsOthers, ...file }) => {
    const heldBack: HoldBack | null = showsOthers ? 'SHOWS_OTHERS' : bytes + file.bytes > mostBytes ? 'TOO_LARGE' : null;
    const since = berlinDay(createdAt);
    if (heldBack === null) [bytes, number] = [bytes + file.bytes, number + 1];
    return { ...file, since, heldBack, path: heldBack === null ? `dateien/${String(number).padStart(2, '0')}-${names[file.kind]}-${since}.${endings[file.mediaType] ?? 'bin'}` : null };
  });
}

const names: Record<FileKind, string> = { IMPORT: 'liste', SCAN: 'formular', MEDIA: 'bild', EXPORT: 'datei', EVIDENCE: 'nachweis' };

const rowsOf = (tx: Tx, { rows, showsOthers = 'false' }: SubjectPath, personId: string): Promise<FileRow[]> =>
  tx.query<FileRow>(
    `select t.id, t.kind, t.media_type as "mediaType", t.size as bytes, encode(t.sha256, 'hex') as sha256, t.created_at as "createdAt", (${showsOthers}) as "showsOthers" from file t where (${rows}) and t.kind <> 'EXPORT'`,
    [tx.regionId, personId]);
