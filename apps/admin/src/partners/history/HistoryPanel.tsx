import { Box, Button, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { HistoryEntryLine } from './HistoryEntryLine';
import { LogContactForm } from './LogContactForm';
import type { PanelOf } from '../panel';
import { readDetails } from './event-details';

const perPage = 15;

/** What happened between the office and the organisation, newest first, with a line to write the next entry. */
export function HistoryPanel({ organisation, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { id } = organisation;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['organisations', 'history', id],
    queryFn: ({ pageParam }) => verbs.contactHistory({ id, page: pageParam, perPage }),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.hasNext ? pages.length + 1 : undefined),
  });
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  const undone = new Set(entries.flatMap((entry) => (readDetails(entry).undone ? [readDetails(entry).mergeId] : [])));
  return (
    <Panel title={translate('app.partners.history.title')}>
      {mayWrite && <LogContactForm organisation={organisation} />}
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={4} />}
      {data && entries.length === 0 && <Typography color="textSecondary">{translate('app.partners.history.none')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {entries.map((entry) => <HistoryEntryLine key={entry.id} entry={entry} organisation={organisation} mayUndo={mayWrite && !undone.has(readDetails(entry).mergeId)} />)}
      </Box>
      {hasNextPage && <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{translate('app.partners.more')}</Button>}
    </Panel>
  );
}
