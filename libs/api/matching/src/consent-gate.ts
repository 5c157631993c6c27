import { ConsentReads } from '@mintforge/consent';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** Whether pupils may be matched: the one question rounds ask of consent. */
@Injectable()
export class ConsentGate {
  constructor(private readonly consent: ConsentReads) {}

  /** GIVEN, or the code of what is wrong, for every pupil asked. */
  ask(tx: Tx, pupilIds: readonly string[]): Promise<Map<string, string>> {
    return this.consent.gate(tx, 'MATCHING', pupilIds);
  }
}
