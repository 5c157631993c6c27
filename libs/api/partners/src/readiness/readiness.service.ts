import { Refusal, type Day } from '@mintforge/domain/kernel';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { requireOrganisation } from '../organisations/organisations.service';
import { HostReadiness } from './readiness.entities';
import type { ReadinessInput, ReadinessPatch } from './readiness.inputs';

function checkDays({ seenOn, validUntil = null }: { seenOn: Day; validUntil?: Day | null }): void {
  if (validUntil !== null && validUntil < seenOn) throw new Refusal('INVALID_INPUT', {}, { validUntil: 'beforeSeen' });
}

/** Writing the proofs of hosts. */
@Injectable()
export class ReadinessService {
  constructor(private readonly db: Db) {}

  /** Notes a proof. Refuses NOT_FOUND without the organisation, INVALID_INPUT when it ran out before it was seen. */
  async create(input: ReadinessInput, key?: string | null): Promise<string> {
    checkDays(input);
    return this.db.write(
      async (tx) => {
        await requireOrganisation(tx, input.organisationId);
        return (await tx.insert(HostReadiness, input))[0]!;
      },
      { once: { key, input } },
    );
  }

  update(id: string, version: number, patch: ReadinessPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const { seenOn, validUntil } = await tx.lock(HostReadiness, id, version);
      checkDays({ seenOn: patch.seenOn ?? seenOn, validUntil: patch.validUntil === undefined ? validUntil : patch.validUntil });
      await tx.update(HostReadiness, id, patch);
    });
  }

  delete(id: string): Promise<void> {
    return this.db.write((tx) => tx.delete(HostReadiness, id));
  }
}
