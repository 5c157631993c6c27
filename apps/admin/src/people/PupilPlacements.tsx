import { Typography } from '@mui/material';
import { berlinDateTime, DesignedError, ListSkeleton, Panel, StateChip } from '@mintforge/ui-kit';
import { maxPerPage } from '@mintforge/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../common/Rows';
import { useVerbs } from '../common/use-act';

/** What matching gave a pupil, by date. */
export function PupilPlacements({ pupilId }: { pupilId: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { data, error, refetch } = useQuery({ queryKey: ['placements of pupil', pupilId], queryFn: () => verbs.placements({ page: 1, perPage: maxPerPage, sort: 'STARTS_AT_ASC', filter: { pupilId } }) });
  const title = translate('app.people.pupils.placements');
  return (
    <Panel title={title}>
      {error ? (
        <DesignedError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={2} />
      ) : data.items.length === 0 ? (
        <Typography variant="body2" color="textSecondary">{translate('app.people.pupils.no_placements')}</Typography>
      ) : (
        <Rows
          title={title}
          rows={data.items}
          keyOf={({ id }) => id}
          columns={[
            { label: 'app.people.placement.when', cell: ({ startsAt }) => berlinDateTime(startsAt, locale) },
            { label: 'app.people.placement.what', cell: ({ title: activity }) => activity },
            { label: 'app.people.placement.host', cell: ({ host }) => host },
            { label: 'app.people.placement.rank', cell: ({ rank }) => (rank === null ? '' : translate('app.people.placement.nth', { rank })) },
            { label: 'app.people.placement.state', cell: ({ state }) => <StateChip label={translate(`app.people.placement.states.${state}`)} tone={state === 'PLACED' ? 'success' : 'neutral'} /> },
          ]}
        />
      )}
    </Panel>
  );
}
