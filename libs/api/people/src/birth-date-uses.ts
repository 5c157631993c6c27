import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** What a feature does when birth dates of pupils were corrected; it runs in the transaction of the correction. */
export type BirthDateUse = (tx: Tx, pupilIds: readonly string[]) => Promise<void>;

/**
 * Who decides by the age of pupils. A feature registers when its module starts; this one never knows the others, and
 * still no decision rests on a wrong age for a moment.
 */
@Injectable()
export class BirthDateUses {
  private readonly uses: BirthDateUse[] = [];

  /** Adds a use; done once, when the feature's module starts. */
  register(use: BirthDateUse): void {
    this.uses.push(use);
  }

  /** Tells all uses of pupils whose birth date has just been stored. */
  async changed(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    if (pupilIds.length > 0) for (const use of this.uses) await use(tx, pupilIds);
  }
}
