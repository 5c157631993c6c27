import { Alert, Box, Button, Checkbox, Link as MuiLink, MenuItem, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { holdsSeat, placementStates } from '@mintforge/domain/matching';
import { berlinDateTime, DesignedEmpty, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Page } from '../../common/page';
import { PagedRows } from '../../common/PagedRows';
import { PickedBar } from '../../common/PickedBar';
import type { Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { usePicked } from '../../common/use-picked';
import { GroupSelect } from '../setup/GroupSelect';
import { OccurrenceSelect } from '../setup/OccurrenceSelect';
import type { GroupToAdd, Round } from '../types';
import { useRoundOccurrences } from '../use-round';
import { Who } from '../Who';
import { AnswerButtons } from './AnswerButtons';
import { CalledOff } from './CalledOff';
import { PlacementState, type TracedPlacement } from './PlacementState';
import { WaitingListDialog } from './WaitingListDialog';
import { WithdrawDialog } from './WithdrawDialog';
import type { Placement } from './verbs';

interface Sought {
  occurrenceId: string | null;
  group: GroupToAdd | null;
  state: Placement['state'] | '';
}

const isOpen = ({ state }: Placement) => state === 'OFFERED';

/** Who got a seat and what became of it, with the ways to answer for a class, to withdraw, and to see who waits. */
export function PlacementsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayAct = useAllowed()('matching.publish');
  const [sought, setSought] = useState<Sought>({ occurrenceId: null, group: null, state: '' });
  const [withdrawing, setWithdrawing] = useState<Placement>();
  const filter = { roundId: round.id, occurrenceId: sought.occurrenceId, groupId: sought.group?.id ?? null, state: sought.state || null };
  const read = (page: number, perPage: number) => verbs.placements({ page, perPage, sort: 'STARTS_AT_ASC', filter });
  const traced = async (page: number, perPage: number): Promise<Page<TracedPlacement>> => {
    const { total, items } = await read(page, perPage);
    const ids = [...new Set(items.flatMap(({ freedBy, movedFrom }) => [freedBy, movedFrom].filter((id) => id !== null)))];
    const known = ids.length === 0 ? [] : (await verbs.placements({ page: 1, perPage: ids.length, sort: 'STARTS_AT_ASC', filter: { ids } })).items;
    const byId = new Map(known.map((placement) => [placement.id, placement]));
    return { total, items: items.map((placement) => ({ ...placement, freed: byId.get(placement.freedBy ?? ''), left: byId.get(placement.movedFrom ?? '') })) };
  };
  const picked = usePicked<Placement>((page, perPage) => verbs.placements({ page, perPage, sort: 'STARTS_AT_ASC', filter: { ...filter, state: 'OFFERED' } }), isOpen);
  const mayAnswer = mayAct && round.settings.acceptanceDays > 0;
  const columns = useColumns(round, mayAct ? setWithdrawing : undefined, mayAnswer ? { picked: picked.picked, toggle: picked.toggle } : undefined);
  const seek = (next: Partial<Sought>) => {
    picked.clear();
    setSought({ ...sought, ...next });
  };
  return (
    <>
      {mayAct && <CalledOff roundId={round.id} />}
      <SoughtFields round={round} sought={sought} onChange={seek} mayAct={mayAct} />
      {mayAnswer && (
        <Box sx={{ mb: 1 }}>
          <Typography variant="body2" color="textSecondary">{translate('app.placements.bulk_hint')}</Typography>
          {picked.pickAllError && <Alert severity="error">{picked.pickAllError.message}</Alert>}
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'center' } }}>
            <Box sx={{ flex: 1 }}><PickedBar picked={picked} text={translate('app.placements.picked', { smart_count: picked.picked.size })} /></Box>
            <AnswerButtons ids={[...picked.picked]} onDone={picked.clear} />
          </Stack>
        </Box>
      )}
      <PagedRows
        title={translate('app.rounds.tab.placements')}
        columns={columns}
        keyOf={({ id }) => id}
        asked={['rounds', 'placements', filter]}
        read={traced}
        empty={<DesignedEmpty title="app.rounds.none_found" hint="app.rounds.none_found_hint" actions={false} />}
      />
      {withdrawing && <WithdrawDialog placement={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

function useColumns(round: Round, onWithdraw: ((placement: Placement) => void) | undefined, ticks: { picked: ReadonlySet<string>; toggle: (id: string) => void } | undefined): Column<TracedPlacement>[] {
  const translate = useTranslate();
  const locale = useLocale();
  return [
    ...(ticks ? [{
      label: '',
      width: '3rem',
      cell: (placement: TracedPlacement) => isOpen(placement) && (
        <Checkbox size="small" sx={{ p: 0 }} checked={ticks.picked.has(placement.id)} onChange={() => ticks.toggle(placement.id)} slotProps={{ input: { 'aria-label': translate('app.placements.tick', { label: placement.label }) } }} />
      ),
    }] : []),
    { label: 'app.rounds.participants.who', cell: (placement) => <Who {...placement} /> },
    {
      label: 'app.rounds.pins.occurrence',
      cell: ({ occurrenceId, title, host, startsAt }) => (
        <>
          <MuiLink component={Link} to={`/occurrences/${occurrenceId}/attendance`} aria-label={translate('app.placements.attendance', { title })} sx={{ fontWeight: 600 }}>{title}</MuiLink>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{berlinDateTime(startsAt, locale)} · {host}</Typography>
        </>
      ),
    },
    ...(round.unit === 'GROUPS' ? [{ label: 'app.placements.seats', right: true, cell: ({ seats }: TracedPlacement) => seats }] : []),
    { label: 'app.placements.rank', cell: ({ rank }) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{rank === null ? translate('app.rounds.figures.outside') : translate('app.rounds.figures.rank', { rank })}</Box> },
    { label: 'app.rounds.field.state', cell: (placement) => <PlacementState placement={placement} /> },
    ...(onWithdraw ? [{ label: '', cell: (placement: TracedPlacement) => holdsSeat(placement.state) && <Button size="small" onClick={() => onWithdraw(placement)} aria-label={`${translate('app.placements.withdraw')}: ${placement.label}`}>{translate('app.placements.withdraw')}</Button> }] : []),
  ];
}

function SoughtFields({ round, sought, onChange, mayAct }: { round: Round; sought: Sought; onChange: (sought: Partial<Sought>) => void; mayAct: boolean }) {
  const translate = useTranslate();
  const { data: occurrences = [] } = useRoundOccurrences(round.id);
  const [waiting, setWaiting] = useState(false);
  const chosen = occurrences.find(({ id }) => id === sought.occurrenceId);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: mayAct ? '2fr auto 1.5fr 1fr' : '2fr 1.5fr 1fr' }, mb: 1, alignItems: 'center' }}>
      <OccurrenceSelect occurrences={occurrences} value={sought.occurrenceId} onChange={(occurrenceId) => onChange({ occurrenceId })} label={translate('app.rounds.pins.occurrence')} />
      {mayAct && (
        <Tooltip title={chosen ? '' : translate('app.placements.choose_first')}>
          <span><Button variant="outlined" disabled={!chosen} onClick={() => setWaiting(true)}>{translate('app.placements.waiting')}</Button></span>
        </Tooltip>
      )}
      <GroupSelect value={sought.group} onChange={(group) => onChange({ group })} label={translate('app.rounds.participants.group')} />
      <TextField select label={translate('app.rounds.field.state')} value={sought.state} onChange={(event) => onChange({ state: event.target.value as Sought['state'] })}>
        <MenuItem value="">{translate('app.rounds.any')}</MenuItem>
        {placementStates.map((key) => <MenuItem key={key} value={key}>{translate(`app.placements.state.${key}`)}</MenuItem>)}
      </TextField>
      {waiting && chosen && <WaitingListDialog occurrence={chosen} onClose={() => setWaiting(false)} />}
    </Box>
  );
}
