import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import { Box, IconButton, TextField, ToggleButton, ToggleButtonGroup, Tooltip, Typography } from '@mui/material';
import { StateChip, type Tone } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { nameOf, pressedStates, type Draft, type PressedState } from './attendance-marks';
import type { AttendanceRow, AttendanceState } from '../types';

const colours: Record<PressedState, 'success' | 'warning' | 'info' | 'error'> = { PRESENT: 'success', LATE: 'warning', LEFT_EARLY: 'warning', EXCUSED: 'info', UNEXCUSED: 'error' };
const tones: Partial<Record<AttendanceState, Tone>> = { ...colours, WALK_IN: 'success' };

export interface AttendanceLineProps {
  /** As it stands with the draft. */
  row: AttendanceRow;
  /** Marked, but not saved yet. */
  changed: boolean;
  /** Absent when one may only look. */
  onMark: ((change: Partial<Draft[string]>) => void) | undefined;
}

/** One person or group of the list with its mark and note. */
export function AttendanceLine({ row, changed, onMark }: AttendanceLineProps) {
  const translate = useTranslate();
  const [noting, setNoting] = useState(false);
  const { state, note, headCount, groupId, grade } = row;
  const name = nameOf(row);
  const pressed = (pressedStates as readonly string[]).includes(state);
  const noteLabel = translate('app.activities.attendance.note');
  return (
    <Box
      component="li"
      sx={({ palette }) => ({
        display: 'grid', columnGap: 2, rowGap: 0.75, alignItems: 'center', gridTemplateColumns: { xs: '1fr auto', md: 'minmax(10rem, 1fr) auto auto' },
        px: 2, py: 1, borderTop: `1px solid ${palette.divider}`, boxShadow: changed ? `inset 3px 0 0 ${palette.secondary.main}` : 'none',
      })}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography component="span" sx={{ fontWeight: 600, mr: 1, ...(state === 'WITHDRAWN' && { color: 'text.secondary', textDecoration: 'line-through' }) }}>{name}</Typography>
        {(!onMark || !pressed) && state !== 'EXPECTED' && <StateChip label={translate(`app.activities.attendance.state.${state}`)} tone={tones[state]} />}
        <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>
          {groupId ? translate('app.activities.attendance.heads', { smart_count: headCount }) : grade !== null && translate('app.activities.attendance.grade', { grade })}
        </Typography>
      </Box>
      {onMark && <MarkButtons name={name} state={state} onMark={(marked) => onMark({ state: marked })} />}
      {onMark && (
        <Tooltip title={noteLabel}>
          <IconButton aria-label={`${noteLabel}: ${name}`} aria-expanded={noting || note !== ''} onClick={() => setNoting(!noting)} sx={{ width: 44, height: 44, gridRow: { xs: 1, md: 'auto' }, gridColumn: { xs: 2, md: 'auto' } }} color={note ? 'primary' : 'default'}>
            <EditNoteOutlined />
          </IconButton>
        </Tooltip>
      )}
      {onMark && (noting || note) ? (
        <TextField label={noteLabel} value={note} onChange={(event) => onMark({ note: event.target.value })} autoFocus={noting} slotProps={{ htmlInput: { maxLength: 500, 'aria-label': `${noteLabel}: ${name}` } }} sx={{ gridColumn: '1 / -1', m: 0 }} />
      ) : (
        note && <Typography variant="body2" sx={{ gridColumn: '1 / -1' }}>{note}</Typography>
      )}
    </Box>
  );
}

function MarkButtons({ name, state, onMark }: { name: string; state: AttendanceState; onMark: (state: AttendanceState) => void }) {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      value={state}
      onChange={(_, marked: PressedState | null) => onMark(marked ?? 'EXPECTED')}
      aria-label={translate('app.activities.attendance.mark', { name })}
      sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, display: 'flex' }}
    >
      {pressedStates.map((marked) => (
        <ToggleButton key={marked} value={marked} color={colours[marked]} aria-label={translate(`app.activities.attendance.state.${marked}`)} sx={{ minHeight: 44, px: { xs: 0.25, md: 1.5 }, flex: { xs: '1 1 0', md: 'none' }, fontSize: { xs: '0.75rem', md: '0.8125rem' }, lineHeight: 1.15, fontWeight: 600 }}>
          <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' } }}>{translate(`app.activities.attendance.state.${marked}`)}</Box>
          <Box component="span" sx={{ display: { xs: 'inline', lg: 'none' } }}>{translate(`app.activities.attendance.short.${marked}`)}</Box>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
