import { Refusal } from '@mintforge/domain/kernel';
import { currentActor, Db, FieldCrypto, hashOfToken, requireFreshFactor, SecurityEvents, type Place, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { accountById } from './accounts.reads';
import { idsOf } from './person';
import { newRecoveryCodes, newSeed, seedUri, stepOf, tidyRecoveryCode } from './second-factor';
import { Sessions } from './sessions.service';

interface FactorRow {
  secret: Buffer | null;
  pending: Buffer | null;
  lastStep: number | null;
  recoveryHashes: string[];
}

const placeOf = (column: 'totp_secret' | 'totp_pending', id: string): Place => ({ table: 'app_user', column, id });
const recoveryHash = (code: string): string => hashOfToken(tidyRecoveryCode(code)).toString('hex');

/** The second factor: codes of an authenticator app, each step once, and recovery codes, each once. Seeds are stored encrypted. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
    private readonly sessions: Sessions,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * A new seed for the acting user, waiting for its first code. Whoever has a second factor already proves it by `code`
   * and is refused SECOND_FACTOR_REQUIRED or as by `prove`; others FRESH_FACTOR_REQUIRED, as who enrols a factor of their
   * own at a screen left open would have an account.
   */
  async start(code?: string): Promise<{ secret: string; uri: string }> {
    const { userId } = idsOf(currentActor());
    const account = await this.db.read((tx) => accountById(tx, userId));
    if (account.enrolled && !code) throw new Refusal('SECOND_FACTOR_REQUIRED');
    await (account.enrolled ? this.prove(userId, code ?? '') : requireFreshFactor(this.db));
    const secret = newSeed();
    await this.db.write(async (tx) => {
      await tx.query('update app_user set totp_pending = $2 where id = $1', [userId, this.crypto.sealSecret(placeOf('totp_pending', userId), secret)]);
      tx.note('app_user', 'update', [userId]);
    });
    return { secret, uri: seedUri(secret, account.email) };
  }

  /** Takes the waiting seed into use, proven by its first code, and gives new recovery codes. Refuses SECOND_FACTOR_WRONG. */
  async confirm(code: string, now = Date.now()): Promise<{ recoveryCodes: string[] }> {
    const { userId } = idsOf(currentActor());
    const recoveryCodes = newRecoveryCodes();
    await this.db.write(async (tx) => {
      const { pending } = await factorOf(tx, userId);
      const seed = pending && this.crypto.openSecret(placeOf('totp_pending', userId), pending);
      const step = seed ? stepOf(seed, code, now) : null;
      if (!seed || step === null) throw new Refusal('SECOND_FACTOR_WRONG');
      await tx.query('update app_user set totp_secret = $2, totp_pending = null, totp_last_step = $3, recovery_hashes = $4 where id = $1', [
        userId, this.crypto.sealSecret(placeOf('totp_secret', userId), seed), step, recoveryCodes.map(recoveryHash),
      ]);
      tx.note('app_user', 'update', [userId]);
      await this.events.note(tx, 'SECOND_FACTOR_CHANGED');
    });
    this.sessions.forget(userId);
    return { recoveryCodes };
  }

  /** Takes a code as proof. Refuses SECOND_FACTOR_USED (an app shows the same one for 30 seconds) or SECOND_FACTOR_WRONG. */
  async prove(userId: string, code: string): Promise<void> {
    const outcome = await this.use(userId, code);
    if (outcome !== 'RIGHT') throw new Refusal(outcome === 'USED' ? 'SECOND_FACTOR_USED' : 'SECOND_FACTOR_WRONG');
  }

  /** Whether the code is right and unused; it is used up by this call. */
  use(userId: string, code: string, now = Date.now()): Promise<'RIGHT' | 'USED' | 'WRONG'> {
    return this.db.system('second factor', null, async (tx) => {
      const { secret, lastStep, recoveryHashes } = await factorOf(tx, userId);
      if (!secret) return 'WRONG';
      const step = stepOf(this.crypto.openSecret(placeOf('totp_secret', userId), secret), code, now);
      if (step !== null && step > (lastStep ?? 0)) {
        await tx.query('update app_user set totp_last_step = $2 where id = $1', [userId, step]);
        return 'RIGHT';
      }
      if (recoveryHashes.includes(recoveryHash(code))) {
        await tx.query('update app_user set recovery_hashes = array_remove(recovery_hashes, $2) where id = $1', [userId, recoveryHash(code)]);
        tx.note('app_user', 'update', [userId]);
        return 'RIGHT';
      }
      await this.events.note(tx, 'SECOND_FACTOR_FAILED', { actorId: userId });
      return step === null ? 'WRONG' : 'USED';
    });
  }
}

const factorOf = (tx: Tx, userId: string): Promise<FactorRow> =>
  tx.one<FactorRow>('select totp_secret as secret, totp_pending as pending, totp_last_step as "lastStep", recovery_hashes as "recoveryHashes" from app_user where id = $1 for update', [userId]);
