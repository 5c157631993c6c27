import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { Allowed, useDownload } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Fact, Facts } from '../../common/Facts';
import { PlainDialog } from '../needs/PlainDialog';
import type { Run } from '../types';

/** Hands out what others need to check a run: its record, its audit sheet, and how to recompute it. */
export function RecordButton({ run }: { run: Run }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (!run.figures) return null;
  return (
    <Allowed to="matching.run">
      <Button variant="outlined" size="large" onClick={() => setOpen(true)}>{translate('app.runs.record.open')}</Button>
      {open && <PlainDialog title={translate('app.runs.record.title', { number: run.number })} onClose={() => setOpen(false)}><RecordText run={run} /></PlainDialog>}
    </Allowed>
  );
}

function RecordText({ run: { id, number, inputHash, settings: { seed, seedSource } } }: { run: Run }) {
  const translate = useTranslate();
  const { download, downloading } = useDownload();
  const file = `lauf-${number}.json`;
  const button = (key: 'json' | 'pdf', path: string, fallbackName: string) => (
    <Button variant="outlined" startIcon={<DownloadOutlined />} disabled={downloading} onClick={() => download({ path, fallbackName })}>{translate(`app.runs.record.${key}`)}</Button>
  );
  return (
    <Stack spacing={1.5}>
      <Typography>{translate('app.runs.record.what')}</Typography>
      <Box component="code" sx={{ p: 1, borderRadius: 1, backgroundColor: 'action.hover', overflowWrap: 'anywhere' }}>npx matching-engine recompute {file}</Box>
      <Typography variant="body2" color="textSecondary">{translate('app.runs.record.same')}</Typography>
      <Facts>
        <Fact label="app.runs.record.seed">{seed}</Fact>
        {seedSource && <Fact label="app.runs.record.source">{seedSource}</Fact>}
        {inputHash && <Fact label="app.runs.record.hash"><Box component="span" sx={{ overflowWrap: 'anywhere' }}>{inputHash}</Box></Fact>}
      </Facts>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
        {button('json', `/runs/${id}/record.json`, file)}
        {button('pdf', `/runs/${id}/audit.pdf`, `pruefblatt-lauf-${number}.pdf`)}
      </Stack>
    </Stack>
  );
}
