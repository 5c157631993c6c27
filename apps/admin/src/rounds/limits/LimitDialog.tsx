import { Box, FormControlLabel, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { workingTimeCases } from '@mintforge/domain/matching';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { draftInput, draftOf, type LimitDraft } from './limit-draft';
import type { WorkingTimeLimit } from './verbs';

export interface LimitDialogProps {
  limits: WorkingTimeLimit[];
  /** The region's own row that is changed; absent for a new one. */
  limit?: WorkingTimeLimit;
  onClose: () => void;
}

/** Sets the region's limits of a case from a day on; a new row starts with those that hold now. */
export function LimitDialog({ limits, limit, onClose }: LimitDialogProps) {
  const translate = useTranslate();
  const startOf = (kind: WorkingTimeLimit['case']): LimitDraft | undefined => {
    const latest = limits.find((one) => one.case === kind);
    return latest && { ...draftOf(latest), validFrom: berlinDay(new Date()), source: '' };
  };
  const [draft, setDraft] = useState(() => (limit ? draftOf(limit) : startOf('K1')));
  const save = useAct(async (verbs) => {
    if (draft) await verbs.setWorkingTimeLimit(draftInput(draft));
  }, { done: 'app.limits.saved', then: onClose });
  if (!draft) return null;
  const field = (name: keyof LimitDraft) => ({ label: translate(`app.limits.field.${name}`), value: draft[name], onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }) });
  const number = (name: keyof LimitDraft, most: number, step = 1) => <TextField {...field(name)} type="number" slotProps={{ htmlInput: { min: 0, max: most, step } }} />;
  const clock = (name: keyof LimitDraft) => <TextField {...field(name)} type="time" slotProps={{ inputLabel: { shrink: true } }} />;
  const yesNo = (name: 'allowed' | 'weekends' | 'publicHolidays') => <FormControlLabel control={<Switch checked={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.checked })} />} label={translate(`app.limits.field.${name}`)} />;
  const incomplete = draft.source.trim() === '' || draft.validFrom === '' || (draft.case === 'K1' && draft.lastGrade === '');
  return (
    <ActDialog wide title={translate(`app.limits.${limit ? 'edit' : 'add'}`)} act={translate('ra.action.save')} disabled={incomplete} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.limits.edit_hint')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
        <TextField {...field('case')} select disabled={limit !== undefined} onChange={(event) => setDraft(startOf(event.target.value as LimitDraft['case']))}>
          {workingTimeCases.map((one) => <MenuItem key={one} value={one}>{translate(`app.limits.case.${one}`)}</MenuItem>)}
        </TextField>
        <TextField {...field('validFrom')} required type="date" disabled={limit !== undefined} slotProps={{ inputLabel: { shrink: true } }} />
      </Box>
      <TextField {...field('source')} required helperText={translate('app.limits.source_hint')} />
      {yesNo('allowed')}
      {draft.allowed && (
        <>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}>
            {number('minutesPerDay', 24, 0.5)}
            {number('minutesPerWeek', 168, 0.5)}
            {number('shiftMinutes', 24, 0.5)}
            {clock('earliest')}
            {clock('latest')}
            {clock('latestOnEves')}
            {number('daysPerYear', 366)}
            {draft.case === 'K1' && number('lastGrade', 13)}
          </Box>
          {yesNo('weekends')}
          {yesNo('publicHolidays')}
        </>
      )}
    </ActDialog>
  );
}
