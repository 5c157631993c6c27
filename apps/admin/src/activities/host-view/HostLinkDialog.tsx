import { Alert, Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { berlinDateTime } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import type { HostLink } from '../types';

/** Makes a link to the day list for somebody at the host; link and code are shown once, to be told by two ways. */
export function HostLinkDialog({ occurrenceId, onClose }: { occurrenceId: string; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const text = (key: string, values?: Record<string, unknown>) => translate(`app.activities.host_view.${key}`, values);
  const { data: contacts } = useQuery({ queryKey: ['host contacts', occurrenceId], queryFn: () => verbs.hostContacts(occurrenceId) });
  const [chosen, setChosen] = useState('');
  const [link, setLink] = useState<HostLink>();
  const make = useAct((given) => given.createHostLink(occurrenceId, chosen), { then: setLink });
  if (link) {
    return (
      <ActDialog title={text('link_for', { name: link.contactName })} act={text('copy_link')} onAct={() => void navigator.clipboard.writeText(link.url).then(onClose)} onClose={onClose}>
        <Alert severity="info">{text('link_once', { until: berlinDateTime(link.expiresAt, locale) })}</Alert>
        <Box component="code" sx={{ overflowWrap: 'anywhere' }}>{link.url}</Box>
        <Typography>{text('code')}: <Box component="strong" sx={{ fontFamily: 'monospace' }}>{link.code}</Box></Typography>
      </ActDialog>
    );
  }
  return (
    <ActDialog title={text('link')} act={text('make_link')} onAct={() => make.mutate()} onClose={onClose} acting={make.isPending} disabled={!chosen} error={make.error}>
      <Typography>{text('link_hint')}</Typography>
      {contacts?.length === 0 && <Alert severity="warning">{text('no_contacts')}</Alert>}
      <RadioGroup aria-label={text('contact')} value={chosen} onChange={(_, id) => setChosen(id)}>
        {contacts?.map(({ id, name, function: role }) => <FormControlLabel key={id} value={id} control={<Radio />} label={role ? `${name}, ${role}` : name} />)}
      </RadioGroup>
    </ActDialog>
  );
}
