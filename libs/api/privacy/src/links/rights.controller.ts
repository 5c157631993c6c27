import { asPage, entryAgain, entryPage, LinkLimit, openingLanguage, readLanguage, keyOf, spoken, textOf, type Form, type PageLanguage } from '@mintforge/consent';
import { AllowPublic } from '@mintforge/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkRequests, type RightsView } from './link-requests';
import { rightsPage } from './rights.page';

/** Pages on which the holder of an action link asks for their rights: without a script, and wrong links look alike, as on all pages behind one. */
@Controller('einwilligung/:token/rechte')
export class RightsController {
  constructor(
    private readonly requests: LinkRequests,
    private readonly limit: LinkLimit,
  ) {}

  @Get()
  @AllowPublic()
  enter(@Query('sprache') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): string {
    return asPage(reply, entryPage(readLanguage(language), null, 'rights'));
  }

  @Post()
  @HttpCode(200)
  @AllowPublic()
  open(@Param('token') token: string, @Body() form: Form | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(form, reply, async (chosen) => {
      const ticket = textOf(form, 'beleg', 400);
      const view = await this.limit.guarded(token, request.ip, () => this.requests.open(token, ticket ? { ticket } : { factor: textOf(form, 'angabe', 40) }));
      return rightsPage(languageOf(chosen, view), view, token);
    });
  }

  @Post('anfrage')
  @HttpCode(200)
  @AllowPublic()
  ask(@Param('token') token: string, @Body() form: Form | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(form, reply, async (chosen) => {
      const own = openingLanguage(chosen, null, []);
      const sent = { ticket: textOf(form, 'beleg', 400), right: textOf(form, 'recht', 60), note: textOf(form, 'text', 8000), language: keyOf(own) };
      const view = await this.limit.guarded(token, request.ip, () => this.requests.ask(token, sent));
      return rightsPage(own, view, token, { said: view.said, note: view.said === 'sent' ? '' : sent.note });
    });
  }

  private async page(form: Form | undefined, reply: FastifyReply, work: (chosen: PageLanguage | null) => Promise<string>): Promise<string> {
    const chosen = readLanguage(form?.['sprache']);
    try {
      return asPage(reply, await work(chosen));
    } catch (error) {
      return entryAgain(reply, chosen, error, 'rights');
    }
  }
}

const languageOf = (chosen: PageLanguage | null, { language }: RightsView): PageLanguage => openingLanguage(chosen, language, spoken);
