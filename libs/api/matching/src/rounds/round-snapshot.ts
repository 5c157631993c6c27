import { ConsentReads } from '@mintforge/consent';
import { OccurrenceReads, type OccurrenceForRound } from '@mintforge/activities';
import { barredPairs, calendarSpan, lawfulLimits, mentoringInput, mentoringSettings, reachMeter, roadKm, roundFindings, roundInput, type BarredPair, type History, type Place, type RoundFinding, type RoundMember, type RoundOccurrence, type RoundSettings, type RoundState, type RoundWorld, type TraitFacts } from '@mintforge/domain/matching';
import type { Point, Readiness } from '@mintforge/domain/partners';
import type { FrozenInput } from '@mintforge/matching-engine';
import { ReadinessReads, RoundPlacesReads, type SchoolForRound } from '@mintforge/partners';
import { PeopleReads } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { MentoringReads } from './mentoring.reads';
import { RoundFactsReads, type HeldRow, type ParticipantRow } from './round-facts.reads';

/** A round as it stands in one transaction: what a run computes from, and who each participant is. */
export interface RoundSnapshot {
  input: FrozenInput;
  /** Participants a run leaves out, and why. */
  findings: { participantId: string; code: string }[];
  participants: { id: string; pupilId: string | null; groupId: string | null; seats: number }[];
  /** Wishes and pins that rules bar, with the cause: not for everybody's eyes. */
  barred: BarredPair[];
  state: RoundState;
}

const leftOutCodes = ['NO_WISHES', 'NO_ELIGIBLE_WISH'];

/** Reads rounds for the engine; dry runs and publishing use the same reading, so that their hashes can be compared. */
@Injectable()
export class RoundSnapshots {
  constructor(
    private readonly people: PeopleReads,
    private readonly activities: OccurrenceReads,
    private readonly places: RoundPlacesReads,
    private readonly readiness: ReadinessReads,
    private readonly consent: ConsentReads,
    private readonly facts: RoundFactsReads,
    private readonly mentoring: MentoringReads,
  ) {}

  /** The whole input of a round by some settings, in a fixed number of queries whatever its size. */
  async take(tx: Tx, roundId: string, settings: RoundSettings): Promise<RoundSnapshot> {
    const rows = await this.facts.participants(tx, roundId);
    const mentoring = await this.mentoring.ofRound(tx, roundId);
    const state = await this.stateOf(tx, roundId, rows, mentoring ? mentoringSettings(settings, mentoring.orders) : settings);
    const barred = barredPairs(state);
    const findings = roundFindings(state, barred).flatMap(({ code, participantId }) => (participantId !== null && leftOutCodes.includes(code) ? [{ participantId, code }] : []));
    const input = roundInput(state, barred);
    return {
      input: mentoring ? mentoringInput(input, mentoring.orders, mentoring.unranked) : input,
      findings, barred, state,
      participants: rows.map(({ id, pupilId, groupId }, at) => ({ id, pupilId, groupId, seats: state.members[at]!.seats })),
    };
  }

  /** What the office looks at before a run, with the causes in full. */
  check({ state, barred }: RoundSnapshot): RoundFinding[] {
    return roundFindings(state, barred);
  }

  private async stateOf(tx: Tx, roundId: string, rows: ParticipantRow[], settings: RoundSettings): Promise<RoundState> {
    const { rules } = settings;
    const chosen = await this.activities.occurrencesForRound(tx, await this.facts.occurrenceIds(tx, roundId));
    const readiness = rules.hostReadiness ? await this.readiness.ofHosts(tx, [...new Set(chosen.map(({ organisationId }) => organisationId))]) : new Map<string, Readiness[]>();
    const sites = await this.places.sitePoints(tx, chosen.flatMap(({ siteId }) => siteId ?? []));
    const occurrences = chosen.map((occurrence) => occurrenceOf(occurrence, readiness.get(occurrence.organisationId) ?? [], sites));
    const held = await this.facts.held(tx, roundId);
    const { members, schools } = await this.describe(tx, roundId, rows, held, settings);
    return {
      members, occurrences, settings,
      pairs: await this.facts.pairs(tx, roundId),
      classes: await this.facts.classes(tx, roundId),
      reserves: settings.useReserves ? await this.facts.reserves(tx, roundId) : [],
      world: await this.worldOf(tx, settings, schools, occurrences, held),
    };
  }

