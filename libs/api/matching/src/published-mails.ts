import { AddressesReads } from '@mintforge/partners';
import { Jobs, Mails, type MailTemplate, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

interface Published {
  roundId: string | null;
  placements: { id: string }[];
}

const templates: Record<'matching.publishedHost' | 'matching.publishedSchool', MailTemplate> = {
  'matching.publishedHost': {
    de: {
      subject: 'Plätze vergeben',
      body: 'Guten Tag {organisation},\n\nfür Ihre Termine sind die Plätze vergeben: {seats} Plätze an {occurrences} Terminen. Die Teilnahmelisten bekommen Sie rechtzeitig von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats given',
      body: 'Hello {organisation},\n\nthe seats of your dates are given: {seats} seats on {occurrences} dates. The coordination office will send you the attendance lists in time; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
  'matching.publishedSchool': {
    de: {
      subject: 'Plätze vergeben',
      body: 'Guten Tag {organisation},\n\ndie Vergaberunde ist abgeschlossen: {seats} Plätze gehen an Ihre Schüler:innen, an {occurrences} Terminen. Wer wohin geht, erfahren Sie von der Koordinationsstelle; Namen schreiben wir nicht in Mails.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Seats given',
      body: 'Hello {organisation},\n\nthe round is done: {seats} seats go to pupils of yours, on {occurrences} dates. The coordination office will tell you who goes where; we do not write names into mails.\n\nYour coordination office\n',
    },
  },
};

const countsSql = (organisation: string) => `
  select ${organisation} as "organisationId", sum(x.seats)::int as seats, count(distinct x.occurrence_id)::int as occurrences
  from placement x join occurrence o on o.region_id = x.region_id and o.id = x.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
    left join pupil u on u.region_id = x.region_id and u.id = x.pupil_id left join pupil_group g on g.region_id = x.region_id and g.id = x.group_id
  where x.region_id = $1 and x.id = any($2::uuid[]) group by 1`;

/** When a round is published, every host and every school gets one mail with counts, never names. Hand placements write nobody. */
@Injectable()
export class PublishedMails implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly addresses: AddressesReads,
  ) {}

  onModuleInit(): void {
    for (const [name, template] of Object.entries(templates)) this.mails.template(name, template);
    this.jobs.on<Published>('matching.published', async (tx, { roundId, placements }) => {
      if (!roundId) return;
      const ids = placements.map(({ id }) => id);
      await this.write(tx, 'matching.publishedHost', countsSql('a.organisation_id'), ids);
      await this.write(tx, 'matching.publishedSchool', countsSql('coalesce(u.organisation_id, g.organisation_id)'), ids);
    });
  }

  private async write(tx: Tx, template: keyof typeof templates, sql: string, placementIds: string[]): Promise<void> {
    const counts = new Map((await tx.query<{ organisationId: string; seats: number; occurrences: number }>(sql, [tx.regionId, placementIds])).map((row) => [row.organisationId, row]));
    const addresses = await this.addresses.mailOf(tx, [...counts.keys()]);
    await this.mails.queue(tx, addresses.map(({ organisationId, organisationName, email }) => {
      const { seats, occurrences } = counts.get(organisationId)!;
      return { template, locale: 'de', recipient: email, params: { organisation: organisationName, seats: String(seats), occurrences: String(occurrences) } };
    }));
  }
}
