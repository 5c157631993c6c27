/** A long piece of work (Auftrag) as the API reports it; progress is 0..100. */
export interface Job {
  id: string;
  kind: string;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  progress: number;
  /** What it is doing right now, a text key or words. */
  step: string | null;
  result: unknown;
  /** Why it failed, in words. */
  error: string | null;
}

export const isOver = (job: Job): boolean => job.state === 'DONE' || job.state === 'FAILED';
