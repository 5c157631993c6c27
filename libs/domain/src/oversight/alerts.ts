/**
 * What is worth an alert (Sicherheitshinweis, privacy-security LOG-4). BULK_READING counts different pupils whose identity
 * one person read; FOREIGN_REGION counts entries of another region that somebody asked for and was refused; REFUSALS counts
 * refusals of any kind; EXPORT and the others count acts.
 */
export const alertKinds = [
  'BULK_READING', 'FOREIGN_REGION', 'REFUSALS', 'EXPORT', 'BREAK_GLASS', 'SECOND_FACTOR_CHANGED', 'TOKEN_REUSED', 'SECOND_FACTOR_FAILED', 'PEOPLE_ROLE_GRANTED', 'AUDIT_BROKEN',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** When a region is alerted: as many within so many minutes, by one person. `source` says where the number comes from. */
export interface AlertRule {
  kind: AlertKind;
  threshold: number;
  windowMinutes: number;
  source: string;
}

const own = 'Festlegung der Plattform, von der Region zu bestätigen';
const log4 = 'Anforderung LOG-4 (ASVS 5.0, 16.3)';

/** The rules a region begins with; from then on they are its own data. */
export const standardAlertRules: readonly AlertRule[] = [
  { kind: 'BULK_READING', threshold: 201, windowMinutes: 60, source: `${log4}: mehr als 200 Schüler:innen in einer Stunde` },
  { kind: 'FOREIGN_REGION', threshold: 3, windowMinutes: 60, source: `${log4}; Anzahl: ${own}` },
  { kind: 'REFUSALS', threshold: 50, windowMinutes: 60, source: own },
  { kind: 'EXPORT', threshold: 1, windowMinutes: 60, source: log4 },
  { kind: 'BREAK_GLASS', threshold: 1, windowMinutes: 60, source: `${log4}, ACC-7` },
  { kind: 'SECOND_FACTOR_CHANGED', threshold: 1, windowMinutes: 60, source: log4 },
  { kind: 'TOKEN_REUSED', threshold: 1, windowMinutes: 60, source: `${log4}, AUT-5` },
  { kind: 'SECOND_FACTOR_FAILED', threshold: 5, windowMinutes: 60, source: `${log4}; Anzahl: ${own}` },
  { kind: 'PEOPLE_ROLE_GRANTED', threshold: 1, windowMinutes: 60, source: `ACC-7: ${own}` },
  { kind: 'AUDIT_BROKEN', threshold: 1, windowMinutes: 60, source: 'Anforderung LOG-1' },
];

/** Something that was seen: `ids` are counted once each however often they come, `count` where ids do not matter. */
export interface Sighting {
  kind: AlertKind;
  actorId: string | null;
  at: Date;
  count: number;
  ids?: readonly string[];
}

/** An alert that was raised before; what it counted up to `lastAt` raises no second one. */
export interface KnownAlert {
  kind: AlertKind;
  actorId: string | null;
  lastAt: Date;
  /** Nobody has looked at it yet: it goes on counting. */
  open: boolean;
}

/** What is to be raised, or counted on in an open alert of the same kind and person. */
export interface RaisedAlert {
  kind: AlertKind;
  actorId: string | null;
  counted: number;
  firstAt: Date;
  lastAt: Date;
}

const who = ({ kind, actorId }: Pick<Sighting, 'kind' | 'actorId'>): string => `${kind} ${actorId ?? ''}`;

/** Different ids where they are known; an act from before the trail kept every id counts at least as many as it says. */
function countOf(seen: readonly Sighting[]): number {
  const ids = new Set(seen.flatMap((sighting) => sighting.ids ?? []));
  const without = seen.filter(({ ids: known }) => known === undefined).reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(0, ...seen.filter(({ ids: known }) => known !== undefined).map(({ count }) => count));
  return Math.max(ids.size, most) + without;
}

/**
 * Which alerts the sightings give by the rules at `now`: those of one kind and person within the rule's window reach its
 * threshold. What an alert that was looked at has counted does not count again. Pure; order as in the rules.
 */
export function judgeAlerts(rules: readonly AlertRule[], sightings: readonly Sighting[], known: readonly KnownAlert[], now: Date): RaisedAlert[] {
  return rules.flatMap(({ kind, threshold, windowMinutes }) => {
    const since = now.getTime() - windowMinutes * 60_000;
    const inWindow = sightings.filter((sighting) => sighting.kind === kind && sighting.at.getTime() > since && sighting.at <= now);
    return [...Map.groupBy(inWindow, who)].flatMap(([key, all]) => {
      const done = Math.max(0, ...known.filter((alert) => !alert.open && who(alert) === key).map(({ lastAt }) => lastAt.getTime()));
      const seen = all.filter(({ at }) => at.getTime() > done);
      const counted = countOf(seen);
      const times = seen.map(({ at }) => at.getTime());
      return seen[0] && counted >= threshold ? [{ kind, actorId: seen[0].actorId, counted, firstAt: new Date(Math.min(...times)), lastAt: new Date(Math.max(...times)) }] : [];
    });
  });
}
