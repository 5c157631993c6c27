import { remindAt } from '@mintforge/domain/matching';
import { Clock, Jobs, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** Watches the deadlines of offered seats: each is due once, and its schools are reminded before. */
@Injectable()
export class Offers {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Queues what must happen at the deadlines of offers just made, in their own transaction. */
  async watch(tx: Tx, roundId: string, acceptanceDays: number, deadlines: readonly (Date | null)[]): Promise<void> {
    const now = this.clock.now();
    const different = new Map(deadlines.flatMap((deadline) => (deadline ? [[deadline.getTime(), deadline] as const] : [])));
    for (const deadline of different.values()) {
      await this.jobs.enqueue(tx, 'matching.lapse', roundId, deadline);
      const reminder = remindAt(deadline, acceptanceDays, now);
      if (reminder) await this.jobs.enqueue(tx, 'matching.remind', roundId, reminder);
    }
  }
}
