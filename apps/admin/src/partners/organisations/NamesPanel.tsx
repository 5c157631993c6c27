import { Alert, Button, Chip, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { Panel } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { PanelOf } from '../panel';

/** Other names under which the organisation is found. */
export function NamesPanel({ organisation: { id, aliases }, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const [name, setName] = useState('');
  const add = useAct((verbs) => verbs.addOrganisationAlias(id, name.trim()), { done: 'app.partners.saved', then: () => setName('') });
  const remove = useAct<unknown, string>((verbs, alias) => verbs.removeOrganisationAlias(alias), { done: 'app.partners.removed' });
  const error = add.error ?? remove.error;
  return (
    <Panel title={translate('app.partners.names.title')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate(aliases.length > 0 ? 'app.partners.names.hint' : 'app.partners.names.none')}</Typography>
      {error && <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.75 }}>
        {aliases.map((alias) => (
          <Tooltip key={alias.id} describeChild title={translate(`app.partners.names.source.${alias.source}`, { _: alias.source })}>
            <Chip variant="outlined" size="small" label={alias.name} onDelete={mayWrite ? () => remove.mutate(alias.id) : undefined} sx={{ maxWidth: '100%' }} />
          </Tooltip>
        ))}
      </Stack>
      {mayWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) add.mutate();
          }}
        >
          <Stack direction="row" spacing={1} sx={{ mt: 1, alignItems: 'center' }}>
            <TextField label={translate('app.partners.names.add')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }} />
            <Button type="submit" loading={add.isPending} disabled={!name.trim()}>{translate('ra.action.add')}</Button>
          </Stack>
        </form>
      )}
    </Panel>
  );
}
