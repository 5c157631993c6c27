import { Box, Checkbox, MenuItem, TextField, Typography } from '@mui/material';
import { grades } from '@mintforge/domain/partners';
import { DesignedEmpty } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { PagedRows } from '../../common/PagedRows';
import { PickedBar } from '../../common/PickedBar';
import type { Column } from '../../common/Rows';
import type { GroupToAdd, Round } from '../types';
import type { AddedParticipants } from './UnreadWishes';
import { useAct, useVerbs } from '../../common/use-act';
import { usePicked } from '../../common/use-picked';
import { useSettled } from '../../common/use-settled';

/** Chooses groups: all their pupils join a round of pupils, the groups themselves a round of groups. */
export function AddGroups({ round, onAdded, onClose }: { round: Round; onAdded: (added: AddedParticipants) => void; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [q, setQ] = useState('');
  const [grade, setGrade] = useState('');
  const byName = round.unit !== 'GROUPS';
  const filter = { q: useSettled(q).trim() || null, grade: grade ? Number(grade) : null };
  const read = (page: number, perPage: number) => verbs.groupsToAdd({ page, perPage, filter });
  const mayAdd = ({ pupilCount }: GroupToAdd) => !byName || pupilCount > 0;
  const ticks = usePicked<GroupToAdd>(read, mayAdd);
  const add = useAct((act) => act.addParticipants(round.id, [...ticks.picked]), {
    done: ({ added }) => ({ text: 'app.rounds.participants.added', values: { smart_count: added } }),
    then: (added) => {
      onAdded(added);
      onClose();
    },
  });
  const columns: Column<GroupToAdd>[] = [
    {
      label: '',
      width: '3rem',
      cell: (group) => <Checkbox size="small" sx={{ p: 0 }} checked={ticks.picked.has(group.id)} disabled={!mayAdd(group)} onChange={() => ticks.toggle(group.id)} slotProps={{ input: { 'aria-label': `${group.name}, ${group.organisationName}` } }} />,
    },
    { label: 'app.rounds.participants.group', cell: ({ name }) => <Typography variant="body2" sx={{ fontWeight: 600 }}>{name}</Typography> },
    { label: 'app.rounds.participants.school', cell: ({ organisationName }) => organisationName },
    { label: 'app.rounds.participants.grade', right: true, cell: ({ grade: value }) => value ?? '–' },
    { label: 'app.rounds.participants.school_year', cell: ({ schoolYear }) => schoolYear },
    byName
      ? { label: 'app.rounds.participants.known', right: true, cell: ({ pupilCount }) => (pupilCount > 0 ? pupilCount : translate('app.rounds.participants.no_names')) }
      : { label: 'app.rounds.participants.head_count', right: true, cell: ({ headCount }) => headCount },
  ];
  return (
    <ActDialog
      wide
      title={translate('app.rounds.participants.add')}
      act={translate('app.rounds.participants.add_act', { smart_count: ticks.picked.size })}
      disabled={ticks.picked.size === 0}
      onAct={() => add.mutate()}
      acting={add.isPending}
      error={add.error ?? ticks.pickAllError}
      onClose={onClose}
    >
      <Typography color="textSecondary">{translate(`app.rounds.participants.add_hint_${round.unit}`)}</Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '3fr 1fr' } }}>
        <TextField autoFocus type="search" label={translate('app.rounds.participants.group_q')} value={q} onChange={(event) => setQ(event.target.value)} />
        <TextField select label={translate('app.rounds.participants.grade')} value={grade} onChange={(event) => setGrade(event.target.value)}>
          <MenuItem value="">{translate('app.rounds.any')}</MenuItem>
          {grades.map((value) => <MenuItem key={value} value={String(value)}>{value}</MenuItem>)}
        </TextField>
      </Box>
      <PickedBar picked={ticks} text={translate('app.rounds.participants.picked', { smart_count: ticks.picked.size })} />
      <PagedRows title={translate('app.rounds.participants.add')} columns={columns} keyOf={({ id }) => id} asked={['rounds', 'groups', filter]} read={read} empty={<DesignedEmpty title="app.rounds.participants.no_groups" hint="app.rounds.participants.no_groups_hint" actions={false} />} />
    </ActDialog>
  );
}
