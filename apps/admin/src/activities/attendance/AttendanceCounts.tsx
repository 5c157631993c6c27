import { Box } from '@mui/material';
import { attendanceStates, type AttendanceCounts as Counts } from '@mintforge/domain/activities';
import { useTranslate } from 'react-admin';

/** How many heads in each state; states nobody is in are left out, but who is still open and who came. */
export function AttendanceCounts({ counts }: { counts: Counts }) {
  const translate = useTranslate();
  const shown = attendanceStates.filter((state) => counts[state] > 0 || state === 'EXPECTED' || state === 'PRESENT');
  return (
    <Box role="status">
      <Box component="ul" aria-label={translate('app.activities.attendance.counts')} sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, fontSize: '0.875rem' }}>
        {shown.map((state) => (
          <Box component="li" key={state} sx={{ whiteSpace: 'nowrap' }}>
            <Box component="strong" sx={{ fontVariantNumeric: 'tabular-nums' }}>{counts[state]}</Box> {translate(`app.activities.attendance.count.${state}`)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
