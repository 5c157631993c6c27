import { TablePagination } from '@mui/material';
import { DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Rows, type RowsProps } from './Rows';
import type { Page } from './page';
import { useNumbers } from './use-numbers';

const perPage = 25;

export interface PagedRowsProps<Row> extends Omit<RowsProps<Row>, 'rows'> {
  /** Names the query; whatever it is asked with belongs in it. */
  asked: readonly unknown[];
  read: (page: number, perPage: number) => Promise<Page<Row>>;
  empty: ReactNode;
  /** The address keeps the page, for a list that is a screen of its own. */
  placed?: boolean;
}

/** A table read page by page from the API, with its loading, failed and empty states. */
export function PagedRows<Row>({ asked, read, empty, placed = false, ...table }: PagedRowsProps<Row>) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const [page, setPage] = usePage(placed, JSON.stringify(asked));
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({ queryKey: [...asked, page], queryFn: () => read(page + 1, perPage), placeholderData: keepPreviousData });

  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (data.total === 0) return empty;
  return (
    <div aria-busy={isFetching} style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
      <Rows {...table} rows={data.items} />
      {data.total > perPage && (
        <TablePagination
          component="div"
          rowsPerPageOptions={[perPage]}
          rowsPerPage={perPage}
          count={data.total}
          page={Math.min(page, Math.max(0, Math.ceil(data.total / perPage) - 1))}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={({ from, to, count }) => translate('ra.navigation.page_range_info', { offsetBegin: whole(from), offsetEnd: whole(to), total: whole(count) })}
          getItemAriaLabel={(kind) => translate(`ra.navigation.${kind}`)}
        />
      )}
    </div>
  );
}

/** The page one is on, from 0. Another question starts at its first page; where the address keeps the page, it is the screen that leaves it out then. */
function usePage(placed: boolean, question: string): [number, (page: number) => void] {
  const [own, setOwn] = useState(0);
  const [place, setPlace] = useSearchParams();
  useEffect(() => setOwn(0), [question]);
  if (!placed) return [own, setOwn];
  const { page: _, ...others } = Object.fromEntries(place);
  return [Math.max(1, Number.parseInt(place.get('page') ?? '1', 10) || 1) - 1, (page) => setPlace(page === 0 ? others : { ...others, page: String(page + 1) })];
}
