import { ButtonBase, Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { dayText, StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nameOf } from './name';
import { consentTones } from './tones';
import type { Cell, Matrix, MatrixRow } from './types';

export interface MatrixTableProps {
  purposes: Matrix['purposes'];
  rows: MatrixRow[];
  /** Absent for who only looks. */
  onOpen?: (row: MatrixRow, cell: Cell) => void;
}

const sticky = { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'background.paper' } as const;

/** Pupils by name down, purposes across. */
export function MatrixTable({ purposes, rows, onOpen }: MatrixTableProps) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('app.consent.title')}>
      <TableHead>
        <TableRow>
          <TableCell sx={sticky}>{translate('resources.pupils.name', { smart_count: 1 })}</TableCell>
          {purposes.map(({ code }) => <TableCell key={code} sx={{ minWidth: 130, verticalAlign: 'bottom' }}>{translate(`app.consent.purpose.${code}`)}</TableCell>)}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.pupilId} hover>
            <TableCell component="th" scope="row" sx={{ ...sticky, whiteSpace: 'nowrap' }}><MuiLink component={Link} to={`/consents/${row.pupilId}/show`} underline="hover" color="inherit">{nameOf(row)}</MuiLink></TableCell>
            {row.cells.map((cell) => (
              <TableCell key={cell.code}>
                <StateButton row={row} cell={cell} onOpen={onOpen && (() => onOpen(row, cell))} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function StateButton({ row, cell: { code, state, missing, validUntil, lapsesOn }, onOpen }: { row: MatrixRow; cell: Cell; onOpen?: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const word = translate(`app.consent.state.${state}`);
  const renewing = state === 'GIVEN' && missing.length > 0 && lapsesOn !== null;
  const more = renewing ? translate('app.consent.renew', { day: dayText(lapsesOn, locale) }) : missing.length > 0 ? translate('app.consent.missing', { who: missing.map((signer) => translate(`app.consent.signer.${signer}`)).join(', ') }) : validUntil && state === 'GIVEN' ? translate('app.consent.until', { day: dayText(validUntil, locale) }) : '';
  const shown = (
    <>
      <StateChip label={word} tone={renewing ? 'warning' : consentTones[state]} />
      {more && <Typography variant="caption" component="div" color="textSecondary">{more}</Typography>}
    </>
  );
  if (!onOpen) return shown;
  return (
    <ButtonBase onClick={onOpen} aria-label={`${nameOf(row)}, ${translate(`app.consent.purpose.${code}`)}: ${word} ${more}`} sx={{ display: 'block', textAlign: 'left', borderRadius: 1, p: 0.5, minHeight: 32 }}>
      {shown}
    </ButtonBase>
  );
}
