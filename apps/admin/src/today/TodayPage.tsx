import { Box, Typography } from '@mui/material';
import { berlinDay, can, type ActingRole } from '@mintforge/domain/kernel';
import { BarChart, BlockSkeleton, DesignedError, MapView, Panel, useSignedIn } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useLocaleState, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { session } from '../connection';
import type { ConsoleProvider } from '../verbs';
import { NextOccurrences } from './NextOccurrences';
import { TaskCards } from './TaskCards';

const dayMs = 86_400_000;

/** The first page of the day (Heute): what waits, what comes next, the months in a chart, the partners on a map. */
export function TodayPage() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const navigate = useNavigate();
  const provider = useDataProvider<ConsoleProvider>();
  const signedIn = useSignedIn(session);
  const role = signedIn?.active.role as ActingRole | undefined;
  const seen = { withFigures: can(role, 'activities.read'), withPartners: can(role, 'partners.read') };
  const period = { from: berlinDay(new Date(Date.now() - 45 * dayMs)), to: berlinDay(new Date(Date.now() + 200 * dayMs)) };
  const { data, error, refetch } = useQuery({ queryKey: ['today', period, seen], queryFn: () => provider.today({ ...period, ...seen }) });
  const months = data?.activityFigures?.months.filter((figure) => figure.state === 'PUBLISHED') ?? [];
  const labels = [...new Set(months.map(({ month }) => month))].sort();
  const formats = [...new Set(months.map(({ format }) => format))].sort();

  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2 }}>
      <Title title={translate('app.menu.today')} />
      <Typography variant="h2" component="p">{translate('app.today.greeting', { name: signedIn?.user.displayName ?? '' })}</Typography>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !data ? <BlockSkeleton height={480} /> : (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '2fr 3fr' }, alignItems: 'stretch' }}>
          <Panel title={translate('app.today.tasks')}><TaskCards tasks={data.today.tasks} /></Panel>
          <Panel title={translate('app.today.next')}><NextOccurrences occurrences={data.today.nextOccurrences} /></Panel>
          <Panel title={translate('app.today.chart')}>
            <BarChart
              title={translate('app.today.chart')}
              labels={labels.map((month) => new Date(`${month}-15T00:00:00Z`).toLocaleDateString(locale, { month: 'short', year: '2-digit' }))}
              series={formats.map((format) => ({
                label: translate(`app.formats.${format}`),
                values: labels.map((month) => months.filter((figure) => figure.month === month && figure.format === format).reduce((sum, figure) => sum + figure.occurrences, 0)),
              }))}
              stacked
            />
          </Panel>
          <Panel title={translate('app.today.map')}>
            <MapView
              points={(data.mapPoints ?? []).map(({ id, name, town, lat, lon }) => ({ id, label: name, latitude: lat, longitude: lon, ...(town ? { place: town } : {}) }))}
              onOpen={(id) => void navigate(`/organisations/${id}/show`)}
            />
          </Panel>
        </Box>
      )}
    </Box>
  );
}
