import { AddressesReads } from '@mintforge/partners';
import { Jobs, Mails, type MailTemplate } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const templates: Record<'matching.allocatedSchool' | 'matching.allocatedHost', MailTemplate> = {
  'matching.allocatedSchool': {
    de: {
      subject: 'Angebote für Ihre Bedarfe',
      body: 'Guten Tag {organisation},\n\nfür Ihre Bedarfe sind Angebote gefunden: {seats} Plätze bei {partners} Partnern. Wer es ist und wie es weitergeht, bespricht die Koordinationsstelle mit Ihnen.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Offers for your needs',
      body: 'Hello {organisation},\n\noffers for your needs were found: {seats} seats with {partners} partners. The coordination office will tell you who they are and what comes next.\n\nYour coordination office\n',
    },
  },
  'matching.allocatedHost': {
    de: {
      subject: 'Schulen für Ihre Angebote',
      body: 'Guten Tag {organisation},\n\nfür Ihre Angebote sind Schulen gefunden: {seats} Plätze für {partners} Schulen. Wer es ist und wie es weitergeht, bespricht die Koordinationsstelle mit Ihnen.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Schools for your offers',
      body: 'Hello {organisation},\n\nschools for your offers were found: {seats} seats for {partners} schools. The coordination office will tell you who they are and what comes next.\n\nYour coordination office\n',
    },
  },
};

const countsSql = (own: string, other: string) => `
  select ${own} as "organisationId", sum(a.seats)::int as seats, count(distinct ${other})::int as partners
  from allocation a join need n on n.region_id = a.region_id and n.id = a.need_id join offer f on f.region_id = a.region_id and f.id = a.offer_id
  where a.region_id = $1 and a.id = any($2::uuid[]) group by 1`;

const sides = [
  ['matching.allocatedSchool', countsSql('n.organisation_id', 'f.organisation_id')],
  ['matching.allocatedHost', countsSql('f.organisation_id', 'n.organisation_id')],
] as const;

/** When a round of needs and offers is published, every school and every host gets one mail with counts, never names. */
@Injectable()
export class AllocationMails implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly addresses: AddressesReads,
  ) {}

  onModuleInit(): void {
    for (const [name, template] of Object.entries(templates)) this.mails.template(name, template);
    this.jobs.on<{ allocationIds: string[] }>('matching.allocated', async (tx, { allocationIds }) => {
      for (const [template, sql] of sides) {
        const counts = new Map((await tx.query<{ organisationId: string; seats: number; partners: number }>(sql, [tx.regionId, allocationIds])).map((row) => [row.organisationId, row]));
        const addresses = await this.addresses.mailOf(tx, [...counts.keys()]);
        await this.mails.queue(tx, addresses.map(({ organisationId, organisationName, email }) => {
          const { seats, partners } = counts.get(organisationId)!;
          return { template, locale: 'de', recipient: email, params: { organisation: organisationName, seats: String(seats), partners: String(partners) } };
        }));
      }
    });
  }
}
