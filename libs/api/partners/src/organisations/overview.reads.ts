import type { ContactStage, OrganisationRole } from '@mintforge/domain/partners';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContactStages, OrganisationRoles } from '../partners.enums';

@ObjectType()
export class RoleCount {
  @Field(() => OrganisationRoles) role!: OrganisationRole;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class StageCount {
  @Field(() => ContactStages) stage!: ContactStage;
  @Field(() => Int) count!: number;
}

/** The partners of the region in numbers; closed and merged ones are not counted. */
@ObjectType()
export class PartnersOverview {
  @Field(() => Int) organisations!: number;
  @Field(() => [RoleCount], { description: 'One with several roles counts in each' }) byRole!: RoleCount[];
  @Field(() => [StageCount]) byStage!: StageCount[];
  @Field(() => Int) openNeeds!: number;
  @Field(() => Int) openOffers!: number;
  @Field(() => Int) activePartnerships!: number;
  @Field(() => Int, { description: 'Sites whose coordinates are doubted' }) flaggedSites!: number;
}

/** A place on the map, only where the coordinates are believed. */
@ObjectType()
export class MapPoint {
  @Field(() => ID, { description: 'Of the organisation' }) id!: string;
  @Field() name!: string;
  @Field(() => OrganisationRoles, { description: 'Its first role' }) role!: OrganisationRole;
  @Field(() => String, { nullable: true }) town!: string | null;
  @Field(() => Float) lat!: number;
  @Field(() => Float) lon!: number;
}

/** What the dashboard shows of the partners. */
@Injectable()
export class OverviewReads {
  constructor(private readonly db: Db) {}

  overview(): Promise<PartnersOverview> {
    return this.db.read((tx) =>
      tx.one<PartnersOverview>(
        `with o as materialized (select roles, stage from organisation where region_id = $1 and merged_into_id is null and closed_on is null)
         select (select count(*)::int from o) as organisations,
           (select coalesce(json_agg(r order by r.count desc, r.role), '[]') from (select role, count(*)::int from o, unnest(roles) as role group by role) r) as "byRole",
           (select coalesce(json_agg(s order by s.count desc, s.stage), '[]') from (select stage, count(*)::int from o group by stage) s) as "byStage",
           (select count(*)::int from need where region_id = $1 and state = 'OPEN') as "openNeeds",
           (select count(*)::int from offer where region_id = $1 and state = 'OPEN') as "openOffers",
           (select count(*)::int from partnership p join organisation g on g.region_id = $1 and g.id = p.school_id join organisation h on h.region_id = $1 and h.id = p.partner_id
             where p.region_id = $1 and p.state = 'ACTIVE' and g.merged_into_id is null and h.merged_into_id is null) as "activePartnerships",
           (select count(*)::int from site where region_id = $1 and coordinate_check in ('FAR_FROM_POSTCODE', 'OUT_OF_RANGE')) as "flaggedSites"`,
        [tx.regionId],
      ),
    );
  }

  mapPoints(): Promise<MapPoint[]> {
    return this.db.read((tx) =>
      tx.query<MapPoint>(
        `select o.id, o.name, o.roles[1] as role, s.town, s.lat, s.lon from site s join organisation o on o.region_id = s.region_id and o.id = s.organisation_id
          where s.region_id = $1 and s.coordinate_check in ('OK', 'UNCHECKED') and s.lat is not null and s.lon is not null and o.merged_into_id is null and o.closed_on is null
          order by o.id, s.id`,
        [tx.regionId],
      ),
    );
  }
}
