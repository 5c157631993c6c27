import { roles, type Role } from '@mintforge/domain/kernel';
import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { forgetLists } from '@mintforge/ui-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useVerbs } from '../common/use-act';
import { session, store } from '../connection';

const others = roles.filter((role) => role !== 'PLATFORM_ADMIN');

/** Chooses the role and the region of invented data to look at. */
export function ViewAsDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: regions = [], isFetched } = useQuery({ queryKey: ['syntheticRegions'], queryFn: () => verbs.syntheticRegions() });
  const [role, setRole] = useState<Role>('COORDINATOR');
  const [chosen, setChosen] = useState('');
  const regionId = chosen || (regions[0]?.id ?? '');
  const look = useMutation<unknown, Error>({
    mutationFn: () => session.viewAs({ regionId, role }),
    onSuccess: () => {
      forgetLists(store);
      window.location.assign(import.meta.env.BASE_URL);
    },
  });
  const word = (key: string) => translate(`app.oversight.looking.${key}`);
  return (
    <ActDialog title={word('title')} act={word('start')} acting={look.isPending} disabled={!regionId} error={look.error} onAct={() => look.mutate()} onClose={onClose}>
      <Typography variant="body2" sx={{ mb: 1 }}>{word('hint')}</Typography>
      {isFetched && regions.length === 0 && <Alert severity="info">{word('no_region')}</Alert>}
      {regions.length > 0 && (
        <TextField select label={word('region')} value={regionId} onChange={({ target }) => setChosen(target.value)}>
          {regions.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
        </TextField>
      )}
      <TextField select label={word('as')} value={role} onChange={({ target }) => setRole(target.value as Role)}>
        {others.map((value) => <MenuItem key={value} value={value}>{translate(`app.roles.${value}`)}</MenuItem>)}
      </TextField>
    </ActDialog>
  );
}
