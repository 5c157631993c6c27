import LockOutlined from '@mui/icons-material/LockOutlined';
import { accessibilityProvisions, type AccessibilityProvision } from '@mintforge/domain/activities';
import type { ReadReason } from '@mintforge/domain/oversight';
import { Alert, Button, Checkbox, Chip, FormControlLabel, FormGroup, Stack, Typography } from '@mui/material';
import { Allowed, Panel } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { ReasonSelect } from '../common/ReasonSelect';
import { useAct, useVerbs } from '../common/use-act';
import type { Pupil } from './types';

function RevealDialog({ pupil, onShown, onClose }: { pupil: Pupil; onShown: (provisions: AccessibilityProvision[]) => void; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [reason, setReason] = useState<ReadReason | ''>('');
  const reveal = useMutation<AccessibilityProvision[], Error, ReadReason>({ mutationFn: (given) => verbs.pupilNeeds(pupil.id, given), onSuccess: onShown });
  return (
    <ActDialog title={translate('app.people.field.provisions')} act={translate('app.people.pupils.needs_show')} acting={reveal.isPending} disabled={!reason} error={reveal.error} onAct={() => reason && reveal.mutate(reason)} onClose={onClose}>
      <Typography variant="body2" sx={{ mb: 1 }}>{translate('app.people.pupils.needs_closed')}</Typography>
      <ReasonSelect value={reason} onChange={setReason} />
    </ActDialog>
  );
}

function ChangeDialog({ pupil, shown, onChanged, onClose }: { pupil: Pupil; shown: AccessibilityProvision[]; onChanged: (provisions: AccessibilityProvision[]) => void; onClose: () => void }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState(shown);
  const change = useAct((verbs) => verbs.changePupilNeeds(pupil.id, pupil.version, chosen), { done: 'app.people.pupils.needs_changed', then: () => onChanged(chosen) });
  const toggle = (provision: AccessibilityProvision) => setChosen(chosen.includes(provision) ? chosen.filter((other) => other !== provision) : [...chosen, provision]);
  return (
    <ActDialog title={translate('app.people.field.provisions')} act={translate('ra.action.save')} acting={change.isPending} error={change.error} onAct={() => change.mutate()} onClose={onClose}>
      <FormGroup>
        {accessibilityProvisions.map((provision) => (
          <FormControlLabel key={provision} control={<Checkbox checked={chosen.includes(provision)} onChange={() => toggle(provision)} />} label={translate(`app.activities.provision.${provision}`)} />
        ))}
      </FormGroup>
      <Typography variant="body2" color="textSecondary">{translate('app.people.pupils.provisions_hint')}</Typography>
    </ActDialog>
  );
}

/** What a place must have for the pupil: closed until somebody gives a reason to look, and never why. */
export function NeedsPanel({ pupil }: { pupil: Pupil }) {
  const translate = useTranslate();
  const [shown, setShown] = useState<AccessibilityProvision[] | null>(null);
  const [open, setOpen] = useState<'reveal' | 'change' | null>(null);
  const become = (provisions: AccessibilityProvision[]) => {
    setShown(provisions);
    setOpen(null);
  };
  return (
    <Panel title={translate('app.people.field.provisions')}>
      {shown === null && (
        <Alert severity="info" icon={<LockOutlined />} action={<Button color="inherit" size="small" onClick={() => setOpen('reveal')}>{translate('app.people.pupils.needs_show')}</Button>}>{translate('app.people.pupils.needs_closed')}</Alert>
      )}
      {shown !== null && (
        <>
          <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap' }}>
            {shown.map((provision) => <Chip key={provision} size="small" label={translate(`app.activities.provision.${provision}`)} />)}
            {shown.length === 0 && <Typography variant="body2" color="textSecondary">{translate('app.people.pupils.no_provisions')}</Typography>}
          </Stack>
          <Allowed to="people.write"><Button size="small" sx={{ mt: 1 }} onClick={() => setOpen('change')}>{translate('app.people.pupils.needs_change')}</Button></Allowed>
        </>
      )}
      {open === 'reveal' && <RevealDialog pupil={pupil} onShown={become} onClose={() => setOpen(null)} />}
      {open === 'change' && <ChangeDialog pupil={pupil} shown={shown ?? []} onChanged={become} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
