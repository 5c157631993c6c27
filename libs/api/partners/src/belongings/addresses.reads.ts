import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** Where mail to an organisation goes. */
export interface MailAddress {
  organisationId: string;
  organisationName: string;
  email: string;
}

/** Addresses of organisations for other features that write to them. */
@Injectable()
export class AddressesReads {
  /** One address per organisation: that of a present contact (the longest known first), else the organisation's own; without either it is missing. */
  mailOf(tx: Tx, organisationIds: readonly string[]): Promise<MailAddress[]> {
    return tx.query<MailAddress>(
      `select o.id as "organisationId", o.name as "organisationName", coalesce(c.email, o.email) as email
       from organisation o left join lateral (
         select c.email from contact c where c.region_id = o.region_id and c.organisation_id = o.id and c.left_on is null and c.email is not null order by c.created_at, c.id limit 1) c on true
       where o.region_id = $1 and o.id = any($2::uuid[]) and coalesce(c.email, o.email) is not null`,
      [tx.regionId, organisationIds],
    );
  }
}
