import { Button, Menu, MenuItem } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Matrix, MatrixRow } from '../types';
import { CallDialog } from './CallDialog';
import { PrintDialog } from './PrintDialog';

/** What one does for a group on paper and by telephone. */
export function PaperMenu({ groupId, purposes, rows }: { groupId: string; purposes: Matrix['purposes']; rows: MatrixRow[] }) {
  const translate = useTranslate();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'forms' | 'slips' | 'call' | null>(null);
  const choose = (chosen: typeof dialog) => {
    setOpen(false);
    setDialog(chosen);
  };
  return (
    <>
      <Button ref={anchor} variant="outlined" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)}>{translate('app.consent.paper.menu.open')}</Button>
      <Menu open={open} anchorEl={anchor.current} onClose={() => setOpen(false)}>
        <MenuItem onClick={() => choose('forms')}>{translate('app.consent.paper.menu.print')}</MenuItem>
        <MenuItem component={Link} to={`/paper-intake?group=${groupId}`}>{translate('app.consent.paper.menu.intake')}</MenuItem>
        <MenuItem onClick={() => choose('slips')}>{translate('app.consent.paper.menu.slips')}</MenuItem>
        <MenuItem onClick={() => choose('call')}>{translate('app.consent.paper.menu.call')}</MenuItem>
      </Menu>
      {(dialog === 'forms' || dialog === 'slips') && <PrintDialog what={dialog} groupId={groupId} purposes={purposes} rows={rows} onClose={() => setDialog(null)} />}
      {dialog === 'call' && <CallDialog purposes={purposes} rows={rows} onClose={() => setDialog(null)} />}
    </>
  );
}
