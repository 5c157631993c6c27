import { Box, Button, Card, Link as MuiLink, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { berlinDay, taskKinds } from '@mintforge/domain/kernel';
import { berlinDateTime, dayText, DesignedEmpty, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Title, useGetManyAggregate, useLocale, useResourceDefinitions, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { nameOf } from '../../consent/name';
import { FinishDialog } from './FinishDialog';
import { paramsOf, placeOf } from './places';
import type { OfficeTask } from './verbs';

const states = ['OPEN', 'DONE'] as const;

/** What waits for somebody of the office: by kind, with the day by which it should be done and the way to where it is worked off. */
export function TasksPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [place, setPlace] = useSearchParams();
  const [finishing, setFinishing] = useState<OfficeTask>();
  const kind = taskKinds.find((known) => known === place.get('kind')) ?? null;
  const state = place.get('state') === 'DONE' ? 'DONE' : 'OPEN';
  const filter = { kind, state } as const;
  const word = useTaskWords();
  const columns = useColumns(word, useAllowed()('tasks.write') ? setFinishing : undefined);
  const seek = (next: { kind?: string; state?: string }) => setPlace(Object.fromEntries(Object.entries({ kind: kind ?? '', state, ...next }).filter(([, value]) => value !== '')));
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('resources.tasks.name', { smart_count: 2 })} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField select label={translate('app.tasks.kind_label')} value={kind ?? ''} onChange={(event) => seek({ kind: event.target.value })} fullWidth={false} sx={{ m: 0, minWidth: 280 }}>
          <MenuItem value="">{translate('app.tasks.all')}</MenuItem>
          {taskKinds.map((one) => <MenuItem key={one} value={one}>{translate(`app.tasks.kind.${one}`)}</MenuItem>)}
        </TextField>
        <TextField select label={translate('app.tasks.state_label')} value={state} onChange={(event) => seek({ state: event.target.value })} fullWidth={false} sx={{ m: 0, minWidth: 160 }}>
          {states.map((one) => <MenuItem key={one} value={one}>{translate(`app.tasks.state.${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Card>
        <PagedRows
          title={translate('resources.tasks.name', { smart_count: 2 })}
          columns={columns}
          keyOf={({ id }) => id}
          asked={['tasks', filter]}
          read={(page, perPage) => verbs.officeTasks({ page, perPage, sort: state === 'OPEN' ? 'DUE_ON_ASC' : 'CREATED_AT_DESC', filter })}
          placed
          empty={<DesignedEmpty title="app.tasks.none" hint="app.tasks.none_hint" actions={false} />}
        />
      </Card>
      {finishing && <FinishDialog task={finishing} title={word(finishing)} onClose={() => setFinishing(undefined)} />}
    </Box>
  );
}

/** What a task asks for, with its counts and purposes in words. */
function useTaskWords(): (task: OfficeTask) => string {
  const translate = useTranslate();
  return ({ kind, params }) => {
    const { purposes, purpose, count } = paramsOf({ params });
    const codes = String(purposes ?? purpose ?? '').split(' ').filter(Boolean);
    const more = codes.length > 0 ? codes.map((code) => translate(`app.consent.purpose.${code}`)).join(', ') : (count ?? '');
    return [translate(`app.tasks.kind.${kind}`), more].filter(Boolean).join(': ');
  };
}

/** The pupil a task is about, to those who may know. */
function About({ pupilId }: { pupilId: string }) {
  const { data } = useGetManyAggregate<{ id: string; pseudonym: string; firstName: string | null; lastName: string | null }>('pupils', { ids: [pupilId] });
  const [pupil] = data ?? [];
  return pupil ? <MuiLink component={Link} to={`/pupils/${pupilId}/show`}>{nameOf(pupil)}</MuiLink> : null;
}

function useColumns(word: (task: OfficeTask) => string, onFinish: ((task: OfficeTask) => void) | undefined): Column<OfficeTask>[] {
  const translate = useTranslate();
  const locale = useLocale();
  const maySee = useAllowed()('people.read');
  const there = useResourceDefinitions();
  const today = berlinDay(new Date());
  return [
    {
      label: 'app.tasks.what',
      cell: (task) => {
        const to = placeOf(task, (resource) => resource in there);
        return to ? <MuiLink component={Link} to={to} sx={{ fontWeight: 600 }}>{word(task)}</MuiLink> : <Typography variant="body2" sx={{ fontWeight: 600 }}>{word(task)}</Typography>;
      },
    },
    { label: 'app.tasks.about', cell: ({ pupilId }) => pupilId && maySee && <About pupilId={pupilId} /> },
    { label: 'app.tasks.due', cell: ({ dueOn, state }) => dueOn && <Stack direction="row" spacing={1}><time dateTime={dueOn}>{dayText(dueOn, locale)}</time>{state === 'OPEN' && dueOn < today && <StateChip tone="error" label={translate('app.tasks.overdue')} />}</Stack> },
    { label: 'app.tasks.since', cell: ({ createdAt }) => berlinDateTime(createdAt, locale) },
    {
      label: '',
      cell: (task) => {
        if (task.state === 'DONE') return <Typography variant="body2" color="textSecondary">{[task.doneAt && berlinDateTime(task.doneAt, locale), task.doneByName, translate(`app.tasks.note.${task.note ?? 'BY_ITSELF'}`)].filter(Boolean).join(' · ')}</Typography>;
        return onFinish && <Button size="small" onClick={() => onFinish(task)} aria-label={`${translate('app.tasks.finish')}: ${word(task)}`}>{translate('app.tasks.finish')}</Button>;
      },
    },
  ];
}
