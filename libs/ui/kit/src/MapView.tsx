import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { lazyNamed } from './lazy-named';
import type { ConsoleConfig, MapViewProps } from './map-canvas';
import { BlockSkeleton } from './skeletons';

const MapCanvas = lazyNamed(() => import('./map-canvas'), 'MapCanvas');

const readConfig = async (): Promise<ConsoleConfig> => {
  const response = await fetch('/admin/config.json');
  return response.ok ? ((await response.json()) as ConsoleConfig) : {};
};

/** Places on a map, near ones joined. Its code loads when it is first shown. */
export function MapView({ points, lines, onOpen, height = 360 }: MapViewProps) {
  const translate = useTranslate();
  const { data: config } = useQuery({ queryKey: ['console-config'], queryFn: readConfig, staleTime: Infinity, retry: false });
  if (points.length === 0) return <Typography color="textSecondary">{translate('kit.map.empty')}</Typography>;
  return (
    <Box role="region" aria-label={translate('kit.map.label', { smart_count: points.length })}>
      <Suspense fallback={<BlockSkeleton height={height} />}>
        <MapCanvas points={points} {...(lines && { lines })} onOpen={onOpen} height={height} tileUrl={config?.tileUrl} tileAttribution={config?.tileAttribution} />
      </Suspense>
    </Box>
  );
}
