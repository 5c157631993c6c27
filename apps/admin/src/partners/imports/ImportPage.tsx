import { Alert, Box, Button, Typography } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import { failureOf, isOver, JobProgress, ListSkeleton, useJob } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Show, useLocale, useShowContext, useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import { ImportColumns } from './ImportColumns';
import { ImportFrame } from './ImportFrame';
import { ImportPreview } from './ImportPreview';
import { ImportResult } from './ImportResult';
import type { Import } from '../types';

/** One import where it stands: its columns, its preview, or what came of it; a job under way shows how far it is. */
export const ImportPage = () => (
  <Show component="div" actions={false}>
    <Stand />
  </Show>
);

function Stand() {
  const { record, refetch } = useShowContext<Import>();
  // Which job's outcome is in the record already; any other one is still to be waited for.
  const [takenIn, setTakenIn] = useState<string>();
  if (!record) return <ListSkeleton />;
  if (record.jobId && record.jobId !== takenIn) {
    const jobId = record.jobId;
    return <Waiting found={record} jobId={jobId} onOver={() => void refetch().then(() => setTakenIn(jobId))} />;
  }
  return <Steps found={record} />;
}

function Waiting({ found, jobId, onOver }: { found: Import; jobId: string; onOver: () => void }) {
  const translate = useTranslate();
  const { data: job } = useJob(jobId);
  const kind = job?.kind === 'imports.commit' ? 'commit' : 'preview';
  // A job that was over long ago is only looked up, not shown.
  return (
    <Box hidden={!job || isOver(job)}>
      <ImportFrame step={kind === 'commit' ? 'done' : 'preview'}>
        <FileLine found={found} />
        <JobProgress jobId={jobId} title={translate(`app.imports.job.${kind}`)} onOver={onOver} />
      </ImportFrame>
    </Box>
  );
}

function Steps({ found }: { found: Import }) {
  const [atColumns, setAtColumns] = useState(false);
  const { state } = found;
  if (state === 'COMMITTED' || state === 'UNDONE') {
    return (
      <ImportFrame step="done" over>
        <FileLine found={found} />
        <ImportResult found={found} />
      </ImportFrame>
    );
  }
  const preview = state === 'PREVIEWED' && !atColumns;
  return (
    <ImportFrame step={preview ? 'preview' : 'columns'}>
      <FileLine found={found} />
      {found.jobId && <Failure found={found} jobId={found.jobId} />}
      {preview ? <ImportPreview found={found} onColumns={() => setAtColumns(true)} /> : <ImportColumns found={found} onPreview={() => setAtColumns(false)} />}
    </ImportFrame>
  );
}

/** Why the last job did not do what it should, and the way to try again. */
function Failure({ found: { id, version, state }, jobId }: { found: Import; jobId: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { data: job } = useJob(jobId);
  const preview = useAct((verbs) => verbs.previewImport(id, version));
  const words = job && failureOf(job, locale as Locale);
  if (!words) return null;
  const again = state === 'PREVIEWED' && <Button color="inherit" size="small" loading={preview.isPending} onClick={() => preview.mutate()}>{translate('app.imports.preview.again')}</Button>;
  return <Alert severity="error" sx={{ mb: 2 }} action={again}>{preview.error?.message ?? words}</Alert>;
}

function FileLine({ found: { fileName, rowCount, kind } }: { found: Import }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Typography color="textSecondary" sx={{ mb: 1.5 }}>
      {translate(`app.imports.kind.${kind}`)}: {translate('app.imports.file', { name: fileName, smart_count: rowCount, count: rowCount.toLocaleString(locale) })}
    </Typography>
  );
}
