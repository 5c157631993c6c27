import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Box, Button, Card, Link as MuiLink, Stack, Typography } from '@mui/material';
import { BarChart, berlinDateTime, Panel, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FigureTile } from '../common/FigureTile';
import { nextStep, roundChecks, type Check, type NextStep } from './next-step';
import { rankLabels, rankValues } from './runs/ranks';
import { SecondCallButton } from './runs/SecondCallButton';
import { SettingsText } from './setup/SettingsText';
import type { Round, RunRow } from './types';
import { useVerbs } from '../common/use-act';
import { useNumbers } from '../common/use-numbers';

const icons = {
  done: <CheckCircleOutlined color="success" />,
  missing: <RadioButtonUncheckedOutlined color="disabled" />,
  look: <ErrorOutlineOutlined color="warning" />,
};

/** How far the round is, what is missing, and the one thing to do next. */
export function OverviewTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: runs = [] } = useQuery({ queryKey: ['rounds', 'runs', round.id], queryFn: () => verbs.runs(round.id) });
  const shown = runs.find(({ id }) => id === round.publishedRunId) ?? runs.find(({ state }) => state === 'DONE');
  return (
    <Stack spacing={2}>
      <NextStepCard round={round} run={shown} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: round.state === 'OPEN' ? '1fr 1fr' : '1fr' } }}>
        {round.state === 'OPEN' && (
          <Panel title={translate('app.rounds.overview.checks')}>
            <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {roundChecks(round, Date.now()).map((check) => <CheckLine key={check.key} check={check} round={round} />)}
            </Stack>
          </Panel>
        )}
        <Panel title={translate('app.rounds.overview.figures')}>
          <RoundFigures round={round} />
        </Panel>
      </Box>
      {shown?.figures && (
        <Panel
          title={translate('app.rounds.overview.result', { number: shown.number })}
          actions={<Button component={Link} to={`/rounds/${round.id}/runs/${shown.id}`}>{translate('app.rounds.run.open')}</Button>}
        >
          <Typography variant="body2" color="textSecondary">{translate('app.rounds.figures.by_rank')}</Typography>
          <BarChart title={translate('app.rounds.figures.by_rank')} labels={rankLabels(shown.figures, translate)} series={[{ label: translate('app.rounds.field.participants'), values: rankValues(shown.figures) }]} height={220} />
        </Panel>
      )}
    </Stack>
  );
}

const stepTargets: Record<Exclude<NextStep, 'none' | 'result' | 'second_call'>, string> = { occurrences: 'show/occurrences', participants: 'show/participants', wishes: 'show/participants', run: 'show/runs', placements: 'show/placements' };

function NextStepCard({ round, run }: { round: Round; run: RunRow | undefined }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const mayRun = useAllowed()('matching.run');
  const unplaced = run?.figures?.unplaced ?? 0;
  // Who may not open the second round is led to the places of the first.
  const step = nextStep(round, run !== undefined, mayRun ? unplaced : 0);
  if (step === 'none') return null;
  // Who may only read is shown results, not work.
  if (!mayRun && step !== 'result' && step !== 'placements') return null;
  const secondCall = step === 'second_call';
  const shown = secondCall ? 'placements' : step;
  const target = shown === 'result' ? `runs/${run?.id}` : stepTargets[shown];
  return (
    <Card sx={({ palette }) => ({ p: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', borderLeft: `4px solid ${palette.secondary.main}` })}>
      <Box sx={{ flex: '1 1 20rem' }}>
        <Typography variant="body2" color="textSecondary">{translate('app.rounds.next.title')}</Typography>
        <Typography sx={{ fontWeight: 600 }}>{translate(secondCall ? 'app.runs.second_call.next' : `app.rounds.next.${step}`, { number: run?.number ?? 0, smart_count: unplaced, count: whole(unplaced), seats: whole(round.counts.seats) })}</Typography>
      </Box>
      {secondCall && <SecondCallButton round={round} variant="contained" />}
      <Button variant={secondCall ? 'outlined' : 'contained'} component={Link} to={`/rounds/${round.id}/${target}`}>{translate(`app.rounds.next.${shown}_act`)}</Button>
    </Card>
  );
}

function CheckLine({ check: { key, state, tab, values }, round }: { check: Check; round: Round }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { whole } = useNumbers();
  const deadlineState = round.deadline === null ? 'none' : state;
  const variant = key === 'deadline' ? deadlineState : state;
  const words = { ...values, count: whole(values.smart_count ?? 0), seats: whole(values.seats ?? 0), at: round.deadline ? berlinDateTime(round.deadline, locale) : '' };
  return (
    <Stack component="li" direction="row" spacing={1.25} sx={{ alignItems: 'flex-start' }}>
      {icons[state]}
      <Box>
        <Typography sx={{ fontWeight: 600 }}>
          <MuiLink component={Link} to={`/rounds/${round.id}${tab === 'edit' ? '' : `/show/${tab}`}`} color="inherit" underline="hover">{translate(`app.rounds.check.${key}`)}</MuiLink>
        </Typography>
        <Typography variant="body2" color="textSecondary">{translate(`app.rounds.check.${key}_${variant}`, words)}</Typography>
      </Box>
    </Stack>
  );
}

function RoundFigures({ round }: { round: Round }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const { participants, withWishes, occurrences, seats, runs } = round.counts;
  const tiles: [string, number][] = [['participants', participants], ['with_wishes', withWishes], ['occurrences', occurrences], ['seats', seats], ['runs', runs]];
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))', mb: 2 }}>
        {tiles.map(([key, count]) => <FigureTile key={key} label={translate(`app.rounds.field.${key}`)} value={whole(count)} />)}
      </Box>
      <Typography variant="h3" sx={{ mb: 0.5 }}>{translate('app.rounds.settings.title')}</Typography>
      <SettingsText settings={round.settings} />
    </>
  );
}
