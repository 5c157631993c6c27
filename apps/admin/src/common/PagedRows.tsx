import { TablePagination } from '@mui/material';
import { DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Rows, type RowsProps } from './Rows';
import type { Page } from './page';
import { useNumbers } from './use-numbers';

const perPage = 25;

export interface PagedRowsProps<Row> extends Omit<RowsProps<Row>, 'rows'> {
  /** Names the query; whatever it is asked with belongs in it. */
  asked: readonly unknown[];
  read: (page: number, perPage: number) => Promise<Page<Row>>;
  empty: ReactNode;
}

/** A table read page by page from the API, with its loading, failed and empty states. */
export function PagedRows<Row>({ asked, read, empty, ...table }: PagedRowsProps<Row>) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const [page, setPage] = useState(0);
  const question = JSON.stringify(asked);
  // Another question starts at its first page.
  useEffect(() => setPage(0), [question]);
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
