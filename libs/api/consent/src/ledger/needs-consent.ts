import { PupilIdentities } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ConsentImpact } from './consents.types';
import { ConsentUses, type ConsentUse } from './consent-uses';

/** What ends with the consent to hold needs: the field is emptied in the same transaction. */
@Injectable()
export class NeedsConsent implements OnModuleInit, ConsentUse {
  readonly purpose = 'NEEDS_PROCESS';

  constructor(
    private readonly uses: ConsentUses,
    private readonly identities: PupilIdentities,
  ) {}

  onModuleInit(): void {
    this.uses.register(this);
  }

  impact(tx: Tx, pupilIds: readonly string[]): Promise<ConsentImpact[]> {
    return tx.query<ConsentImpact>(`select 'needs' as what, id, id as "pupilId", pseudonym as title, null as "startsAt" from pupil where region_id = $1 and id = any($2) and provisions is not null order by id`, [tx.regionId, pupilIds]);
  }

  async end(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    await this.identities.forgetNeeds(tx, pupilIds);
  }
}
