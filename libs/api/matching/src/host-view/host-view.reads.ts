import { ageOn, type Day } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { Clock, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { HostView, HostViewRow } from './host-view.types';

interface SealedRow {
  placementId: string;
  pupilId: string | null;
  heads: number;
  grade: number | null;
  groupName: string | null;
  named: boolean;
  minimumAge: number | null;
  firstDay: Day;
  firstName: Buffer | null;
  lastName: Buffer | null;
  birthDate: Buffer | null;
  items: Buffer | null;
  provisions: Buffer | null;
  wrapped: Buffer | null;
  needsKey: Buffer | null;
}

const rowsSql = `select placement_id as "placementId", pupil_id as "pupilId", heads, grade, group_name as "groupName", named, minimum_age as "minimumAge", first_day as "firstDay",
    first_name as "firstName", last_name as "lastName", birth_date as "birthDate", items, app.open_needs(pupil_id, provisions) as provisions, wrapped, needs_key as "needsKey" from app.host_view($1, $2)`;

const headSql = `select o.id as "occurrenceId", a.title, h.name as host, o.place, o.starts_at as "startsAt", o.ends_at as "endsAt", a.compulsory,
    ((o.ends_at at time zone 'Europe/Berlin')::date + r.host_view_days)::text as "closesOn",
    o.state = 'PLANNED' and $3 < ((o.ends_at at time zone 'Europe/Berlin')::date + r.host_view_days + 1)::timestamp at time zone 'Europe/Berlin' as open
  from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id join region r on r.id = o.region_id
  where o.region_id = $1 and o.id = $2`;

const { compare } = new Intl.Collator('de', { numeric: true });
const nameOf = ({ lastName, firstName }: HostViewRow) => `${lastName ?? ''}\u0000${firstName ?? ''}`;
const rankOf = ({ named, heads, groupName }: HostViewRow) => (named ? 0 : groupName === null && heads === 1 ? 1 : 2);

/** Persons by name, then those without one by grade, so that no place in the list tells who they are; groups last. */
const inOrder = (one: HostViewRow, other: HostViewRow) =>
  rankOf(one) - rankOf(other) || compare(nameOf(one), nameOf(other)) || (one.grade ?? 0) - (other.grade ?? 0) || compare(one.groupName ?? '', other.groupName ?? '') || one.placementId.localeCompare(other.placementId);

/** What hosts see of the pupils who come to them: everything that leaves for a host is read here. */
@Injectable()
export class HostViewReads {
  constructor(
    private readonly identities: PupilIdentities,
    private readonly clock: Clock,
  ) {}

  /**
   * The day list of an occurrence as its host sees it now: the database's `app.host_view` asks the gate for every pupil
   * and hands out nothing sealed that is not open. Names opened are noted for the audit. Refuses NOT_FOUND.
   */
  async of(tx: Tx, occurrenceId: string): Promise<HostView> {
    const now = this.clock.now();
    const head = await tx.one<Omit<HostView, 'rows'>>(headSql, [tx.regionId, occurrenceId, now]);
    const sealed = await tx.query<SealedRow>(rowsSql, [occurrenceId, now]);
    const rows = sealed.map((row) => this.opened(row)).sort(inOrder);
    tx.note('pupil', 'read', sealed.flatMap(({ named, birthDate, pupilId }) => ((named || birthDate) && pupilId ? [pupilId] : [])));
    return { ...head, rows };
  }

  private opened({ pupilId, wrapped, needsKey, firstName, lastName, birthDate, items, provisions, minimumAge, firstDay, ...row }: SealedRow): HostViewRow {
    if (pupilId === null) return { ...row, ...nothing };
    const identity = this.identities.open({ id: pupilId, wrapped, sealedFirstName: firstName, sealedLastName: lastName, sealedBirthDate: birthDate });
    const released = this.identities.openReleased({ id: pupilId, needsKey, placementId: row.placementId, items });
    const kept = this.identities.openProvisions({ id: pupilId, needsKey, sealedProvisions: provisions });
    return {
      ...row, firstName: identity.firstName, lastName: identity.lastName,
      oldEnough: minimumAge === null || identity.birthDate === null ? null : ageOn(identity.birthDate, firstDay) >= minimumAge,
      provisions: kept.filter((provision) => released.includes(provision)),
    };
  }
}

const nothing = { firstName: null, lastName: null, oldEnough: null, provisions: [] };
