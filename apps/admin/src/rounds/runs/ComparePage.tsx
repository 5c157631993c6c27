import { Alert, Box, Card, Link as MuiLink, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { BarChart, DesignedError, ListSkeleton, Panel, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { ComparedResults } from './ComparedResults';
import { rankLabels, rankValues } from './ranks';
import { SettingsText } from '../setup/SettingsText';
import type { Comparison, Round, Run, RunFigures } from '../types';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';

/** Two runs of a round side by side: their figures and whom the difference touches. */
export function ComparePage() {
  const { id: roundId = '', beforeId = '', afterId = '' } = useParams();
  const verbs = useVerbs();
  const round = useGetOne<Round>('rounds', { id: roundId });
  const compared = useQuery({
    queryKey: ['rounds', 'compare', beforeId, afterId],
    queryFn: async () => {
      const [comparison, before, after] = await Promise.all([verbs.compareRuns(beforeId, afterId), verbs.run(beforeId), verbs.run(afterId)]);
      return { comparison, before, after };
    },
  });
  const error = round.error ?? compared.error;
  if (error) return <DesignedError error={error} onRetry={() => void compared.refetch()} />;
  if (!round.data || !compared.data) return <ListSkeleton />;
  return <CompareView round={round.data} {...compared.data} />;
}

interface CompareViewProps {
  round: Round;
  comparison: Comparison;
  before: Run;
  after: Run;
}

function CompareView({ round, comparison, before, after }: CompareViewProps) {
  const translate = useTranslate();
  const title = translate('app.rounds.compare.title', { before: before.number, after: after.number });
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Title title={`${title} · ${round.title}`} />
      <div>
        <MuiLink component={Link} to={`/rounds/${round.id}/show/runs`}>{round.title}</MuiLink>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>{title}</Typography>
      </div>
      {!comparison.sameInput && <Alert severity="info">{translate('app.rounds.compare.other_input')}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
        <Panel title={translate('app.rounds.compare.figures')}>
          <FigureTable comparison={comparison} before={before} after={after} />
        </Panel>
        <Panel title={translate('app.rounds.figures.by_rank')}>
          <RankChart comparison={comparison} before={before} after={after} />
        </Panel>
      </Box>
      <Card sx={{ p: 2 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>{translate('app.rounds.compare.changes')}</Typography>
        <ComparedResults comparison={comparison} asked={[before.id, after.id]} />
      </Card>
    </Stack>
  );
}

function FigureTable({ comparison, before, after }: Omit<CompareViewProps, 'round'>) {
  const translate = useTranslate();
  const { whole, share, mean, signed } = useNumbers();
  const mayPrepare = useAllowed()('matching.run');
  const guarantees = mayPrepare && comparison.before.seatsGuaranteed + comparison.after.seatsGuaranteed > 0;
  const percentPoints = (change: number) => translate('app.rounds.compare.points', { change: signed(Math.round(change * 1000) / 10) });
  const rows: { key: string; read: (figures: RunFigures) => number | null; write: (value: number) => string; change: (change: number) => string }[] = [
    { key: 'pupils', read: ({ pupils }) => pupils, write: whole, change: signed },
    { key: 'placed', read: ({ placed }) => placed, write: whole, change: signed },
    { key: 'unplaced', read: ({ unplaced }) => unplaced, write: whole, change: signed },
    { key: 'first', read: ({ firstWishShare }) => firstWishShare, write: share, change: percentPoints },
    { key: 'top_three', read: ({ topThreeShare }) => topThreeShare, write: share, change: percentPoints },
    { key: 'mean', read: ({ meanRank }) => meanRank, write: mean, change: signed },
    ...(guarantees ? [{ key: 'guarantees', read: ({ guaranteesMet }: RunFigures) => guaranteesMet, write: whole, change: signed }] : []),
    { key: 'closed', read: ({ closed }) => closed, write: whole, change: signed },
  ];
  const head = (run: Run) => (
    <TableCell align="right" sx={{ verticalAlign: 'bottom' }}>
      <MuiLink component={Link} to={`/rounds/${run.roundId}/runs/${run.id}`}>{translate('app.rounds.run.title', { number: run.number })}</MuiLink>
    </TableCell>
  );
  return (
    <>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('app.rounds.compare.figure')}</TableCell>
              {head(before)}
              {head(after)}
              <TableCell align="right">{translate('app.rounds.compare.difference')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ key, read, write, change }) => {
              const [was, is] = [read(comparison.before), read(comparison.after)];
              return (
                <TableRow key={key}>
                  <TableCell component="th" scope="row" sx={{ fontWeight: 500 }}>{translate(`app.rounds.figures.${key}`)}</TableCell>
                  {[was, is].map((value, at) => <TableCell key={at} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{value === null ? '–' : write(value)}</TableCell>)}
                  <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>{was === null || is === null ? '–' : was === is ? '=' : change(is - was)}</TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      <Stack spacing={0.5} sx={{ mt: 1.5 }}>
        {[before, after].map((run) => (
          <div key={run.id}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>{translate('app.rounds.run.title', { number: run.number })}</Typography>
            <SettingsText settings={run.settings} />
          </div>
        ))}
      </Stack>
    </>
  );
}

function RankChart({ comparison: { before: was, after: is }, before, after }: Omit<CompareViewProps, 'round'>) {
  const translate = useTranslate();
  // Both on the same ranks, so that the bars stand side by side.
  const ranks = Math.max(was.byRank.length, is.byRank.length);
  const outside = Math.max(was.outsideWishes, is.outsideWishes);
  const onRanks = (figures: RunFigures) => ({ byRank: Array.from({ length: ranks }, (_, at) => figures.byRank[at] ?? 0), unplaced: figures.unplaced });
  const values = (figures: RunFigures) => {
    const all = rankValues({ ...onRanks(figures), outsideWishes: 0 });
    return outside > 0 ? all.toSpliced(-1, 0, figures.outsideWishes) : all;
  };
  return (
    <BarChart
      title={translate('app.rounds.figures.by_rank')}
      labels={rankLabels({ ...onRanks(was), outsideWishes: outside }, translate)}
      series={[before, after].map((run, at) => ({ label: translate('app.rounds.run.title', { number: run.number }), values: values(at === 0 ? was : is) }))}
      height={300}
    />
  );
}
