import { Box, Typography } from '@mui/material';
import { Suspense } from 'react';
import { useTranslate } from 'react-admin';
import type { Bars } from './bar-chart-canvas';
import { lazyNamed } from './lazy-named';
import { readersOnly } from './readers-only';
import { BlockSkeleton } from './skeletons';

const BarChartCanvas = lazyNamed(() => import('./bar-chart-canvas'), 'BarChartCanvas');

export interface BarChartProps extends Bars {
  /** What the chart shows, for those who do not see it. */
  title: string;
}

/** Bars, with the same figures as a table for screen readers. Its code loads when it is first shown. */
export function BarChart({ title, labels, series, height = 260, stacked = false }: BarChartProps) {
  const translate = useTranslate();
  if (labels.length === 0) return <Typography color="textSecondary">{translate('kit.chart.empty')}</Typography>;
  return (
    <Box sx={{ position: 'relative' }}>
      <Box aria-hidden>
        <Suspense fallback={<BlockSkeleton height={height} />}>
          <BarChartCanvas labels={labels} series={series} height={height} stacked={stacked} />
        </Suspense>
      </Box>
      <Box component="table" sx={readersOnly}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {series.map(({ label }) => <th key={label} scope="col">{label}</th>)}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ label: column, values }) => <td key={column}>{values[row]}</td>)}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
