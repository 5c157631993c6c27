import { Refusal, type Role } from '@mintforge/domain/kernel';
import { currentActor, Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { accountByEmail, accountById, emailKey, membershipsOf, profileOf, type Profile } from './accounts.reads';
import { Guesses } from './guesses.service';
import { verifyPassword } from './passwords';
import { asPerson, idsOf } from './person';
import { SecondFactor } from './second-factor.service';
import { accessSeconds, Sessions, type Device, type RefreshToken } from './sessions.service';

/** What the console gets after sign-in, refresh and switch. `enrolmentRequired`: nothing works before a second factor is set up. */
export interface SignedIn extends Omit<Profile, 'secondFactor'> {
  accessToken: string;
  expiresInSeconds: number;
  enrolmentRequired: boolean;
  secondFactor: boolean;
}

export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/** What somebody who is signed in proves anew who they are by. */
export type Proof = Pick<Partial<Credentials>, 'password' | 'code'>;

/** Signing in, staying signed in, switching the active region and role, signing out. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly guesses: Guesses,
  ) {}

  /**
   * Checks the credentials and opens a session. Refuses SIGN_IN_FAILED alike for unknown, disabled and wrong,
   * TOO_MANY_REQUESTS, SECOND_FACTOR_REQUIRED or SECOND_FACTOR_WRONG.
   */
  async signIn({ email, password, code }: Credentials, device: Device): Promise<{ body: SignedIn; token: RefreshToken }> {
    const guess = await this.guesses.begin(emailKey(email), device.address);
    const account = await this.db.system('sign-in attempt', null, (tx) => accountByEmail(tx, email));
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !right || account.disabled) throw new Refusal('SIGN_IN_FAILED');
    if (account.enrolled && !code) {
      await guess.undone();
      throw new Refusal('SECOND_FACTOR_REQUIRED');
    }
    if (account.enrolled && (await this.secondFactor.use(account.id, code ?? '')) !== 'RIGHT') throw new Refusal('SECOND_FACTOR_WRONG');
    await guess.succeeded();
    const token = await this.db.system('sign-in', null, async (tx) => {
      const [first] = await membershipsOf(tx, account.id);
      if (!first) throw new Refusal('SIGN_IN_FAILED');
      await tx.query('update app_user set last_sign_in_at = now() where id = $1', [account.id]);
      return this.sessions.open(tx, account.id, first, device);
    });
    return { body: await this.signedIn(token), token };
  }

  /**
   * Proves anew who acts: by a code of the second factor, or by the password of an account that has none. Grave acts are
   * open to this session for ten minutes. Refuses SECOND_FACTOR_REQUIRED, PASSWORD_WRONG, TOO_MANY_REQUESTS (tries count
   * together with those of the sign-in), or as `SecondFactor.prove`.
   */
  async confirm({ password, code }: Proof, address: string): Promise<void> {
    const { userId, sessionId } = idsOf(currentActor());
    const account = await this.db.read((tx) => accountById(tx, userId));
    if (account.enrolled && !code) throw new Refusal('SECOND_FACTOR_REQUIRED');
    const guess = await this.guesses.begin(emailKey(account.email), address);
    if (account.enrolled) await this.secondFactor.prove(userId, code ?? '');
    else if (!(await verifyPassword(account.passwordHash, password ?? ''))) throw new Refusal('PASSWORD_WRONG');
    await guess.succeeded();
    await this.sessions.proven({ userId, sessionId });
  }

  /** A new access token for a refresh token, with the next refresh token when it rotated. Refuses UNAUTHENTICATED. */
  async refresh(token: RefreshToken): Promise<{ body: SignedIn; token: RefreshToken | 'UNCHANGED' }> {
    const next = await this.sessions.rotate(token);
    await this.sessions.endLooking(token);
    return { body: await this.signedIn(token), token: next };
  }

  /** Works on in another of the user's regions or roles. Refuses NOT_FOUND without that membership. */
  async switchTo(to: { regionId: string; role: Role }): Promise<SignedIn> {
    const actor = currentActor();
    await this.sessions.switchTo(actor, to);
    return this.signedIn(idsOf(actor));
  }

  /** Looks at a synthetic region as another role would. Refuses as `Sessions.viewAs`. */
  async viewAs(to: { regionId: string; role: Role }): Promise<SignedIn> {
    const actor = currentActor();
    await this.sessions.viewAs(actor, to);
    return this.signedIn(idsOf(actor));
  }

  /** Looks at the people of the region by an allowed break-glass. Refuses as `Sessions.openGlass`. */
  async openGlass(grantId: string): Promise<SignedIn> {
    const actor = currentActor();
    await this.sessions.openGlass(actor, grantId);
    return this.signedIn(idsOf(actor));
  }

  private async signedIn({ userId, sessionId }: Pick<RefreshToken, 'userId' | 'sessionId'>): Promise<SignedIn> {
    await this.sessions.actorOf(userId, sessionId);
    const profile = await asPerson(userId, () => this.db.read((tx) => profileOf(tx, userId, sessionId)));
    if (!profile) throw new Refusal('UNAUTHENTICATED');
    const enrolmentRequired = this.sessions.mustEnrol({ enrolled: profile.secondFactor });
    return { ...profile, permissions: enrolmentRequired ? [] : profile.permissions, accessToken: this.sessions.accessToken({ userId, sessionId }), expiresInSeconds: accessSeconds, enrolmentRequired };
  }
}
