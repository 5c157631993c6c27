import type { Locale } from '@mintforge/domain/kernel';
import { Box, LinearProgress, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useDataProvider, useLocale, useTranslate } from 'react-admin';
import type { KitProvider } from './data-provider';
import { DesignedError } from './DesignedError';
import { failureOf, isOver, type Job } from './job';
import { StateChip, type Tone } from './StateChip';

const pollMilliseconds = 700;
const tones: Record<Job['state'], Tone> = { QUEUED: 'neutral', RUNNING: 'info', DONE: 'success', FAILED: 'error' };

/** Follows a job until it is over. */
export function useJob(id: string) {
  const provider = useDataProvider<KitProvider>();
  return useQuery({
    queryKey: ['job', id],
    queryFn: () => provider.job(id),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : pollMilliseconds),
  });
}

export interface JobProgressProps {
  jobId: string;
  /** What runs, as a heading. */
  title: string;
  /** Called once when the job is over, done or failed. */
  onOver?: (job: Job) => void;
}

/** Shows how far a long piece of work is. Leaving the page does not stop it. */
export function JobProgress({ jobId, title, onOver }: JobProgressProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const { data: job, error, refetch } = useJob(jobId);
  const tellOver = useEffectEvent((over: Job) => onOver?.(over));
  const over = job && isOver(job) ? job : undefined;
  useEffect(() => {
    if (over) tellOver(over);
  }, [over]);

  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  const state = job?.state ?? 'QUEUED';
  const step = job?.step ? translate(`kit.job.step.${job.step}`, { _: job.step }) : '';
  const words = job?.error ? failureOf(job, locale as Locale) : step;
  return (
    <Box sx={{ py: 1 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component="p" sx={{ flex: 1 }}>{title}</Typography>
        <StateChip label={translate(`kit.job.${state.toLowerCase()}`)} tone={tones[state]} />
      </Stack>
      <LinearProgress
        variant={state === 'QUEUED' ? 'indeterminate' : 'determinate'}
        value={state === 'DONE' ? 100 : (job?.progress ?? 0)}
        color={state === 'FAILED' ? 'error' : 'primary'}
        aria-label={translate('kit.job.progress')}
      />
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mt: 0.75, minHeight: '1.5em' }}>
        {words}
      </Typography>
    </Box>
  );
}
