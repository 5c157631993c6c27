import { Stack, Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, FlowChart, ListSkeleton, MapView } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { RunFlow } from '../runs/verbs';
import { linesOf } from './ways';

const mostLines = 250;

/** Who goes where: bands from schools to hosts, the ways on a map, and all of them as a table. */
export function FlowsTab({ runId, groups }: { runId: string; groups: boolean }) {
  const verbs = useVerbs();
  const { data: flows, error, refetch } = useQuery({ queryKey: ['rounds', 'flows', runId], queryFn: () => verbs.runFlows(runId) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!flows) return <ListSkeleton />;
  if (flows.length === 0) return <DesignedEmpty title="app.runs.flows.empty" hint="app.runs.flows.empty_hint" actions={false} />;
  return <Flows flows={flows} runId={runId} groups={groups} />;
}

function Flows({ flows, runId, groups }: { flows: readonly RunFlow[]; runId: string; groups: boolean }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { whole, about } = useNumbers();
  const { points, lines, without } = useMemo(() => linesOf(flows, mostLines), [flows]);
  const word = (key: string, values?: Record<string, unknown>) => translate(`app.runs.flows.${key}`, values);
  const columns: Column<RunFlow>[] = [
    { label: 'app.runs.flows.school', cell: ({ school }) => school },
    { label: 'app.runs.flows.host', cell: ({ host }) => host },
    { label: 'app.runs.flows.placements', right: true, cell: ({ placements }) => whole(placements) },
    ...(groups ? [{ label: 'app.runs.flows.seats', right: true, cell: ({ seats }: RunFlow) => whole(seats) }] : []),
    { label: 'app.runs.flows.km', right: true, cell: ({ km }) => (km === null ? '–' : word('km_value', { km: about(km) })) },
  ];
  return (
    <Stack spacing={2}>
      <Typography color="textSecondary">{word('hint')}</Typography>
      <section>
        <Typography variant="h2" sx={{ mb: 1 }}>{word('chart')}</Typography>
        <FlowChart title={word('chart')} flows={flows.map(({ school, host, seats }) => ({ from: school, to: host, value: seats }))} otherFrom={word('other_schools')} otherTo={word('other_hosts')} write={whole} />
      </section>
      {points.length > 0 && (
        <section>
          <Typography variant="h2" sx={{ mb: 1 }}>{word('map')}</Typography>
          <MapView points={points} lines={lines} onOpen={(id) => redirect(`/organisations/${id}/show`)} height={420} />
          <Typography variant="body2" color="textSecondary">
            {[flows.length - without > mostLines && word('map_most', { count: mostLines }), without > 0 && word('map_without', { smart_count: without })].filter(Boolean).join(' ')}
          </Typography>
        </section>
      )}
      <section>
        <Typography variant="h2" sx={{ mb: 1 }}>{word('all')}</Typography>
        <PagedRows
          title={word('all')}
          columns={columns}
          keyOf={({ schoolId, hostId, hostLat, hostLon }) => [schoolId, hostId, hostLat, hostLon].join(' ')}
          asked={['rounds', 'flow-rows', runId]}
          read={async (page, perPage) => ({ total: flows.length, items: flows.slice((page - 1) * perPage, page * perPage) })}
          empty={null}
        />
      </section>
    </Stack>
  );
}
