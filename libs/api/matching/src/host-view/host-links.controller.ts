import { LinkLimit } from '@mintforge/consent';
import { Refusal, type Locale } from '@mintforge/domain/kernel';
import { AllowPublic, Clock } from '@mintforge/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostEntryPage, hostListPage } from './host-links.page';
import { HostLinks } from './host-links.service';

type Form = Record<string, unknown>;
const localeOf = (text: unknown): Locale => (text === 'en' ? 'en' : 'de');

/** Pages behind the link of a host, made by the server: without a script, and a wrong link looks like a wrong code. */
@Controller('betrieb')
export class HostLinksController {
  constructor(
    private readonly links: HostLinks,
    private readonly limit: LinkLimit,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @AllowPublic()
  enter(@Query('sprache') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): string {
    return asPage(reply, hostEntryPage(localeOf(language)));
  }

  @Post(':token')
  @HttpCode(200)
  @AllowPublic()
  async open(@Param('token') token: string, @Body() form: Form | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const locale = localeOf(form?.['sprache']);
    const code = typeof form?.['code'] === 'string' ? form['code'].slice(0, 40) : '';
    try {
      const { view, recipient } = await this.limit.guarded(token, request.ip, () => this.links.open(token, code));
      return asPage(reply, hostListPage(view, recipient, this.clock.now(), locale));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const seconds = error.code === 'TOO_MANY_REQUESTS' ? Number(error.params['seconds']) : null;
      void reply.status(seconds === null ? 410 : 429);
      return asPage(reply, hostEntryPage(locale, seconds === null ? 'wrong' : Math.ceil(seconds / 60)));
    }
  }
}

const asPage = (reply: FastifyReply, html: string): string => {
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  return html;
};
