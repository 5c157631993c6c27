import { barsOf, defaultAllocationRules, fitOf, pairKey, reasonsOf, type AllocationMark as Mark, type AllocationRound, type AllocationRules, type NeedToMatch, type OfferToMatch, type PairReason } from '@mintforge/domain/matching';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Allocation, AllocationMark, NeedsRound, OfferFit, PairReasonType, RoundNeed, RoundOffer } from './allocations.types';

/** A need or offer of a round with its main place: coordinates that may be believed, else the centre of the postcode. */
const sideSql = (table: 'need' | 'offer', own: string) => `
  select x.id, x.title, x.organisation_id as "organisationId", o.name as "organisationName", x.format, x.topics, x.grades, x.period_from as "periodFrom", x.period_to as "periodTo", x.accessibility, x.state, ${own}
    coalesce(t.accepted, 0) as accepted, coalesce(t.proposed, 0) as proposed,
    case when p.coordinate_check in ('OK', 'UNCHECKED') then json_build_object('lat', p.lat, 'lon', p.lon) when z.lat is not null then json_build_object('lat', z.lat, 'lon', z.lon) end as place
  from round_${table} r join ${table} x on x.region_id = r.region_id and x.id = r.${table}_id join organisation o on o.region_id = x.region_id and o.id = x.organisation_id
    left join site p on p.region_id = x.region_id and p.organisation_id = x.organisation_id and p.is_main left join postcode z on z.region_id = p.region_id and z.postcode = p.postcode
    left join (select ${table}_id as id, sum(seats) filter (where state = 'ACCEPTED')::int as accepted, sum(seats) filter (where state = 'PROPOSED' and round_id = $2)::int as proposed
      from allocation where region_id = $1 group by 1) t on t.id = x.id
  where r.region_id = $1 and r.round_id = $2 order by o.name collate "de-x-icu", x.title collate "de-x-icu", x.id`;

type NeedRow = Omit<RoundNeed, 'gap'> & Pick<NeedToMatch, 'accessibility' | 'place'>;
type OfferRow = Omit<RoundOffer, 'gap'> & Pick<OfferToMatch, 'accessibility' | 'place' | 'minimumAge'>;

const seatsLeft = ({ size, accepted }: { size: number | null; accepted: number }): number | null => (size === null ? null : Math.max(0, size - accepted));

/** Reads a need or offer row for the domain. */
const side = <Row extends NeedRow | OfferRow>(row: Row): Row & { seats: number | null } => ({ ...row, seats: seatsLeft(row) });

const inWords = (reasons: readonly PairReason[]): PairReasonType[] => reasons.map(({ code, params }) => ({ code, params: JSON.stringify(params) }));

const pairTables = (a: string) => `join need n on n.region_id = ${a}.region_id and n.id = ${a}.need_id join organisation s on s.region_id = n.region_id and s.id = n.organisation_id
  join offer f on f.region_id = ${a}.region_id and f.id = ${a}.offer_id join organisation h on h.region_id = f.region_id and h.id = f.organisation_id`;
const pairColumns = (a: string) => `${a}.need_id as "needId", n.title as "needTitle", s.name as school, ${a}.offer_id as "offerId", f.title as "offerTitle", h.name as host`;

const allocationSql = `
  select a.id, a.version, ${pairColumns('a')}, a.seats, a.score, a.state, a.accepted_at as "acceptedAt", a.withdrawn_reason as "withdrawnReason", a.partnership_id as "partnershipId", p.state as "partnershipState", f.state as "offerState",
    coalesce((select json_agg(json_build_object('code', q.code, 'params', q.params::text)) from jsonb_to_recordset(a.reasons) as q(code text, params jsonb)), '[]') as reasons
  from allocation a ${pairTables('a')} left join partnership p on p.region_id = a.region_id and p.id = a.partnership_id`;

/** Rounds of needs and offers as screens ask for them, and as one transaction finds them. */
@Injectable()
export class AllocationReads {
  constructor(private readonly db: Db) {}

  async rules(tx: Tx, roundId: string): Promise<AllocationRules> {
    const { pairing } = await tx.one<{ pairing: Partial<AllocationRules> }>(`select pairing from round where region_id = $1 and id = $2 and unit = 'NEEDS'`, [tx.regionId, roundId]);
    return { ...defaultAllocationRules, ...pairing };
  }

  /** The whole round as the domain takes it, in five queries. Refuses NOT_FOUND for a round of another kind. */
  async snapshot(tx: Tx, roundId: string): Promise<AllocationRound> {
    const keys = [tx.regionId, roundId];
    const rules = await this.rules(tx, roundId);
    const needs = (await this.needRows(tx, roundId)).filter(({ state }) => state === 'OPEN').map(side);
    const offers = (await this.offerRows(tx, roundId)).filter(({ state }) => state === 'OPEN').map(side);
    const marks = await tx.query<Mark>('select need_id as "needId", offer_id as "offerId", kind, seats from allocation_mark where region_id = $1 and round_id = $2', keys);
    const settled = await tx.query<{ needId: string; offerId: string }>(`select need_id as "needId", offer_id as "offerId" from allocation where region_id = $1 and round_id = $2 and state <> 'PROPOSED'`, keys);
    const partners = await tx.query<{ school: string; host: string }>(
      `select school_id as school, partner_id as host from partnership where region_id = $1 and state <> 'ENDED' and school_id = any($2::uuid[])`, [tx.regionId, needs.map((need) => need.organisationId)]);
    return { needs, offers, marks, rules, settled: new Set(settled.map(({ needId, offerId }) => pairKey(needId, offerId))), partners: new Set(partners.map(({ school, host }) => pairKey(school, host))) };
  }

