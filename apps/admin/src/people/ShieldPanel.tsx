import { Alert, Button, TextField, Typography } from '@mui/material';
import { dayText, Panel, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { Pupil } from './types';

/** The address block of a pupil: whoever has one is named to nobody outside the office. */
export function ShieldPanel({ pupil: { id, version, shield } }: { pupil: Pupil }) {
  const translate = useTranslate();
  const locale = useLocale();
  const mayWrite = useAllowed()('people.write');
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  const text = (key: string, values?: Record<string, unknown>) => translate(`app.people.shield.${key}`, values);
  const save = useAct((verbs) => verbs.shieldPupil({ id, version, shielded: !shield, until: shield ? null : until || null }), { done: 'app.people.shield.done', then: () => setOpen(false) });
  return (
    <Panel title={text('title')} actions={mayWrite && <Button size="small" onClick={() => setOpen(true)}>{text(shield ? 'end' : 'record')}</Button>}>
      {shield ? <Alert severity="warning">{shield.until ? text('there_until', { day: dayText(shield.until, locale) }) : text('there')}</Alert> : <Typography variant="body2" color="textSecondary">{text('none')}</Typography>}
      {open && (
        <ActDialog title={text(shield ? 'end' : 'record')} act={text(shield ? 'end' : 'record')} onAct={() => save.mutate()} onClose={() => setOpen(false)} acting={save.isPending} error={save.error}>
          <Typography>{text(shield ? 'end_hint' : 'hint')}</Typography>
          {!shield && <TextField type="date" label={text('until')} value={until} onChange={(event) => setUntil(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />}
        </ActDialog>
      )}
    </Panel>
  );
}
