import { Refusal } from '@mintforge/domain/kernel';
import { Allow, AllowPublic, AllowSignedIn, CONFIG, currentActor, type Config } from '@mintforge/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConfirmInput, GlassInput, SignInInput, SwitchInput } from './auth.inputs';
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './cookie';
import { idsOf } from './person';
import { Sessions, type SessionView } from './sessions.service';
import { SignIn, type SignedIn } from './sign-in.service';

/** Signing in and out over REST: the access token travels in the body, the refresh token in a cookie no script can read. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signing: SignIn,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @AllowPublic()
  async signIn(@Body() input: SignInInput, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedIn> {
    const { body, token } = await this.signing.signIn(input, { address: request.ip, userAgent: request.headers['user-agent'] });
    setRefreshCookie(reply, this.config, token);
    return body;
  }

  @Post('refresh')
  @HttpCode(200)
  @AllowPublic()
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedIn> {
    const token = readRefreshCookie(request, this.config);
    if (request.headers['x-mintforge'] !== 'console' || !token) throw new Refusal('UNAUTHENTICATED');
    const refreshed = await this.signing.refresh(token);
    if (refreshed.token !== 'UNCHANGED') setRefreshCookie(reply, this.config, refreshed.token);
    return refreshed.body;
  }

  @Post('switch')
  @HttpCode(200)
  @AllowSignedIn()
  switch(@Body() input: SwitchInput): Promise<SignedIn> {
    return this.signing.switchTo(input);
  }

  @Post('view-as')
  @HttpCode(200)
  @AllowSignedIn()
  viewAs(@Body() input: SwitchInput): Promise<SignedIn> {
    return this.signing.viewAs(input);
  }

  @Post('confirm')
  @HttpCode(204)
  @AllowSignedIn()
  confirmIdentity(@Body() proof: ConfirmInput, @Req() request: FastifyRequest): Promise<void> {
    return this.signing.confirm(proof, request.ip);
  }

  @Post('break-glass')
  @HttpCode(200)
  @Allow('glass.ask')
  openGlass(@Body() { id }: GlassInput): Promise<SignedIn> {
    return this.signing.openGlass(id);
  }

  @Post('sign-out')
  @HttpCode(204)
  @AllowPublic()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = readRefreshCookie(request, this.config);
    clearRefreshCookie(reply, this.config);
    if (token) await this.sessions.end(token.userId, { only: token.sessionId }, 'SIGNED_OUT');
  }

  @Get('sessions')
  @AllowSignedIn()
  list(): Promise<SessionView[]> {
    return this.sessions.list();
  }

  @Delete('sessions')
  @HttpCode(204)
  @AllowSignedIn()
  endOtherSessions(): Promise<void> {
    const { userId, sessionId } = idsOf(currentActor());
    return this.sessions.end(userId, { except: sessionId }, 'SIGNED_OUT');
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @AllowSignedIn()
  end(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.end(idsOf(currentActor()).userId, { only: id }, 'SIGNED_OUT');
  }
}
