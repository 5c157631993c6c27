import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Box, IconButton, TextField, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DayPlan, hintsOf, OccurrenceFault } from './occurrence-draft';

export interface DayPlanRowProps {
  /** Position in the list, from 1; absent when there is only one ever. */
  number: number | undefined;
  plan: DayPlan;
  /** Asks for a last day too. */
  longer: boolean;
  fault: OccurrenceFault | undefined;
  hints: ReturnType<typeof hintsOf> | undefined;
  onChange: (plan: DayPlan) => void;
  onRemove: (() => void) | undefined;
  autoFocus?: boolean;
}

const shrunk = { inputLabel: { shrink: true } };

/** Day and times of one occurrence, with what the calendar says to them. */
export function DayPlanRow({ number, plan, longer, fault, hints, onChange, onRemove, autoFocus }: DayPlanRowProps) {
  const translate = useTranslate();
  const field = (name: keyof DayPlan, type: 'date' | 'time', required = true) => (
    <TextField
      type={type}
      required={required}
      label={translate(`app.activities.occurrences.${name}`)}
      value={plan[name]}
      onChange={(event) => onChange({ ...plan, [name]: event.target.value })}
      autoFocus={autoFocus && name === 'day'}
      slotProps={{ ...shrunk, ...(name === 'lastDay' && { htmlInput: { min: plan.day } }) }}
    />
  );
  const said = [
    ...(hints?.publicHolidays.map((name) => translate('app.activities.hint.public_holiday', { name })) ?? []),
    ...(hints?.schoolHolidays.map((name) => translate('app.activities.hint.school_holiday', { name })) ?? []),
    ...(hints?.weekend ? [translate('app.activities.hint.weekend')] : []),
  ];
  const remove = translate('app.activities.occurrences.remove_day', { number: number ?? 1 });
  return (
    <Box component="li" aria-label={number ? translate('app.activities.occurrences.numbered', { number }) : undefined} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      {number && <Typography aria-hidden color="textSecondary" sx={{ display: { xs: 'none', sm: 'block' }, width: '1.5rem', textAlign: 'right', pt: 2, fontVariantNumeric: 'tabular-nums' }}>{number}</Typography>}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: longer ? '1.4fr 1fr 1.4fr 1fr' : '1.4fr 1fr 1fr' }, '& > :first-of-type': { gridColumn: { xs: longer ? 'auto' : '1 / -1', sm: 'auto' } } }}>
          {field('day', 'date')}
          {field('start', 'time')}
          {longer && field('lastDay', 'date', false)}
          {field('end', 'time')}
        </Box>
        {fault && <Typography role="alert" variant="body2" color="error">{translate(`app.activities.fault.${fault}`)}</Typography>}
        {said.map((text) => (
          <Typography key={text} variant="body2" color="warning" sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
            <WarningAmberOutlined fontSize="small" />
            {text}
          </Typography>
        ))}
      </Box>
      {onRemove && <Tooltip title={remove}><IconButton aria-label={remove} onClick={onRemove} sx={{ mt: 1 }}><DeleteOutlined fontSize="small" /></IconButton></Tooltip>}
    </Box>
  );
}
