import { useTheme } from '@mui/material/styles';
import { BarChart as MuiBarChart } from '@mui/x-charts/BarChart';
import type { BarChartProps } from './BarChart';
import { chartColours } from './theme-palette';

type BarChartCanvasProps = Pick<BarChartProps, 'labels' | 'series' | 'height' | 'stacked'>;

export function BarChartCanvas({ labels, series, height, stacked }: BarChartCanvasProps) {
  const { palette } = useTheme();
  return (
    <MuiBarChart
      height={height}
      colors={chartColours[palette.mode]}
      xAxis={[{ data: labels, scaleType: 'band' }]}
      yAxis={[{ tickMinStep: 1, disableLine: true, disableTicks: true }]}
      series={series.map(({ label, values }) => ({ label, data: values, ...(stacked && { stack: 'all' }) }))}
      grid={{ horizontal: true }}
      borderRadius={3}
      hideLegend={series.length === 1}
      // The table beside it is the keyboard's and the screen reader's way in.
      disableKeyboardNavigation
    />
  );
}
