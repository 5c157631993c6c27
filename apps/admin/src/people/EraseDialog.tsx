import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../common/use-act';
import type { PupilDialogProps } from './PupilActs';

const lost = ['identity', 'search', 'interests'] as const;
const kept = ['pseudonym', 'counts'] as const;

/** Erasing in two steps: first in plain words what is destroyed and what stays, then by typing the pseudonym. */
export function EraseDialog({ pupil: { id, version, pseudonym }, onClose }: PupilDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [understood, setUnderstood] = useState(false);
  const [typed, setTyped] = useState('');
  const erase = useAct((verbs) => verbs.erasePupil(id, version), { done: 'app.people.erase.done', then: onClose });
  const sure = typed.trim().toUpperCase() === pseudonym;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!understood) setUnderstood(true);
          else if (sure) erase.mutate();
        }}
      >
        <DialogTitle id={titleId}>{translate('app.people.erase.title')}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <Alert severity="warning">{translate('app.people.erase.intro')}</Alert>
          {erase.error && <Alert severity="error">{erase.error.message}</Alert>}
          {understood ? (
            <TextField autoFocus autoComplete="off" label={translate('app.people.erase.type', { pseudonym })} value={typed} onChange={(event) => setTyped(event.target.value)} slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace' } } }} />
          ) : (
            <>
              <Typography sx={{ fontWeight: 600 }}>{translate('app.people.erase.lost_title')}</Typography>
              <Box component="ul" sx={{ m: 0 }}>{lost.map((key) => <li key={key}>{translate(`app.people.erase.lost.${key}`)}</li>)}</Box>
              <Typography sx={{ fontWeight: 600 }}>{translate('app.people.erase.kept_title')}</Typography>
              <Box component="ul" sx={{ m: 0 }}>{kept.map((key) => <li key={key}>{translate(`app.people.erase.kept.${key}`, { pseudonym })}</li>)}</Box>
            </>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} autoFocus={!understood}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" color="error" loading={erase.isPending} disabled={understood && !sure}>
            {translate(understood ? 'app.people.erase.act' : 'app.people.erase.next')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
