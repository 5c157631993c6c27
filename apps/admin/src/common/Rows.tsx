import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { readersOnly } from '@mintforge/ui-kit';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export interface Column<Row> {
  /** Text key of its heading; an empty one for a column of buttons. */
  label: string;
  right?: boolean;
  width?: string | number;
  cell: (row: Row) => ReactNode;
}

export interface RowsProps<Row> {
  /** What the table holds, for those who do not see it. */
  title: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** A plain table in the manner of the console's lists; wide ones scroll in themselves. */
export function Rows<Row>({ title, columns, rows, keyOf }: RowsProps<Row>) {
  const translate = useTranslate();
  return (
    // Words only heard lie outside the flow; they must scroll with the table, not widen the page.
    <TableContainer tabIndex={0} role="region" aria-label={title} sx={{ position: 'relative' }}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            {columns.map(({ label, right, width }, at) => (
              <TableCell key={label || at} align={right ? 'right' : 'left'} sx={{ width, whiteSpace: 'nowrap' }}>{label ? translate(label) : <Box component="span" sx={readersOnly}>{translate('app.common.acts')}</Box>}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} hover>
              {columns.map(({ label, right, cell }, at) => (
                <TableCell key={label || at} align={right ? 'right' : 'left'} sx={{ verticalAlign: 'top', ...(right && { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }) }}>{cell(row)}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
