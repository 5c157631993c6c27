/** How long an allowed break-glass lasts, in minutes, and how long one that is asked for waits, in hours (privacy-security ACC-7). */
export const glassMinutes = 60;
export const glassWaitsHours = 24;

/** A break-glass (Notfallzugriff) as its row tells. */
export interface GlassFacts {
  askedAt: Date;
  allowed: boolean | null;
  endsAt: Date | null;
  endedAt: Date | null;
}

/** ASKED = waits for the second person, LAPSED = nobody answered in time, OPEN = may be used now, ENDED = by time or by hand. */
export const glassStates = ['ASKED', 'LAPSED', 'REFUSED', 'OPEN', 'ENDED'] as const;
export type GlassState = (typeof glassStates)[number];

/** Where a break-glass stands at an instant; the end belongs no longer to it. */
export function glassState({ askedAt, allowed, endsAt, endedAt }: GlassFacts, now: Date): GlassState {
  if (allowed === null) return now.getTime() - askedAt.getTime() < glassWaitsHours * 3_600_000 ? 'ASKED' : 'LAPSED';
  if (!allowed) return 'REFUSED';
  return endedAt === null && endsAt !== null && now < endsAt ? 'OPEN' : 'ENDED';
}
