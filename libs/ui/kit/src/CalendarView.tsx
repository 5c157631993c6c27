import { Suspense } from 'react';
import type { CalendarViewProps } from './calendar-canvas';
import { lazyNamed } from './lazy-named';
import { BlockSkeleton } from './skeletons';

const CalendarCanvas = lazyNamed(() => import('./calendar-canvas'), 'CalendarCanvas');

/** Month, week and list of what happens when, on the Berlin clock. Its code loads when it is first shown. */
export function CalendarView(props: CalendarViewProps) {
  return (
    <Suspense fallback={<BlockSkeleton height={640} />}>
      <CalendarCanvas {...props} />
    </Suspense>
  );
}
