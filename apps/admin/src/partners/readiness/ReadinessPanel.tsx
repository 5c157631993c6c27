import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { readinessKinds } from '@mintforge/domain/partners';
import { dayText, DesignedError, ListSkeleton, Panel, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateInput, maxLength, required, SelectInput, TextInput, useLocale, useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { AddButton } from '../AddButton';
import { choicesOf } from '../choices';
import { asText } from '../inputs';
import type { PanelOf } from '../panel';
import { proofState, proofTones } from './proof-state';
import { RecordDialog } from '../RecordDialog';
import type { Readiness } from '../types';

const must = required();
const noteRules = maxLength(500);
const kindChoices = choicesOf(readinessKinds, 'app.readiness.kind');

/** Proofs of a host with their last day: rounds may ask that they hold on the day of the occurrence. */
export function ReadinessPanel({ organisation: { id }, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [open, setOpen] = useState<Readiness | 'new'>();
  const { data: proofs, error, refetch } = useQuery({ queryKey: ['partners', 'readiness', id], queryFn: () => verbs.readiness(id) });
  const shown = open === 'new' ? undefined : open;
  return (
    <Panel title={translate('app.readiness.title')} actions={mayWrite && <AddButton what="app.readiness.add" onClick={() => setOpen('new')} />}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate('app.readiness.hint')}</Typography>
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!proofs && !error && <ListSkeleton rows={2} />}
      {proofs?.length === 0 && <Typography color="textSecondary">{translate('app.readiness.none')}</Typography>}
      <Stack spacing={1.5}>{proofs?.map((proof) => <Proof key={proof.id} proof={proof} onEdit={mayWrite ? () => setOpen(proof) : undefined} />)}</Stack>
      {open && (
        <RecordDialog
          resource="readiness"
          title={translate(`app.readiness.${shown ? 'edit' : 'add'}`)}
          record={shown}
          start={{ organisationId: id, seenOn: berlinDay(new Date()) }}
          removable={shown && translate(`app.readiness.kind.${shown.kind}`)}
          onClose={() => setOpen(undefined)}
        >
          <SelectInput source="kind" choices={kindChoices} validate={must} helperText="app.readiness.kind_hint" />
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <DateInput source="seenOn" validate={must} helperText={false} />
            <DateInput source="validUntil" helperText="app.readiness.until_hint" />
          </Box>
          <TextInput source="note" multiline minRows={2} parse={asText} validate={noteRules} helperText={false} />
        </RecordDialog>
      )}
    </Panel>
  );
}

function Proof({ proof: { kind, seenOn, validUntil, note }, onEdit }: { proof: Readiness; onEdit: (() => void) | undefined }) {
  const translate = useTranslate();
  const locale = useLocale();
  const state = proofState(validUntil, berlinDay(new Date()));
  const name = translate(`app.readiness.kind.${kind}`);
  const until = validUntil ? translate('app.readiness.until', { day: dayText(validUntil, locale) }) : translate('app.readiness.no_end');
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">{until} · {translate('app.readiness.seen', { day: dayText(seenOn, locale) })}</Typography>
        {note && <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>{note}</Typography>}
      </Box>
      <StateChip tone={proofTones[state]} label={translate(`app.readiness.state.${state}`)} />
      {onEdit && (
        <Tooltip title={translate('ra.action.edit')}>
          <IconButton size="small" onClick={onEdit} aria-label={translate('app.partners.edit_thing', { name })}><EditOutlined fontSize="small" /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
