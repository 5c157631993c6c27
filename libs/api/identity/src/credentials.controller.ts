import { AllowPublic, AllowSignedIn } from '@mintforge/platform';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChangePasswordInput, ConfirmCodeInput, ForgotPasswordInput, ResetPasswordInput, StartCodeInput } from './auth.inputs';
import { PasswordService } from './passwords.service';
import { SecondFactor } from './second-factor.service';

/** Passwords and the second factor over REST. */
@Controller('auth')
export class CredentialsController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly secondFactor: SecondFactor,
  ) {}

  @Post('password/forgot')
  @HttpCode(204)
  @AllowPublic()
  forgotPassword(@Body() { email }: ForgotPasswordInput, @Req() request: FastifyRequest): Promise<void> {
    return this.passwords.forgot(email, request.ip);
  }

  @Post('password/reset')
  @HttpCode(204)
  @AllowPublic()
  resetPassword(@Body() { token, password }: ResetPasswordInput): Promise<void> {
    return this.passwords.reset(token, password);
  }

  @Post('password/change')
  @HttpCode(204)
  @AllowSignedIn()
  changePassword(@Body() { current, next }: ChangePasswordInput, @Req() request: FastifyRequest): Promise<void> {
    return this.passwords.change(current, next, request.ip);
  }

  @Post('totp/start')
  @HttpCode(200)
  @AllowSignedIn()
  startSecondFactor(@Body() { code }: StartCodeInput): Promise<{ secret: string; uri: string }> {
    return this.secondFactor.start(code);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @AllowSignedIn()
  confirmSecondFactor(@Body() { code }: ConfirmCodeInput): Promise<{ recoveryCodes: string[] }> {
    return this.secondFactor.confirm(code);
  }
}
