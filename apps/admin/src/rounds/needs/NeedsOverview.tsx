import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FigureTile } from '../../common/FigureTile';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { ProposeButton } from './ProposeButton';
import { RulesDialog } from './RulesDialog';
import { TakeAllButton } from './TakeAll';
import type { AllocationRules, NeedsRound } from './types';

/** A round of needs and offers at a glance: the next step, figures and rules. */
export function NeedsOverview({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const mayPrepare = useMayPrepare(round);
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['rounds', 'needs round', round.id], queryFn: () => verbs.needsRound(round.id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={4} />;
  const figures: [string, number][] = [['needs', data.needs], ['offers', data.offers], ['needed', data.seatsNeeded], ['offered', data.seatsOffered], ['proposed', data.seatsProposed], ['accepted', data.seatsAccepted]];
  return (
    <Stack spacing={2}>
      <NextStep round={round} figures={data} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <Panel title={translate('app.rounds.overview.figures')}>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))' }}>
            {figures.map(([key, count]) => <FigureTile key={key} label={translate(`app.needs_rounds.figure.${key}`)} value={whole(count)} />)}
          </Box>
        </Panel>
        <Panel title={translate('app.needs_rounds.rules.title')} actions={mayPrepare && <Button onClick={() => setChanging(true)}>{translate('app.needs_rounds.rules.edit')}</Button>}>
          <RulesText rules={data.rules} />
        </Panel>
      </Box>
      {changing && <RulesDialog roundId={round.id} rules={data.rules} onClose={() => setChanging(false)} />}
    </Stack>
  );
}

function RulesText({ rules: { maxKm, newPartnersFirst, seatsPerPair } }: { rules: AllocationRules }) {
  const translate = useTranslate();
  const words = [
    maxKm === null ? translate('app.needs_rounds.rules.any_km') : translate('app.needs_rounds.rules.km', { km: maxKm }),
    translate(`app.needs_rounds.rules.${newPartnersFirst ? 'new_on' : 'new_off'}`),
    seatsPerPair !== null && translate('app.needs_rounds.rules.pair', { seats: seatsPerPair }),
  ];
  return (
    <>
      <Typography>{words.filter(Boolean).join(' · ')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{translate('app.needs_rounds.rules.always')}</Typography>
    </>
  );
}

type Step = 'take' | 'propose' | 'look' | 'done';

function stepOf(round: Round, { needs, offers, seatsProposed, seatsAccepted }: NeedsRound): Step {
  if (round.state !== 'OPEN') return 'done';
  if (needs === 0 || offers === 0) return 'take';
  return seatsProposed + seatsAccepted > 0 ? 'look' : 'propose';
}

function NextStep({ round, figures }: { round: Round; figures: NeedsRound }) {
  const translate = useTranslate();
  const mayPrepare = useMayPrepare(round);
  const step = stepOf(round, figures);
  const acts: Record<Step, ReactNode> = {
    take: mayPrepare && <TakeAllButton round={round} />,
    propose: mayPrepare && <><TakeAllButton round={round} variant="outlined" /><ProposeButton round={round} /></>,
    look: <Button variant="contained" component={Link} to={`/rounds/${round.id}/show/allocations`}>{translate('app.needs_rounds.tab.allocations')}</Button>,
    done: <Button variant="contained" component={Link} to={`/rounds/${round.id}/show/allocations`}>{translate('app.needs_rounds.tab.allocations')}</Button>,
  };
  return (
    <Card sx={({ palette }) => ({ p: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', borderLeft: `4px solid ${palette.secondary.main}` })}>
      <Box sx={{ flex: '1 1 20rem' }}>
        <Typography variant="body2" color="textSecondary">{translate('app.rounds.next.title')}</Typography>
        <Typography sx={{ fontWeight: 600 }}>{translate(`app.needs_rounds.next.${step}`)}</Typography>
      </Box>
      {acts[step]}
    </Card>
  );
}