  private needRows(tx: Tx, roundId: string): Promise<NeedRow[]> {
    return tx.query<NeedRow>(sideSql('need', 'x.size,'), [tx.regionId, roundId]);
  }

  private offerRows(tx: Tx, roundId: string): Promise<OfferRow[]> {
    return tx.query<OfferRow>(sideSql('offer', 'x.capacity as size, x.minimum_age as "minimumAge",'), [tx.regionId, roundId]);
  }

  needs(roundId: string): Promise<RoundNeed[]> {
    return this.db.read(async (tx) => withGaps(await this.needRows(tx, roundId), await gapsOf(tx, roundId, 'need_id')));
  }

  offers(roundId: string): Promise<RoundOffer[]> {
    return this.db.read(async (tx) => withGaps(await this.offerRows(tx, roundId), await gapsOf(tx, roundId, 'offer_id')));
  }

  /** Rules and figures of a round. Refuses NOT_FOUND for a round of another kind. */
  figures(roundId: string): Promise<NeedsRound> {
    return this.db.read(async (tx) => {
      const rules = await this.rules(tx, roundId);
      const needs = await this.needRows(tx, roundId);
      const offers = await this.offerRows(tx, roundId);
      const { accepted } = await tx.one<{ accepted: number }>(`select coalesce(sum(seats), 0)::int as accepted from allocation where region_id = $1 and round_id = $2 and state = 'ACCEPTED'`, [tx.regionId, roundId]);
      const sum = (numbers: (number | null)[]) => numbers.reduce<number>((whole, part) => whole + (part ?? 0), 0);
      return {
        rules, needs: needs.length, offers: offers.length,
        seatsNeeded: sum(needs.map(seatsLeft)) + accepted, seatsOffered: sum(offers.map(seatsLeft)) + accepted,
        seatsProposed: sum(needs.map(({ proposed }) => proposed)), seatsAccepted: accepted,
      };
    });
  }

  allocations(roundId: string): Promise<Allocation[]> {
    return this.db.read((tx) => tx.query<Allocation>(`${allocationSql} where a.region_id = $1 and a.round_id = $2 order by s.name collate "de-x-icu", n.title, a.score desc, a.id`, [tx.regionId, roundId]));
  }

  allocation(id: string): Promise<Allocation> {
    return this.db.read((tx) => tx.one<Allocation>(`${allocationSql} where a.region_id = $1 and a.id = $2`, [tx.regionId, id]));
  }

  marks(roundId: string): Promise<AllocationMark[]> {
    return this.db.read((tx) => tx.query<AllocationMark>(
      `select m.id, ${pairColumns('m')}, m.kind, m.seats, m.note, v.display_name as "userName" from allocation_mark m ${pairTables('m')} left join app_user v on v.id = m.user_id
       where m.region_id = $1 and m.round_id = $2 order by m.created_at, m.id`, [tx.regionId, roundId]));
  }

  /** Every open offer of the round beside one need: those that fit first, best first, then the others with what keeps them apart. Refuses NOT_FOUND. */
  fits(roundId: string, needId: string): Promise<OfferFit[]> {
    return this.db.read(async (tx) => {
      const round = await this.snapshot(tx, roundId);
      const need = round.needs.find(({ id }) => id === needId);
      if (!need) throw new Refusal('NOT_FOUND');
      const named = new Map((await this.offerRows(tx, roundId)).map((row) => [row.id, row]));
      const vetoed = new Set(round.marks.filter(({ kind }) => kind === 'VETO').map((mark) => pairKey(mark.needId, mark.offerId)));
      return round.offers
        .map((offer) => ({
          offerId: offer.id, offerTitle: named.get(offer.id)!.title, host: named.get(offer.id)!.organisationName, seatsLeft: offer.seats,
          score: fitOf(need, offer), bars: barsOf(need, offer, round.rules, vetoed.has(pairKey(needId, offer.id))), reasons: inWords(reasonsOf(need, offer, round)),
        }))
        .sort((a, b) => a.bars.length - b.bars.length || b.score - a.score || (a.offerId < b.offerId ? -1 : 1));
    });
  }
}

interface GapRow {
  id: string;
  seats: number | null;
  code: string;
  params: string;
}

const gapsOf = (tx: Tx, roundId: string, column: 'need_id' | 'offer_id'): Promise<GapRow[]> =>
  tx.query<GapRow>(`select ${column} as id, seats, code, params::text as params from allocation_gap where region_id = $1 and round_id = $2 and ${column} is not null`, [tx.regionId, roundId]);

function withGaps<Row extends { id: string }>(rows: readonly Row[], gaps: readonly GapRow[]): (Row & { gap: GapRow | null })[] {
  const known = new Map(gaps.map((gap) => [gap.id, gap]));
  return rows.map((row) => ({ ...row, gap: known.get(row.id) ?? null }));
}
