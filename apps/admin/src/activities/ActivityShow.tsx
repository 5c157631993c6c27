import BlockOutlined from '@mui/icons-material/BlockOutlined';
import { Alert, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { Allowed, berlinDateTime, ListSkeleton, Panel, StateField, TopicsField, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { DeleteButton, EditButton, Show, TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../common/Facts';
import { HistoryButton } from '../common/HistoryButton';
import { CancelDialog } from './CancelDialog';
import { OccurrencesPanel } from './occurrences/OccurrencesPanel';
import { PublishPanel } from './PublishPanel';
import type { Activity } from './types';
import { activityTones, gradesText } from './words';

function ActivityActions() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const activity = useRecordContext<Activity>();
  const [cancelling, setCancelling] = useState(false);
  if (!activity) return null;
  const { id, state } = activity;
  const mayChange = allowed('activities.write') && state !== 'CANCELLED';
  return (
    <TopToolbar>
      <HistoryButton id={id} />
      {mayChange && <EditButton />}
      {mayChange && state === 'DRAFT' && <DeleteButton />}
      {mayChange && state === 'PUBLISHED' && <Button size="small" color="error" startIcon={<BlockOutlined />} onClick={() => setCancelling(true)}>{translate('app.activities.cancel.activity')}</Button>}
      {cancelling && <CancelDialog activity={activity} onClose={() => setCancelling(false)} />}
    </TopToolbar>
  );
}

function ActivityPage() {
  const translate = useTranslate();
  const activity = useRecordContext<Activity>();
  if (!activity) return <ListSkeleton />;
  const { state, description, cancelReason, cancelNote } = activity;
  return (
    <Stack spacing={2} sx={{ p: { xs: 1, sm: 2 } }}>
      {state === 'CANCELLED' && cancelReason && (
        <Alert severity="error">{[translate('app.activities.cancel.was', { reason: translate(`app.activities.reason.${cancelReason}`) }), cancelNote].filter(Boolean).join(' ')}</Alert>
      )}
      {state === 'DRAFT' && <Allowed to="activities.write"><PublishPanel activity={activity} /></Allowed>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 22rem' }, alignItems: 'start' }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <OccurrencesPanel activity={activity} />
          <Panel title={translate('app.activities.field.description')}>
            <Typography color={description ? 'textPrimary' : 'textSecondary'} sx={{ whiteSpace: 'pre-line', maxWidth: '70ch' }}>{description || translate('app.activities.show.no_description')}</Typography>
          </Panel>
        </Stack>
        <Particulars activity={activity} />
      </Box>
    </Stack>
  );
}

function Particulars({ activity }: { activity: Activity }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { organisationId, organisationName, offerId, equipmentName, format, grades, minimumAge, topics, accessibility, sdgs, digitalSkills, schoolYear, publishedAt } = activity;
  return (
    <Panel title={translate('app.activities.show.particulars')} actions={<StateField source="state" texts="app.activities.state" tones={activityTones} />}>
      <Facts>
        <Fact label="app.activities.field.host"><MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{organisationName}</MuiLink></Fact>
        <Fact label="app.activities.field.format">{translate(`app.formats.${format}`)}</Fact>
        <Fact label="app.activities.field.school_year">{schoolYear}</Fact>
        {offerId && <Fact label="app.activities.field.offer"><MuiLink component={Link} to={`/offers/${offerId}/show`}>{translate('app.activities.show.open_offer')}</MuiLink></Fact>}
        <Fact label="app.activities.field.grades">{gradesText(grades) || '–'}</Fact>
        <Fact label="app.activities.field.minimum_age">{minimumAge === null ? translate('app.activities.show.any_age') : translate('app.activities.show.years', { smart_count: minimumAge })}</Fact>
        {equipmentName && <Fact label="app.activities.field.equipment">{equipmentName}</Fact>}
        <Fact label="app.activities.field.accessibility">{accessibility.length > 0 ? <TopicsField source="accessibility" texts="app.activities.provision" /> : translate('app.activities.show.nothing_known')}</Fact>
        <Fact label="app.activities.field.topics">{topics.length > 0 ? <TopicsField source="topics" texts="app.topics" /> : '–'}</Fact>
        {sdgs.length > 0 && (
          <Fact label="app.activities.field.sdgs">
            {sdgs.map((goal) => <Box key={goal}>{goal} {translate(`app.activities.goal.${goal}`)}</Box>)}
          </Fact>
        )}
        {digitalSkills.length > 0 && <Fact label="app.activities.field.digital_skills"><TopicsField source="digitalSkills" texts="app.activities.skill" /></Fact>}
        {publishedAt && <Fact label="app.activities.field.published_at">{berlinDateTime(publishedAt, locale)}</Fact>}
      </Facts>
    </Panel>
  );
}

/** An activity with its occurrences, what publishing misses, and its particulars. */
export const ActivityShow = () => (
  <Show actions={<ActivityActions />}>
    <ActivityPage />
  </Show>
);
