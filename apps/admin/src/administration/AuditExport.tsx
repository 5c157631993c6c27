import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import type { ReadReason } from '@mintforge/domain/oversight';
import { Button, Typography } from '@mui/material';
import { useDownload } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { ReasonSelect } from '../common/ReasonSelect';
import { auditFilter } from './audit-entry';

/** Fetches what the search found as a file, for a reason. */
export function AuditExport() {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const { download, downloading } = useDownload();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<ReadReason | ''>('');
  const word = (key: string) => translate(`app.administration.audit.export.${key}`);
  const fetch = () => download({ path: `/audit/log.csv?${new URLSearchParams({ because: reason, filter: JSON.stringify(auditFilter(filterValues)) })}`, fallbackName: 'audit.csv' }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button size="small" startIcon={<DownloadOutlined />} onClick={() => setOpen(true)}>{word('button')}</Button>
      {open && (
        <ActDialog title={word('title')} act={word('button')} acting={downloading} disabled={!reason} onAct={fetch} onClose={() => setOpen(false)}>
          <Typography variant="body2" sx={{ mb: 1 }}>{word('hint')}</Typography>
          <ReasonSelect value={reason} onChange={setReason} />
        </ActDialog>
      )}
    </>
  );
}
