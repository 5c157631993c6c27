import { Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { BlockSkeleton, DesignedError } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import type { HostView } from '../types';

/** Which single provisions of a pupil the host is told; opening the dialog shows what the pupil needs, and is audited. */
export function ShareNeedsDialog({ row: { placementId, provisions }, who, onClose }: { row: HostView['rows'][number]; who: string; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const text = (key: string, values?: Record<string, unknown>) => translate(`app.activities.host_view.${key}`, values);
  const { data: needed, error, refetch } = useQuery({ queryKey: ['needs to share', placementId], queryFn: () => verbs.needsToShare(placementId), gcTime: 0 });
  const [chosen, setChosen] = useState(provisions);
  const share = useAct((given) => given.shareNeeds(placementId, chosen), { done: 'app.activities.host_view.shared', then: onClose });
  return (
    <ActDialog title={text('share_for', { name: who })} act={text('share_act')} onAct={() => share.mutate()} onClose={onClose} acting={share.isPending} disabled={!needed} error={share.error}>
      <Typography>{text('share_hint')}</Typography>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !needed ? <BlockSkeleton height={96} /> : needed.length === 0 ? <Typography>{text('share_none')}</Typography> : (
        <FormGroup>
          {needed.map((one) => (
            <FormControlLabel key={one} label={translate(`app.activities.provision.${one}`)} control={<Checkbox checked={chosen.includes(one)} onChange={(_, on) => setChosen(on ? [...chosen, one] : chosen.filter((other) => other !== one))} />} />
          ))}
        </FormGroup>
      )}
    </ActDialog>
  );
}
