import { Box, Button, Link as MuiLink, MenuItem, TextField, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { GroupSelect } from '../setup/GroupSelect';
import { OccurrenceSelect } from '../setup/OccurrenceSelect';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import type { GroupToAdd, Placement, Round } from '../types';
import { useAct, useVerbs } from '../../common/use-act';
import { useRoundOccurrences } from '../use-round';
import { Who } from '../Who';

/** Who got a seat, with the way to the attendance lists and to withdraw. */
export function PlacementsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const mayWithdraw = useAllowed()('matching.publish');
  const { data: occurrences = [] } = useRoundOccurrences(round.id);
  const [occurrenceId, setOccurrenceId] = useState<string | null>(null);
  const [group, setGroup] = useState<GroupToAdd | null>(null);
  const [state, setState] = useState<Placement['state'] | ''>('');
  const [withdrawing, setWithdrawing] = useState<Placement>();
  const filter = { roundId: round.id, occurrenceId, groupId: group?.id ?? null, state: state || null };
  const columns: Column<Placement>[] = [
    { label: 'app.rounds.participants.who', cell: (placement) => <Who {...placement} /> },
    {
      label: 'app.rounds.pins.occurrence',
      cell: ({ occurrenceId: id, title, host, startsAt }) => (
        <>
          <MuiLink component={Link} to={`/occurrences/${id}/attendance`} aria-label={translate('app.rounds.placements.attendance', { title })} sx={{ fontWeight: 600 }}>{title}</MuiLink>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(startsAt, locale)} · {host}</Typography>
        </>
      ),
    },
    ...(round.unit === 'GROUPS' ? [{ label: 'app.rounds.placements.seats', right: true, cell: ({ seats }: Placement) => seats }] : []),
    { label: 'app.rounds.placements.rank', cell: ({ rank }) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{rank === null ? translate('app.rounds.figures.outside') : translate('app.rounds.figures.rank', { rank })}</Box> },
    {
      label: 'app.rounds.field.state',
      cell: ({ state: is, withdrawnReason }) => (
        <>
          <StateChip tone={is === 'PLACED' ? 'success' : 'neutral'} label={translate(`app.rounds.placements.state.${is}`)} />
          {withdrawnReason && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{withdrawnReason}</Typography>}
        </>
      ),
    },
    ...(mayWithdraw ? [{ label: '', cell: (placement: Placement) => placement.state === 'PLACED' && <Button size="small" onClick={() => setWithdrawing(placement)} aria-label={`${translate('app.rounds.placements.withdraw')}: ${placement.label}`}>{translate('app.rounds.placements.withdraw')}</Button> }] : []),
  ];
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '2fr 1.5fr 1fr' }, mb: 1 }}>
        <OccurrenceSelect occurrences={occurrences} value={occurrenceId} onChange={setOccurrenceId} label={translate('app.rounds.pins.occurrence')} />
        <GroupSelect value={group} onChange={setGroup} label={translate('app.rounds.participants.group')} />
        <TextField select label={translate('app.rounds.field.state')} value={state} onChange={(event) => setState(event.target.value as Placement['state'] | '')}>
          <MenuItem value="">{translate('app.rounds.any')}</MenuItem>
          {(['PLACED', 'WITHDRAWN'] as const).map((key) => <MenuItem key={key} value={key}>{translate(`app.rounds.placements.state.${key}`)}</MenuItem>)}
        </TextField>
      </Box>
      <PagedRows
        title={translate('app.rounds.tab.placements')}
        columns={columns}
        keyOf={({ id }) => id}
        asked={['rounds', 'placements', filter]}
        read={(page, perPage) => verbs.placements({ page, perPage, sort: 'STARTS_AT_ASC', filter })}
        empty={<DesignedEmpty title="app.rounds.none_found" hint="app.rounds.none_found_hint" actions={false} />}
      />
      {withdrawing && <WithdrawDialog placement={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

function WithdrawDialog({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const withdraw = useAct((verbs) => verbs.withdrawPlacement({ id: placement.id, version: placement.version, reason: reason.trim() }), { done: 'app.rounds.placements.withdrawn', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.placements.withdraw')} act={translate('app.rounds.placements.withdraw')} disabled={!reason.trim()} onAct={() => withdraw.mutate()} acting={withdraw.isPending} error={withdraw.error} onClose={onClose}>
      <Typography>{translate('app.rounds.placements.withdraw_ask', { label: placement.label, title: placement.title })}</Typography>
      <TextField required autoFocus label={translate('app.rounds.placements.reason')} helperText={translate('app.rounds.placements.reason_hint')} value={reason} onChange={(event) => setReason(event.target.value)} multiline minRows={2} />
    </ActDialog>
  );
}
