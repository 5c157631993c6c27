import { Alert, Box, Button, Card, FormControlLabel, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { chaseSteps, isAsked, standardPurposes } from '@mintforge/domain/consent';
import { DesignedEmpty } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useRefresh, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { usePdf } from '../../common/use-pdf';
import { PagedRows } from '../../common/PagedRows';
import { PickedBar } from '../../common/PickedBar';
import { SearchSelect } from '../../common/SearchSelect';
import { useAct, useVerbs } from '../../common/use-act';
import { usePicked, type Picked } from '../../common/use-picked';
import type { GroupToAdd } from '../../rounds/types';
import { chaseColumns } from './chase-columns';
import { RulesDialog } from './RulesDialog';
import type { Chase, ChaseFilter } from './verbs';

const ways = ['CALL', 'TEACHER', 'SLIP'] as const;
/** What anybody is asked for at all. */
const purposes = standardPurposes.filter(({ basis }) => isAsked(basis)).map(({ code }) => code);
const german = { language: 'de', plain: false };
/** A row's id names pupil and signer. */
const entryOf = (id: string) => ({ pupilId: id.split(' ')[0] ?? '', signer: id.split(' ')[1] as Chase['signer'] });

/** Answers that are missing, what was done about them and what to do next, with reminders for many at once. */
export function ChasePage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [place, setPlace] = useSearchParams();
  const [ruling, setRuling] = useState(false);
  const groupId = place.get('group');
  const step = chaseSteps.find((known) => known === place.get('step')) ?? null;
  const purpose = purposes.find((known) => known === place.get('purpose')) ?? null;
  const due = place.has('due');
  const group = useQuery({ queryKey: ['consents', 'group', groupId], queryFn: () => verbs.getOne('groups', { id: groupId ?? '' }).then(({ data }) => data as GroupToAdd), enabled: groupId !== null });
  const filter: ChaseFilter = { groupId, purpose, step, due: due || null };
  const read = (page: number, perPage: number) => verbs.consentChases(page, perPage, filter);
  const picked = usePicked<Chase>(read, () => true);
  const seek = (name: 'group' | 'purpose' | 'step' | 'due', value: string | null) => {
    picked.clear();
    const { page: _, [name]: __, ...others } = Object.fromEntries(place);
    setPlace(value ? { ...others, [name]: value } : others);
  };
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.chase.title')} />
      <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <Box sx={{ width: { xs: '100%', sm: 280 } }}>
          <SearchSelect
            asked={['consents', 'groups']}
            search={(q) => verbs.groupsToAdd({ page: 1, perPage: 20, filter: { q } })}
            nameOf={({ name, organisationName }) => `${name} · ${organisationName}`}
            value={(groupId && group.data) || null}
            onChange={(chosen) => seek('group', chosen?.id ?? null)}
            label={translate('app.chase.group')}
          />
        </Box>
        <TextField select sx={{ width: { xs: '100%', sm: 180 } }} label={translate('app.consent.purpose_filter')} value={purpose ?? ''} onChange={(event) => seek('purpose', event.target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{translate('app.consent.all_purposes')}</MenuItem>
          {purposes.map((code) => <MenuItem key={code} value={code}>{translate(`app.consent.purpose.${code}`)}</MenuItem>)}
        </TextField>
        <TextField select sx={{ width: { xs: '100%', sm: 200 } }} label={translate('app.chase.step_filter')} value={step ?? ''} onChange={(event) => seek('step', event.target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{translate('app.chase.all_steps')}</MenuItem>
          {chaseSteps.map((one) => <MenuItem key={one} value={one}>{translate(`app.chase.step.${one}`)}</MenuItem>)}
        </TextField>
        <FormControlLabel sx={{ flex: 1 }} control={<Switch checked={due} onChange={(_, on) => seek('due', on ? '1' : null)} />} label={translate('app.chase.due_only')} />
        <Button variant="outlined" onClick={() => setRuling(true)}>{translate('app.chase.rules.open')}</Button>
      </Stack>
      <Card sx={{ p: 2 }}>
        <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.chase.hint')}</Typography>
        <Bulk picked={picked} />
        <PagedRows
          title={translate('app.chase.title')}
          columns={chaseColumns(translate, picked)}
          keyOf={({ id }) => id}
          asked={['consents', 'chase', filter]}
          read={read}
          placed
          empty={<DesignedEmpty title="app.chase.none" hint="app.chase.none_hint" actions={false} />}
        />
      </Card>
      {ruling && <RulesDialog onClose={() => setRuling(false)} />}
    </Box>
  );
}

/** What one can do for all ticked rows. */
function Bulk({ picked }: { picked: Picked }) {
  const translate = useTranslate();
  const entries = [...picked.picked].map(entryOf);
  const remind = useAct((verbs) => verbs.remindConsents(entries), { done: (count) => ({ text: 'app.chase.reminded', values: { smart_count: count } }), then: picked.clear });
  const note = useAct((verbs, channel: (typeof ways)[number]) => verbs.noteConsentApproach(channel, entries), { done: (count) => ({ text: 'app.chase.noted', values: { smart_count: count } }), then: picked.clear });
  const verbs = useVerbs();
  const refresh = useRefresh();
  const { openPdf, opening } = usePdf();
  const print = async () => {
    const file = await verbs.printMissingSlips(entries, german);
    picked.clear();
    refresh();
    return file;
  };
  const error = picked.pickAllError ?? remind.error ?? note.error;
  const none = entries.length === 0;
  return (
    <Box sx={{ mb: 1 }}>
      {error && <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>}
      <PickedBar picked={picked} text={translate('app.chase.picked', { smart_count: entries.length })} />
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 1 }}>
        <Button variant="contained" size="small" disabled={none} loading={remind.isPending} onClick={() => remind.mutate()}>{translate('app.chase.remind')}</Button>
        <Button variant="outlined" size="small" disabled={none} loading={opening} onClick={() => openPdf(print)}>{translate('app.chase.print')}</Button>
        {ways.map((way) => <Button key={way} variant="outlined" size="small" disabled={none || note.isPending} onClick={() => note.mutate(way)}>{translate(`app.chase.note.${way}`)}</Button>)}
      </Stack>
    </Box>
  );
}
