import { Box, Button, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useNumbers } from '../../common/use-numbers';
import type { ForecastFigures, ForecastRow } from './verbs';

interface Figure {
  label: string;
  read: (figures: ForecastFigures) => number | null;
  write: (value: number, figures: ForecastFigures) => string;
  /** Whether a larger number is the better one. */
  more: boolean;
}

/** One row per rule, the best value of each column in bold, so that the trade-off is seen at a glance. */
export function ForecastTable({ rows, onRun }: { rows: ForecastRow[]; onRun?: (row: ForecastRow) => void }) {
  const translate = useTranslate();
  const { whole, share, mean } = useNumbers();
  const figures: Figure[] = [
    { label: 'app.rounds.figures.unplaced', read: ({ unplaced }) => unplaced, write: whole, more: false },
    { label: 'app.rounds.figures.short.first', read: ({ firstWishShare }) => firstWishShare, write: share, more: true },
    { label: 'app.rounds.figures.short.top_three', read: ({ topThreeShare }) => topThreeShare, write: share, more: true },
    { label: 'app.rounds.figures.short.mean', read: ({ meanRank }) => meanRank, write: mean, more: false },
  ];
  if (rows.some((row) => row.figures && row.figures.seatsGuaranteed > 0)) {
    figures.push({ label: 'app.forecast.guarantees', read: ({ guaranteesMet }) => guaranteesMet, write: (met, { seatsGuaranteed }) => translate('app.forecast.met', { met: whole(met), all: whole(seatsGuaranteed) }), more: true });
  }
  const columns: Column<ForecastRow>[] = [
    {
      label: 'app.forecast.rule',
      cell: ({ rule, impossible }) => (
        <Box sx={{ minWidth: '14rem' }}>
          <Tooltip describeChild title={translate(`app.forecast.about.${rule.startsWith('OPTIMAL') ? 'OPTIMAL' : 'STABLE'}`)}><strong>{translate(`app.forecast.rules.${rule}`)}</strong></Tooltip>
          {impossible && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate(`app.forecast.impossible.${impossible}`)}</Typography>}
        </Box>
      ),
    },
    ...figures.map((figure): Column<ForecastRow> => {
      const best = bestOf(rows, figure);
      return {
        label: figure.label,
        right: true,
        cell: ({ figures: found }) => {
          const value = found && figure.read(found);
          if (!found || value === null) return '–';
          const written = figure.write(value, found);
          return value === best ? <Box component="strong" sx={{ color: 'success.main' }} aria-label={`${written}, ${translate('app.forecast.best')}`}>{written}</Box> : written;
        },
      };
    }),
    ...(onRun ? [{ label: '', cell: (row: ForecastRow) => row.figures && <Button size="small" sx={{ whiteSpace: 'nowrap' }} onClick={() => onRun(row)} aria-label={`${translate('app.forecast.run')}: ${translate(`app.forecast.rules.${row.rule}`)}`}>{translate('app.forecast.run')}</Button> }] : []),
  ];
  return <Rows title={translate('app.forecast.title')} columns={columns} rows={rows} keyOf={({ rule }) => rule} />;
}

/** The best value of a column; none where all rules come to the same. */
function bestOf(rows: ForecastRow[], { read, more }: Figure): number | null {
  const values = rows.flatMap(({ figures }) => (figures ? (read(figures) ?? []) : []));
  const best = more ? Math.max(...values) : Math.min(...values);
  return values.every((value) => value === best) ? null : best;
}
