import { Box, FormControlLabel, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { SchoolHoliday } from '../types';

const shrunk = { inputLabel: { shrink: true } };

/** A new stretch of school holidays, or a correction of one. */
export function SchoolHolidayDialog({ holiday, onClose }: { holiday?: SchoolHoliday; onClose: () => void }) {
  const translate = useTranslate();
  const [input, setInput] = useState(() => ({ name: holiday?.name ?? '', firstDay: holiday?.firstDay ?? '', lastDay: holiday?.lastDay ?? '', source: holiday?.source ?? '', checked: holiday?.checked ?? true }));
  const set = (change: Partial<typeof input>) => setInput({ ...input, ...change });
  const save = useAct<unknown>((verbs) => (holiday ? verbs.updateSchoolHoliday({ id: holiday.id, version: holiday.version, patch: input }) : verbs.createSchoolHoliday(input)), { done: 'app.activities.school_holidays.saved', then: onClose });
  const wrongWay = input.firstDay !== '' && input.lastDay !== '' && input.lastDay < input.firstDay;
  const ready = input.name.trim() !== '' && input.firstDay !== '' && input.lastDay !== '' && !wrongWay;
  return (
    <ActDialog title={translate(`app.activities.school_holidays.${holiday ? 'edit' : 'add'}`)} act={translate('ra.action.save')} disabled={!ready} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <TextField required autoFocus label={translate('app.activities.school_holidays.name')} value={input.name} onChange={(event) => set({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 100 } }} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <TextField required type="date" label={translate('app.activities.school_holidays.first_day')} value={input.firstDay} onChange={(event) => set({ firstDay: event.target.value, ...(input.lastDay === '' && { lastDay: event.target.value }) })} slotProps={shrunk} />
        <TextField required type="date" label={translate('app.activities.school_holidays.last_day')} value={input.lastDay} error={wrongWay} helperText={wrongWay ? translate('app.activities.school_holidays.wrong_way') : undefined} onChange={(event) => set({ lastDay: event.target.value })} slotProps={shrunk} />
      </Box>
      <TextField label={translate('app.activities.school_holidays.source')} value={input.source} onChange={(event) => set({ source: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <FormControlLabel control={<Switch checked={input.checked} onChange={(_, checked) => set({ checked })} />} label={translate('app.activities.school_holidays.checked_hint')} />
    </ActDialog>
  );
}
