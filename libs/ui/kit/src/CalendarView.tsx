import { Suspense } from 'react';
import { lazyNamed } from './lazy-named';
import type { Tone } from './StateChip';
import { BlockSkeleton } from './skeletons';

const CalendarCanvas = lazyNamed(() => import('./calendar-canvas'), 'CalendarCanvas');

export interface CalendarEvent {
  id: string;
  title: string;
  /** A UTC instant, or a day (`YYYY-MM-DD`) for whole days. */
  start: string;
  /** The end itself is not part of it: the day after the last day of whole days. */
  end?: string;
  tone?: Tone;
  /** Drawn behind the others and not opened: holidays. */
  background?: boolean;
}

export interface CalendarViewProps {
  events: CalendarEvent[];
  /** The stretch of time on screen, UTC instants, end excluded; called at first and after every turn of the page. */
  onRange: (range: { start: string; end: string }) => void;
  onOpen: (id: string) => void;
  /** `YYYY-MM-DD`; today when absent. */
  startDay?: string;
}

/** Month, week and list of what happens when, on the Berlin clock. Its code loads when it is first shown. */
export function CalendarView(props: CalendarViewProps) {
  return (
    <Suspense fallback={<BlockSkeleton height={640} />}>
      <CalendarCanvas {...props} />
    </Suspense>
  );
}
