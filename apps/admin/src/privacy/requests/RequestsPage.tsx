import { Box, Button, Card, FormControlLabel, Link as MuiLink, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { requestKinds, type RequestKind } from '@mintforge/domain/privacy';
import { DesignedEmpty, dayText, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { PagedRows } from '../../common/PagedRows';
import { useVerbs } from '../../common/use-act';
import { DueChip } from './DueChip';
import { RegisterDialog } from './RegisterDialog';
import { stateTones, type RequestRow } from './types';

/** The register of requests, what is due first at the top. */
export function RequestsPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const mayWrite = useAllowed()('requests.write');
  const [place, setPlace] = useSearchParams();
  const [ended, setEnded] = useState(false);
  const [kind, setKind] = useState<RequestKind | ''>('');
  const pupilId = place.get('pupil');
  const filter = { open: ended ? null : true, kind: kind || null };
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('resources.requests.name', { smart_count: 2 })} />
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <TextField select sx={{ minWidth: 240 }} label={translate('app.requests.field.kind')} value={kind} onChange={(event) => setKind(event.target.value as RequestKind | '')} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{translate('app.requests.all_kinds')}</MenuItem>
          {requestKinds.map((one) => <MenuItem key={one} value={one}>{translate(`app.requests.kind.${one}`)}</MenuItem>)}
        </TextField>
        <FormControlLabel sx={{ flex: 1 }} control={<Switch checked={ended} onChange={(_, on) => setEnded(on)} />} label={translate('app.requests.with_ended')} />
        {mayWrite && <Button variant="contained" onClick={() => setPlace({ register: 'ACCESS' })}>{translate('app.requests.register.open')}</Button>}
      </Stack>
      <Card sx={{ p: 2 }}>
        <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.requests.hint')}</Typography>
        <PagedRows<RequestRow>
          title={translate('resources.requests.name', { smart_count: 2 })}
          asked={['requests', filter]}
          read={(page, perPage) => verbs.subjectRequests({ page, perPage, sort: 'DUE_ON_ASC', filter })}
          keyOf={({ id }) => id}
          columns={[
            { label: 'app.requests.field.due', cell: (row) => <DueChip request={row} /> },
            { label: 'app.requests.field.kind', cell: ({ id, kind: what }) => <MuiLink component={Link} to={`/requests/${id}/show`} sx={{ fontWeight: 600 }}>{translate(`app.requests.kind.${what}`)}</MuiLink> },
            { label: 'app.requests.field.subject', cell: ({ subjectKind, pseudonym }) => [translate(`app.requests.subject.${subjectKind}`), pseudonym].filter(Boolean).join(' · ') },
            { label: 'app.requests.field.requester', cell: ({ requester }) => translate(`app.requests.requester.${requester}`) },
            { label: 'app.requests.field.received', cell: ({ receivedOn, channel }) => `${dayText(receivedOn, locale)}, ${translate(`app.requests.channel.${channel}`)}` },
            { label: 'app.requests.field.state', cell: ({ state }) => <StateChip label={translate(`app.requests.state.${state}`)} tone={stateTones[state]} /> },
          ]}
          empty={<DesignedEmpty title="app.requests.none" hint="app.requests.none_hint" actions={false} />}
        />
      </Card>
      {mayWrite && place.has('register') && <RegisterDialog kind={place.get('register') as RequestKind} pupilId={pupilId} onClose={() => setPlace({})} />}
    </Box>
  );
}
