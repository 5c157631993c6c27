import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller';
import { CredentialsController } from './credentials.controller';
import { Guesses } from './guesses.service';
import { identitySweeps } from './identity.sweeps';
import { JwtStrategy } from './jwt.strategy';
import { PasswordService } from './passwords.service';
import { RegionService } from './regions.service';
import { RegionsResolver } from './regions.resolver';
import { SecondFactor } from './second-factor.service';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { UserReads } from './users.reads';
import { UsersResolver } from './users.resolver';
import { UserService } from './users.service';
import './identity.data-map';

/** Users, roles per region, sessions. */
@Module({
  controllers: [AuthController, CredentialsController],
  providers: [JwtStrategy, Sessions, SignIn, Guesses, SecondFactor, PasswordService, UserReads, UserService, UsersResolver, RegionService, RegionsResolver],
})
export class IdentityModule {
  constructor(sweeps: RetentionSweeps) {
    sweeps.register(...identitySweeps);
  }
}
