import { defaultSettings, type RoundMember, type RoundOccurrence, type RoundRules, type RoundSettings, type RoundState } from '.';

/** A round with all rules off, for specs: one participant of grade 8 who wishes for one workshop. */
export const noRules: RoundRules = { consent: false, workingTime: false, reach: null, provisions: false, hostReadiness: false, onceOnly: false };

export const occurrence = (more: Partial<RoundOccurrence> = {}): RoundOccurrence => ({
  id: 'o1', activityId: 'a1', hostId: 'h1', format: 'TECH_WORKSHOP', topics: [], startsAt: new Date('2027-03-12T08:00:00Z'), endsAt: new Date('2027-03-12T12:00:00Z'), capacity: 10, taken: 0, minimum: 0,
  open: true, grades: [], minimumAge: null, provisions: [], withBriefing: false, readiness: [], site: { id: 'site', point: null }, ...more,
});

export const member = (more: Partial<RoundMember> = {}): RoundMember => ({
  id: 'p1', seats: 1, grade: 8, birthDate: '2013-03-12', interests: [], wishes: ['o1'], consent: 'GIVEN', needs: [], school: { id: 'school', point: null }, held: [], classId: null,
  history: { tookPart: false, wentEmpty: false, placed: false, hostIds: new Set() }, traitFacts: { schoolKinds: [], firstTime: true, kmFromCentre: null, grade: 8 }, ...more,
});

export const round = ({ rules, settings, ...more }: Partial<Omit<RoundState, 'settings' | 'world'>> & { rules?: Partial<RoundRules>; settings?: Partial<RoundSettings>; way?: number | null } = {}): RoundState => {
  const used = { ...noRules, ...rules };
  return {
    members: [member()], occurrences: [occurrence()], pairs: [], classes: [], reserves: [], settings: { ...defaultSettings, ...settings, rules: used },
    world: { rules: used, limits: [], calendar: { isPublicHoliday: () => false, isSchoolHoliday: (day) => day.startsWith('2027-07') }, way: () => more.way ?? null }, ...more,
  };
};
