import { isUuid, Refusal } from '@mintforge/domain/kernel';
import { CONFIG, type Actor, type Config } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Sessions, tokenRules } from './sessions.service';

/** Accepts our own access tokens only, and only while the session and the account they name are alive. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: Sessions,
  ) {
    // A key made once: of plain bytes every request would first try to read a public key, and fail. The types know of bytes only.
    const key = createSecretKey(config.MINTFORGE_JWT_SECRET, 'base64');
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: key as unknown as Buffer,
      algorithms: [tokenRules.algorithm],
      issuer: tokenRules.issuer,
      audience: tokenRules.audience,
    });
  }

  /** Passport calls it with the verified payload. */
  validate({ sub, sid }: { sub?: unknown; sid?: unknown }): Promise<Actor> {
    if (typeof sub !== 'string' || typeof sid !== 'string' || !isUuid(sub) || !isUuid(sid)) throw new Refusal('UNAUTHENTICATED');
    return this.sessions.actorOf(sub, sid);
  }
}
