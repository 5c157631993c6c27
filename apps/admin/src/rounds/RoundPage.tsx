import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { Allowed, berlinDateTime, StateChip, useAllowed } from '@mintforge/ui-kit';
import { DeleteButton, EditButton, Show, TabbedShowLayout, TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CheckTab } from './check/CheckTab';
import { ForecastTab } from './forecast/ForecastTab';
import { OccurrencesTab } from './setup/OccurrencesTab';
import { OverviewTab } from './OverviewTab';
import { ParticipantsTab } from './setup/ParticipantsTab';
import { PinsTab } from './setup/PinsTab';
import { PlacementsTab } from './placements/PlacementsTab';
import { CloseRoundButton } from './runs/CloseRoundButton';
import { RunsTab } from './runs/RunsTab';
import { SecondCallButton } from './runs/SecondCallButton';
import { MentorsTab } from './mentoring/MentorsTab';
import { NeedsTabs } from './needs/NeedsTabs';
import { PrecedenceTab } from './precedence/PrecedenceTab';
import { roundTones } from './tones';
import type { Round } from './types';

function RoundActions() {
  const round = useRecordContext<Round>();
  if (round?.state === 'PUBLISHED' && round.unit !== 'NEEDS') return <TopToolbar><Allowed to="matching.run"><SecondCallButton round={round} size="small" /></Allowed></TopToolbar>;
  if (round?.state !== 'OPEN') return null;
  return (
    <TopToolbar>
      <Allowed to="matching.run">
        <EditButton />
        <CloseRoundButton round={round} />
        <DeleteButton redirect="list" />
      </Allowed>
    </TopToolbar>
  );
}

function RoundHead() {
  const translate = useTranslate();
  const locale = useLocale();
  const round = useRecordContext<Round>();
  if (!round) return null;
  const { title, state, unit, deadline, publishedAt, followsRoundId } = round;
  const facts = [
    translate(`app.rounds.unit.${unit}`),
    deadline && translate('app.rounds.head.deadline', { at: berlinDateTime(deadline, locale) }),
    publishedAt && translate('app.rounds.head.published', { at: berlinDateTime(publishedAt, locale) }),
  ].filter(Boolean).join(' · ');
  return (
    <Box sx={{ px: 2, pt: 2 }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>{title}</Typography>
        <StateChip label={translate(`app.rounds.state.${state}`)} tone={roundTones[state]} />
      </Stack>
      <Typography color="textSecondary">{facts}</Typography>
      {followsRoundId && <MuiLink component={Link} to={`/rounds/${followsRoundId}/show`}>{translate('app.runs.second_call.follows')}</MuiLink>}
    </Box>
  );
}

function RoundTabs() {
  const round = useRecordContext<Round>();
  const mayRun = useAllowed()('matching.run');
  if (!round) return null;
  if (round.unit === 'NEEDS') return <NeedsTabs round={round} />;
  return (
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="app.rounds.tab.overview"><OverviewTab round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.rounds.tab.occurrences" path="occurrences"><OccurrencesTab round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.rounds.tab.participants" path="participants"><ParticipantsTab round={round} /></TabbedShowLayout.Tab>
      {round.unit === 'MENTORING' ? <TabbedShowLayout.Tab label="app.mentoring.tab" path="mentors"><MentorsTab round={round} /></TabbedShowLayout.Tab> : null}
      <TabbedShowLayout.Tab label="app.rounds.tab.pins" path="pins"><PinsTab round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.precedence.tab" path="precedence"><PrecedenceTab round={round} /></TabbedShowLayout.Tab>
      {mayRun ? <TabbedShowLayout.Tab label="app.check.tab" path="check"><CheckTab round={round} /></TabbedShowLayout.Tab> : null}
      <TabbedShowLayout.Tab label="app.forecast.tab" path="forecast"><ForecastTab round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.rounds.tab.runs" path="runs"><RunsTab round={round} /></TabbedShowLayout.Tab>
      {round.state === 'OPEN' ? null : <TabbedShowLayout.Tab label="app.rounds.tab.placements" path="placements"><PlacementsTab round={round} /></TabbedShowLayout.Tab>}
    </TabbedShowLayout>
  );
}

/** A round from its first occurrence to its placements. */
export function RoundPage() {
  return (
    <Show actions={<RoundActions />}>
      <RoundHead />
      <RoundTabs />
    </Show>
  );
}
