import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller';
import { JwtStrategy } from './jwt.strategy';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';

/** Users, roles per region, sessions. */
@Module({
  controllers: [AuthController],
  providers: [JwtStrategy, Sessions, SignIn],
})
export class IdentityModule {}
