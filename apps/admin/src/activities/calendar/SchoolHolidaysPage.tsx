import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import PlaylistAddOutlined from '@mui/icons-material/PlaylistAddOutlined';
import { Alert, Box, Button, Card, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { berlinDay, schoolYearOf } from '@mintforge/domain/kernel';
import { dayText, DesignedEmpty, DesignedError, ListSkeleton, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { SchoolHolidayDialog } from './SchoolHolidayDialog';
import type { SchoolHoliday } from '../types';

type Doing = { what: 'add' } | { what: 'edit' | 'delete'; holiday: SchoolHoliday };

/** The school holidays of the region from this school year on: added, corrected, taken over from what is published. */
export function SchoolHolidaysPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayChange = useAllowed()('activities.write');
  const [from] = useState(() => `${schoolYearOf(berlinDay(new Date())).slice(0, 4)}-08-01`);
  const [doing, setDoing] = useState<Doing>();
  const { data: holidays, error, refetch } = useQuery({ queryKey: ['activities', 'school-holidays', from], queryFn: () => verbs.schoolHolidays(from) });
  const fill = useAct((act) => act.fillSchoolHolidays(), { done: (added) => ({ text: `app.activities.school_holidays.${added === 0 ? 'nothing_to_fill' : 'filled'}`, values: { smart_count: added } }) });
  const done = () => setDoing(undefined);
  const fillButton = mayChange && <Button startIcon={<PlaylistAddOutlined />} loading={fill.isPending} onClick={() => fill.mutate()}>{translate('app.activities.school_holidays.fill')}</Button>;

  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.activities.school_holidays.title')} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
        <Button component={Link} to="/calendar" startIcon={<ArrowBackOutlined />}>{translate('app.activities.school_holidays.back')}</Button>
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem' }}>{translate('app.activities.school_holidays.hint')}</Typography>
        {fillButton}
        {mayChange && <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setDoing({ what: 'add' })}>{translate('app.activities.school_holidays.add')}</Button>}
      </Stack>
      {fill.error && <Alert severity="error" sx={{ mb: 1.5 }}>{fill.error.message}</Alert>}
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !holidays ? <ListSkeleton /> : (
        <Card>
          {holidays.length === 0
            ? <DesignedEmpty title="app.activities.school_holidays.empty" hint="app.activities.school_holidays.empty_hint" actions={fillButton} />
            : <HolidayRows holidays={holidays} onDo={mayChange ? setDoing : undefined} />}
        </Card>
      )}
      {doing?.what === 'add' && <SchoolHolidayDialog onClose={done} />}
      {doing?.what === 'edit' && <SchoolHolidayDialog holiday={doing.holiday} onClose={done} />}
      {doing?.what === 'delete' && <DeleteDialog holiday={doing.holiday} onClose={done} />}
    </Box>
  );
}

function HolidayRows({ holidays, onDo }: { holidays: SchoolHoliday[]; onDo?: (doing: Doing) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const press = (what: 'edit' | 'delete', holiday: SchoolHoliday, icon: typeof EditOutlined) => {
    const Icon = icon;
    const label = translate(`ra.action.${what}`);
    return <Tooltip title={label}><IconButton size="small" aria-label={`${label}: ${holiday.name}, ${dayText(holiday.firstDay, locale)}`} onClick={() => onDo?.({ what, holiday })}><Icon fontSize="small" /></IconButton></Tooltip>;
  };
  const columns: Column<SchoolHoliday>[] = [
    { label: 'app.activities.school_holidays.name', cell: ({ name }) => <Typography variant="body2" sx={{ fontWeight: 600 }}>{name}</Typography> },
    { label: 'app.activities.school_holidays.first_day', cell: ({ firstDay }) => <time dateTime={firstDay}>{dayText(firstDay, locale)}</time> },
    { label: 'app.activities.school_holidays.last_day', cell: ({ lastDay }) => <time dateTime={lastDay}>{dayText(lastDay, locale)}</time> },
    { label: 'app.activities.school_holidays.source', cell: ({ source }) => source || '–' },
    { label: 'app.activities.school_holidays.checked', cell: ({ checked }) => <StateChip label={translate(`app.activities.school_holidays.${checked ? 'is_checked' : 'is_unchecked'}`)} tone={checked ? 'success' : 'warning'} /> },
    ...(onDo ? [{ label: '', width: '6rem', cell: (holiday: SchoolHoliday) => <Box sx={{ whiteSpace: 'nowrap', my: -0.5 }}>{press('edit', holiday, EditOutlined)}{press('delete', holiday, DeleteOutlined)}</Box> }] : []),
  ];
  return <Rows title={translate('app.activities.school_holidays.title')} columns={columns} rows={holidays} keyOf={({ id }) => id} />;
}

function DeleteDialog({ holiday: { id, name, firstDay, lastDay }, onClose }: { holiday: SchoolHoliday; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const remove = useAct((verbs) => verbs.deleteSchoolHoliday(id), { done: 'app.activities.school_holidays.deleted', then: onClose });
  return (
    <ActDialog title={translate('app.activities.school_holidays.delete')} act={translate('ra.action.delete')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.activities.school_holidays.delete_ask', { name, first: dayText(firstDay, locale), last: dayText(lastDay, locale) })}</Typography>
    </ActDialog>
  );
}
