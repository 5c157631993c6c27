import AddOutlined from '@mui/icons-material/AddOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import MoreVertOutlined from '@mui/icons-material/MoreVertOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { Box, Button, IconButton, Menu, MenuItem, Stack, Tooltip, Typography } from '@mui/material';
import { berlinPeriod, DesignedEmpty, Panel, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { AddOccurrencesDialog } from './AddOccurrencesDialog';
import { CancelDialog } from '../CancelDialog';
import { EditOccurrenceDialog } from './EditOccurrenceDialog';
import { SeatsBar } from '../SeatsBar';
import type { Activity, ActivityOccurrence } from '../types';
import { placeText } from '../words';

type Doing = { what: 'edit' | 'cancel' | 'delete'; occurrence: ActivityOccurrence };

/** The occurrences of an activity: when, where, how full, what to look at, and what one does with each. */
export function OccurrencesPanel({ activity }: { activity: Activity }) {
  const translate = useTranslate();
  const mayChange = useAllowed()('activities.write') && activity.state !== 'CANCELLED';
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const add = mayChange && <Button size="small" variant={activity.occurrences.length === 0 ? 'contained' : 'outlined'} startIcon={<AddOutlined />} onClick={() => setAdding(true)}>{translate('app.activities.occurrences.add')}</Button>;
  return (
    <Panel title={translate('app.activities.occurrences.title', { smart_count: activity.occurrences.length })} actions={activity.occurrences.length > 0 && add}>
      {activity.occurrences.length === 0 ? (
        <DesignedEmpty title="app.activities.occurrences.empty" hint="app.activities.occurrences.empty_hint" actions={add} />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {activity.occurrences.map((occurrence) => (
            <OccurrenceLine key={occurrence.id} occurrence={occurrence} onDo={mayChange ? (what) => setDoing({ what, occurrence }) : undefined} />
          ))}
        </Box>
      )}
      {adding && <AddOccurrencesDialog activity={activity} onClose={() => setAdding(false)} />}
      {doing?.what === 'edit' && <EditOccurrenceDialog activity={activity} occurrence={doing.occurrence} onClose={done} />}
      {doing?.what === 'cancel' && <CancelDialog occurrence={doing.occurrence} onClose={done} />}
      {doing?.what === 'delete' && <DeleteOccurrenceDialog occurrence={doing.occurrence} onClose={done} />}
    </Panel>
  );
}

function OccurrenceLine({ occurrence, onDo }: { occurrence: ActivityOccurrence; onDo?: (what: Doing['what']) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const maySee = useAllowed()('attendance.read');
  const { id, startsAt, endsAt, capacity, minimum, taken, state, cancelReason, cancelNote, warnings } = occurrence;
  const when = berlinPeriod(startsAt, endsAt, locale);
  const cancelled = state === 'CANCELLED';
  return (
    <Box component="li" sx={{ display: 'grid', gap: { xs: 0.5, md: 2 }, gridTemplateColumns: { xs: '1fr auto', md: 'minmax(10rem, 5fr) minmax(6rem, 3fr) 8.5rem auto' }, alignItems: 'start', py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography component="time" dateTime={startsAt} sx={{ fontWeight: 600, display: 'block', ...(cancelled && { textDecoration: 'line-through', color: 'text.secondary' }) }}>{when}</Typography>
        {cancelled && cancelReason && (
          <>
            <StateChip tone="error" label={`${translate('app.activities.occurrence_state.CANCELLED')}: ${translate(`app.activities.reason.${cancelReason}`)}`} />
            {cancelNote && <Typography variant="body2" color="textSecondary">{cancelNote}</Typography>}
          </>
        )}
        <Warnings warnings={warnings} />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ gridRow: { xs: 2, md: 'auto' } }}>{placeText(occurrence) || translate('app.activities.occurrences.no_place')}</Typography>
      <Box sx={{ gridRow: { xs: 3, md: 'auto' }, maxWidth: { xs: '14rem', md: 'none' } }}>{!cancelled && <SeatsBar taken={taken} capacity={capacity} minimum={minimum} />}</Box>
      <Stack direction="row" sx={{ gridRow: { xs: 1, md: 'auto' }, gridColumn: { xs: 2, md: 'auto' }, justifyContent: 'flex-end' }}>
        {maySee && (
          <Tooltip title={translate('app.activities.attendance.title')}>
            <IconButton component={Link} to={`/occurrences/${id}/attendance`} aria-label={`${translate('app.activities.attendance.title')}, ${when}`}><FactCheckOutlined fontSize="small" /></IconButton>
          </Tooltip>
        )}
        {onDo && <OccurrenceMenu when={when} cancelled={cancelled} onDo={onDo} />}
      </Stack>
    </Box>
  );
}

function Warnings({ warnings }: { warnings: ActivityOccurrence['warnings'] }) {
  const translate = useTranslate();
  if (warnings.length === 0) return null;
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.25 }}>
      {warnings.map((warning) => (
        <Typography key={warning} component="li" variant="body2" color="warning" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', fontSize: '0.8rem' }}>
          <WarningAmberOutlined sx={{ fontSize: '1rem' }} />
          {translate(`app.activities.warning.${warning}`)}
        </Typography>
      ))}
    </Stack>
  );
}

function OccurrenceMenu({ when, cancelled, onDo }: { when: string; cancelled: boolean; onDo: (what: Doing['what']) => void }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choices: Doing['what'][] = cancelled ? ['delete'] : ['edit', 'cancel', 'delete'];
  return (
    <>
      <IconButton aria-label={translate('app.activities.occurrences.more', { when })} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}><MoreVertOutlined fontSize="small" /></IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map((what) => (
          <MenuItem
            key={what}
            onClick={() => {
              setAnchor(null);
              onDo(what);
            }}
          >
            {translate(`app.activities.occurrences.${what}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function DeleteOccurrenceDialog({ occurrence: { id, startsAt, endsAt }, onClose }: { occurrence: ActivityOccurrence; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const remove = useAct((verbs) => verbs.deleteOccurrence(id), { done: 'app.activities.occurrences.deleted', then: onClose });
  return (
    <ActDialog title={translate('app.activities.occurrences.delete')} act={translate('ra.action.delete')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={onClose}>
      <Typography>{translate('app.activities.occurrences.delete_ask', { when: berlinPeriod(startsAt, endsAt, locale) })}</Typography>
    </ActDialog>
  );
}
