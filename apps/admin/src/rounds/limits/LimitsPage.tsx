import CloseOutlined from '@mui/icons-material/CloseOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Alert, Box, Button, Card, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { dayText, DesignedError, ListSkeleton, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { clockOf } from './limit-draft';
import { LimitDialog } from './LimitDialog';
import type { WorkingTimeLimit } from './verbs';

type Doing = { what: 'add' } | { what: 'edit' | 'remove'; limit: WorkingTimeLimit };

/** How long and when young people may work, by case: what the law says, and rows the region sets beside it. */
export function LimitsPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayChange = useAllowed()('matching.run');
  const [doing, setDoing] = useState<Doing>();
  const { data: limits, error, refetch } = useQuery({ queryKey: ['working-time'], queryFn: () => verbs.workingTimeLimits() });
  const done = () => setDoing(undefined);
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.limits.title')} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem' }}>{translate('app.limits.hint')}</Typography>
        {mayChange && limits && <Button variant="contained" onClick={() => setDoing({ what: 'add' })}>{translate('app.limits.add')}</Button>}
      </Stack>
      <Alert severity="info" sx={{ mb: 1.5 }}>{translate('app.limits.law')}</Alert>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !limits ? <ListSkeleton /> : <Card><LimitRows limits={limits} onDo={mayChange ? setDoing : undefined} /></Card>}
      {doing?.what === 'add' && limits && <LimitDialog limits={limits} onClose={done} />}
      {doing?.what === 'edit' && limits && <LimitDialog limits={limits} limit={doing.limit} onClose={done} />}
      {doing?.what === 'remove' && <RemoveDialog limit={doing.limit} onClose={done} />}
    </Box>
  );
}

function LimitRows({ limits, onDo }: { limits: WorkingTimeLimit[]; onDo: ((doing: Doing) => void) | undefined }) {
  const translate = useTranslate();
  const locale = useLocale();
  const words = useLimitWords();
  const button = (what: 'edit' | 'remove', limit: WorkingTimeLimit, icon: ReactNode) => {
    const label = translate(`ra.action.${what}`);
    return <Tooltip title={label}><IconButton size="small" aria-label={`${label}: ${translate(`app.limits.case.${limit.case}`)}, ${dayText(limit.validFrom, locale)}`} onClick={() => onDo?.({ what, limit })}>{icon}</IconButton></Tooltip>;
  };
  const columns: Column<WorkingTimeLimit>[] = [
    {
      label: 'app.limits.whom',
      cell: ({ case: kind, own }) => (
        <Box sx={{ minWidth: '13rem' }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{translate(`app.limits.case.${kind}`)}</Typography>
          <StateChip tone={own ? 'info' : 'neutral'} label={translate(`app.limits.${own ? 'own' : 'lawful'}`)} />
        </Box>
      ),
    },
    { label: 'app.limits.valid_from', cell: ({ validFrom }) => <time dateTime={validFrom} style={{ whiteSpace: 'nowrap' }}>{dayText(validFrom, locale)}</time> },
    { label: 'app.limits.limits', cell: (limit) => <Box sx={{ minWidth: '16rem' }}>{words(limit)}</Box> },
    { label: 'app.limits.source', cell: ({ case: kind, own, source }) => <Typography variant="body2" color="textSecondary" sx={{ minWidth: '12rem' }}>{own ? source : translate(`app.limits.law_source.${kind}`)}</Typography> },
    ...(onDo ? [{ label: '', width: '6rem', cell: (limit: WorkingTimeLimit) => limit.own && <Box sx={{ whiteSpace: 'nowrap' }}>{button('edit', limit, <EditOutlined fontSize="small" />)}{button('remove', limit, <CloseOutlined fontSize="small" />)}</Box> }] : []),
  ];
  return <Rows title={translate('app.limits.title')} columns={columns} rows={limits} keyOf={({ case: kind, validFrom, own }) => `${kind} ${validFrom} ${own}`} />;
}

/** What a row allows, in words. */
function useLimitWords() {
  const translate = useTranslate();
  const locale = useLocale();
  return ({ allowed, minutesPerDay, minutesPerWeek, shiftMinutes, earliest, latest, latestOnEves, weekends, publicHolidays, daysPerYear, lastGrade }: WorkingTimeLimit): string => {
    if (!allowed) return translate('app.limits.said.not_allowed');
    const said = (key: string, value: number | null, write: (value: number) => string = String) => value !== null && translate(`app.limits.said.${key}`, { value: write(value) });
    const hours = (minutes: number) => (minutes / 60).toLocaleString(locale);
    const words = [
      said('day', minutesPerDay, hours), said('week', minutesPerWeek, hours), said('shift', shiftMinutes, hours), said('earliest', earliest, clockOf), said('latest', latest, clockOf), said('eves', latestOnEves, clockOf),
      !weekends && translate('app.limits.said.no_weekends'), !publicHolidays && translate('app.limits.said.no_holidays'), said('year', daysPerYear), said('grade', lastGrade),
    ].filter(Boolean);
    return words.length > 0 ? words.join(' · ') : translate('app.limits.said.no_limit');
  };
}

function RemoveDialog({ limit: { case: kind, validFrom }, onClose }: { limit: WorkingTimeLimit; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const remove = useAct((verbs) => verbs.removeWorkingTimeLimit(kind, validFrom), { done: 'app.limits.removed', then: onClose });
  return (
    <ActDialog title={translate('app.limits.remove')} act={translate('ra.action.remove')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.limits.remove_ask', { name: translate(`app.limits.case.${kind}`), day: dayText(validFrom, locale) })}</Typography>
    </ActDialog>
  );
}
