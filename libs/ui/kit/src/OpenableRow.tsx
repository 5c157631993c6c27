import type { KeyboardEvent } from 'react';
import { DataTableRow, useDataTableCallbacksContext, type DataTableRowProps } from 'react-admin';

const openByEnter = (event: KeyboardEvent<HTMLTableRowElement>) => {
  // Enter on a button or link inside the row is meant for that.
  if (event.key === 'Enter' && event.target === event.currentTarget) event.currentTarget.click();
};

/** A row that is reached by Tab and opened by Enter too; React-Admin's own opens by the pointer alone. */
export function OpenableRow(props: DataTableRowProps) {
  const { rowClick } = useDataTableCallbacksContext();
  return <DataTableRow {...props} {...(rowClick && { tabIndex: 0, onKeyDown: openByEnter })} />;
}