  private async worldOf(tx: Tx, { rules }: RoundSettings, schools: Place[], occurrences: RoundOccurrence[], held: HeldRow[]): Promise<RoundWorld> {
    const span = calendarSpan(occurrences, held);
    const days = span ? await this.activities.calendar(tx, span.from, span.to) : new Map();
    const byTime = rules.reach?.by === 'TRAVEL_MINUTES';
    const known = byTime ? await this.facts.travelTimes(tx, schools.map(({ id }) => id), occurrences.map(({ site }) => site.id)) : new Map<string, number>();
    return {
      rules,
      limits: rules.workingTime ? [...lawfulLimits, ...(await this.facts.limits(tx))] : [],
      calendar: {
        isPublicHoliday: (day) => days.get(day)?.publicHoliday != null,
        isSchoolHoliday: (day) => days.get(day)?.schoolHoliday != null,
      },
      way: rules.reach ? reachMeter(rules.reach, known) : () => null,
    };
  }

  private async describe(tx: Tx, roundId: string, rows: ParticipantRow[], held: HeldRow[], { rules }: RoundSettings): Promise<{ members: RoundMember[]; schools: Place[] }> {
    const pupilIds = rows.flatMap((row) => row.pupilId ?? []);
    const pupils = new Map((await this.people.pupilsForRound(tx, pupilIds)).map((pupil) => [pupil.id, pupil]));
    const groups = new Map((await this.people.groupsByIds(tx, rows.flatMap((row) => row.groupId ?? []))).map((group) => [group.id, group]));
    const consent = rules.consent ? await this.consent.gate(tx, 'MATCHING', pupilIds) : new Map<string, string>();
    const schools = await this.places.schools(tx, [...new Set([...pupils.values(), ...groups.values()].map(({ organisationId }) => organisationId))]);
    const centre = await this.places.centre(tx);
    const earlier = await this.facts.earlier(tx, roundId);
    const heldBy = Map.groupBy(held, ({ participantId }) => participantId);
    const members = rows.map(({ id, pupilId, groupId, classId, wishes }): RoundMember => {
      const pupil = pupilId ? pupils.get(pupilId) : undefined;
      const group = groupId ? groups.get(groupId) : undefined;
      const school = schools.get(pupil?.organisationId ?? group?.organisationId ?? '');
      const places = heldBy.get(id) ?? [];
      const own = places.filter((place) => place.own);
      const history: History = { tookPart: false, wentEmpty: false, ...earlier.get(id), placed: own.length > 0, hostIds: new Set(own.map(({ hostId }) => hostId)) };
      const grade = pupil?.grade ?? group?.grade ?? null;
      return {
        id, classId, wishes, grade, history,
        seats: Math.max(1, group?.headCount ?? 1),
        birthDate: pupil?.birthDate ?? null,
        interests: pupil?.interests ?? [],
        needs: pupil?.provisions ?? [],
        // A group comes by head count, without a person whose data would be matched.
        consent: pupilId ? (consent.get(pupilId) ?? 'UNKNOWN_PUPIL') : 'GIVEN',
        school: placeOf(school),
        held: places,
        traitFacts: traitFactsOf(school, centre, history, grade),
      };
    });
    return { members, schools: [...schools.values()].map(placeOf) };
  }
}

const placeOf = (school: SchoolForRound | undefined): Place => ({ id: school?.siteId ?? '', point: school?.point ?? null });

function traitFactsOf(school: SchoolForRound | undefined, centre: Point | null, { tookPart, placed }: History, grade: number | null): TraitFacts {
  return { schoolKinds: school?.kinds ?? [], firstTime: !tookPart && !placed, kmFromCentre: school?.point && centre ? roadKm(centre, school.point) : null, grade };
}

function occurrenceOf(occurrence: OccurrenceForRound, readiness: Readiness[], sites: Map<string, Point>): RoundOccurrence {
  const { state, activityState, organisationId, accessibility, siteId, ...rest } = occurrence;
  return { ...rest, hostId: organisationId, open: state === 'PLANNED' && activityState === 'PUBLISHED', provisions: accessibility, readiness, site: { id: siteId ?? '', point: (siteId ? sites.get(siteId) : null) ?? null } };
}
