import { PeopleRetention, PupilIdentities, PupilRegistrations } from '@mintforge/people';
import { Files, platformSwept, Tasks, type AuditAnchors, type Clock, type RetentionSweeps } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Eraser } from '../erasure/eraser';
import { ErasureLedger } from '../erasure/erasure-ledger';
import { Erasures } from '../erasure/erasures.service';
import { Holds } from './holds.service';
import { PrivacyRetention } from './privacy.sweeps';
import { RetentionRound } from './retention-round';
import { RetentionReads } from './retention.reads';
import { RetentionRules } from './retention-rules';
import { VaultReads } from '../vault/vault.reads';
import { Vault } from '../vault/vault.service';

/** Retention by hand, as its module would wire it; `register` names the sweeps and registrations of other features. */
export function retentionOf(
  { db, jobs, crypto }: Pick<TestDatabase, 'db' | 'jobs' | 'crypto'>,
  clock: Clock,
  { anchors, register }: { anchors: AuditAnchors; register: (sweeps: RetentionSweeps, registrations: PupilRegistrations) => void },
) {
  const [sweeps, registrations, tasks] = [platformSwept(anchors), new PupilRegistrations(), new Tasks()];
  register(sweeps, registrations);
  new PeopleRetention(sweeps, registrations, new PupilIdentities(crypto)).onModuleInit();
  const ledger = new ErasureLedger({ MINTFORGE_LEDGER_DIR: mkdtempSync(join(tmpdir(), 'ledger-')) });
  const erasures = new Erasures(db, new Eraser(ledger, new Files(db, crypto), crypto, jobs, clock), clock);
  new PrivacyRetention(sweeps, registrations, erasures, db, anchors).onModuleInit();
  const round = new RetentionRound(db, sweeps, tasks, jobs);
  round.onModuleInit();
  return { sweeps, erasures, round, reads: new RetentionReads(db, sweeps, clock), rules: new RetentionRules(db, tasks, clock), holds: new Holds(db, tasks, clock) };
}

/** The vault by hand, as its module would wire it. */
export function vaultOf({ db, jobs, crypto }: Pick<TestDatabase, 'db' | 'jobs' | 'crypto'>, clock: Clock) {
  const vault = new Vault(db, new Files(db, crypto), new Tasks(), jobs, clock);
  vault.onModuleInit();
  return { vault, reads: new VaultReads(db, clock), rules: new RetentionRules(db, new Tasks(), clock) };
}
