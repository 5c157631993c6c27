import type { Locale } from '@mintforge/domain/kernel';
import { consoleError, type RefusalBody } from './http';

/** A long piece of work (Auftrag) as the API reports it; progress is 0..100. */
export interface Job {
  id: string;
  kind: string;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  progress: number;
  /** What it is doing right now, named at `kit.job.step`; words pass as they are. */
  step: string | null;
  /** What came of it, JSON of the kind's own shape. */
  result: string | null;
  /** Why it failed, JSON of the refusal. */
  error: string | null;
}

export const isOver = (job: Job): boolean => job.state === 'DONE' || job.state === 'FAILED';

/** Why a job failed, in the user's language; empty when it did not. */
export const failureOf = ({ error }: Job, locale: Locale): string => (error ? consoleError(JSON.parse(error) as RefusalBody, locale).message : '');
