import { useTheme } from '@mui/material/styles';
import { BarChart as MuiBarChart } from '@mui/x-charts/BarChart';
import { chartColours } from './theme-palette';

export interface Bars {
  /** One word per group of bars. */
  labels: string[];
  series: { label: string; values: number[] }[];
  height?: number;
  stacked?: boolean;
}

export function BarChartCanvas({ labels, series, height, stacked }: Bars) {
  const { palette } = useTheme();
  return (
    <MuiBarChart
      height={height}
      colors={chartColours[palette.mode]}
      // The default height is too low for the theme's letters, and labels that do not fit vanish.
      xAxis={[{ data: labels, scaleType: 'band', height: 36 }]}
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
