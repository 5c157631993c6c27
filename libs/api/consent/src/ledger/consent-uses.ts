import type { PurposeCode } from '@mintforge/domain/consent';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import type { ConsentImpact } from './consents.types';

/** How a feature uses data under a consent: what it would have to undo, and the undoing. */
export interface ConsentUse {
  purpose: PurposeCode;
  /** What ends when these pupils' consent ends; nothing is changed. */
  impact(tx: Tx, pupilIds: readonly string[]): Promise<ConsentImpact[]>;
  /** Ends it, in the transaction of the decision: both happen or neither. Must be harmless when run twice. */
  end(tx: Tx, pupilIds: readonly string[]): Promise<void>;
  /** Consent is given (again): settles what `end` left to the office. Must be harmless when nothing had ended. */
  resume?(tx: Tx, pupilIds: readonly string[]): Promise<void>;
}

/**
 * Who uses a consent. A feature registers its use when its module starts; this one never knows the others, and still a
 * withdrawal takes effect everywhere in its own transaction (CON-6).
 */
@Injectable()
export class ConsentUses {
  private readonly uses: ConsentUse[] = [];

  /** Adds a use; done once, when the feature's module starts. */
  register(use: ConsentUse): void {
    this.uses.push(use);
  }

  /** What ends for these pupils if their consent to a purpose does. */
  async impact(tx: Tx, purpose: PurposeCode, pupilIds: readonly string[]): Promise<ConsentImpact[]> {
    const impacts: ConsentImpact[] = [];
    for (const use of this.of(purpose)) impacts.push(...(await use.impact(tx, pupilIds)));
    return impacts;
  }

  /** Ends all uses of a purpose for these pupils, whoever decided it: those under way are waited for and end as well, later ones find the gate shut. */
  async end(tx: Tx, purpose: PurposeCode, pupilIds: readonly string[]): Promise<void> {
    await lockPurpose(tx, purpose);
    for (const use of this.of(purpose)) await use.end(tx, pupilIds);
  }

  /** Lets all uses of a purpose go on for these pupils. */
  async resume(tx: Tx, purpose: PurposeCode, pupilIds: readonly string[]): Promise<void> {
    for (const use of this.of(purpose)) await use.resume?.(tx, pupilIds);
  }

  private of(purpose: PurposeCode): ConsentUse[] {
    return this.uses.filter((use) => use.purpose === purpose);
  }
}
