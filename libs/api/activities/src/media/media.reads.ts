import { ConsentReads } from '@mintforge/consent';
import type { GateAnswer } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { PeopleReads, type PupilName } from '@mintforge/people';
import { Db, Files, runInContext, currentContext, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Media, MediaCandidate } from './media.entities';

type MediaRow = Omit<Media, 'persons' | 'publicPath'> & { personIds: (string | null)[] };

/** The bytes of a picture and what they are. */
export interface Picture {
  mediaType: string;
  content: Buffer;
}

const rowsSql = `select m.id, m.occurrence_id as "occurrenceId", m.caption, m.width, m.height, m.nobody, m.state, m.published_at as "publishedAt", m.unpublished_at as "unpublishedAt", m.prints, m.version,
    m.created_at as "createdAt", m.updated_at as "updatedAt", array(select p.pupil_id from media_person p where p.region_id = m.region_id and p.media_id = m.id order by p.id) as "personIds",
    app.media_gate('PHOTO_INTERNAL', m.id) as visible, app.media_gate('PHOTO_INTERNAL', m.id) and app.media_gate('PHOTO_PUBLICATION', m.id) as publishable
  from media m where m.region_id = $1 and m.occurrence_id = $2 order by m.created_at desc, m.id`;

/** Pupils expected or seen at an occurrence, by name or with their class. */
const candidatesSql = `select distinct u.id, g.name as "groupName" from attendance t join pupil u on u.region_id = t.region_id and (u.id = t.pupil_id or u.group_id = t.group_id)
    left join pupil_group g on g.region_id = u.region_id and g.id = u.group_id
  where t.region_id = $1 and t.occurrence_id = $2 and t.state <> 'WITHDRAWN' and u.erased_on is null`;

const nameOf = (name: PupilName | undefined): string | null => (name?.lastName ? [name.lastName, name.firstName].filter(Boolean).join(', ') : null);
const { compare } = new Intl.Collator('de');

/** Pictures of occurrences; whether one may be seen is asked of the gate each time. */
@Injectable()
export class MediaReads {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly people: PeopleReads,
    private readonly gate: ConsentReads,
  ) {}

  /** The pictures of an occurrence, newest first, with what is missing to keep and to publish them. */
  ofOccurrence(occurrenceId: string): Promise<Media[]> {
    return this.db.read(async (tx) => {
      const rows = await tx.query<MediaRow>(rowsSql, [tx.regionId, occurrenceId]);
      const answers = await this.answers(tx, [...new Set(rows.flatMap(({ personIds }) => personIds.flatMap((id) => id ?? [])))]);
      return rows.map(({ personIds, ...row }) => ({ ...row, publicPath: `/bilder/${tx.regionId}/${row.id}`, persons: personIds.map((pupilId) => ({ pupilId, ...answers(pupilId) })) }) as Media);
    });
  }

  /** Who can be shown on pictures of an occurrence, by name, and what the gate says of each. */
  candidates(occurrenceId: string): Promise<MediaCandidate[]> {
    return this.db.read(async (tx) => {
      const rows = await tx.query<{ id: string; groupName: string | null }>(candidatesSql, [tx.regionId, occurrenceId]);
      const answers = await this.answers(tx, rows.map(({ id }) => id));
      return rows.map(({ id, groupName }) => ({ pupilId: id, groupName, ...answers(id) })).sort((a, b) => compare(a.name ?? a.pseudonym, b.name ?? b.pseudonym));
    });
  }

  /** Ids of those among these pupils who are no candidates of an occurrence. */
  async strangers(tx: Tx, occurrenceId: string, pupilIds: readonly string[]): Promise<string[]> {
    const known = new Set((await tx.query<{ id: string }>(candidatesSql, [tx.regionId, occurrenceId])).map(({ id }) => id));
    return pupilIds.filter((id) => !known.has(id));
  }

  /** A picture for the office. Refuses NOT_FOUND, CONSENT_MISSING while somebody on it has not agreed to PHOTO_INTERNAL. */
  picture(id: string): Promise<Picture> {
    return this.db.read(async (tx) => {
      await tx.one('select from media where region_id = $1 and id = $2', [tx.regionId, id]);
      const picture = await this.open(tx, id, false);
      if (!picture) throw new Refusal('CONSENT_MISSING', { purpose: 'PHOTO_INTERNAL', missing: 1 });
      tx.note('media', 'read', [id]);
      return picture;
    });
  }

  /** A published picture for everybody, asked of the gate now. Refuses NOT_FOUND for whatever is not published, or not any more. */
  async published(regionId: string, id: string): Promise<Picture> {
    const everybody = { ...currentContext(), actor: { userId: null, sessionId: null, role: 'SYSTEM', regionId } as const };
    const picture = await runInContext(everybody, () => this.db.read((tx) => this.open(tx, id, true)));
    if (!picture) throw new Refusal('NOT_FOUND');
    return picture;
  }

  private async open(tx: Tx, id: string, published: boolean): Promise<Picture | null> {
    const [row] = await tx.query<{ id: string; mediaType: string; wrapped: Buffer; content: Buffer }>('select file_id as id, media_type as "mediaType", wrapped, content from app.media_picture($1, $2)', [id, published]);
    return row ? { mediaType: row.mediaType, content: this.files.unseal(row) } : null;
  }

  private async answers(tx: Tx, pupilIds: string[]) {
    const keeping = await this.gate.gate(tx, 'PHOTO_INTERNAL', pupilIds);
    const publishing = await this.gate.gate(tx, 'PHOTO_PUBLICATION', pupilIds);
    const names = await this.people.namesOf(tx, pupilIds);
    const said = (gate: Map<string, GateAnswer>, id: string | null): GateAnswer => gate.get(id ?? '') ?? 'UNKNOWN_PUPIL';
    return (id: string | null) => ({ name: nameOf(names.get(id ?? '')), pseudonym: names.get(id ?? '')?.pseudonym ?? '', keeping: said(keeping, id), publishing: said(publishing, id) });
  }
}
