import { answers, purposeCodes, type Answer, type PurposeCode } from '@mintforge/domain/consent';
import { AllowPublic } from '@mintforge/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkLimit } from './link-limit';
import { asPage, entryAgain, textOf, type Form } from './link-replies';
import { openingLanguage, readLanguage, type PageLanguage } from './links.languages';
import { answerPage, choiceName, donePage, entryPage, languagesOf } from './links.page';
import { ConsentLinks, isComplete, type OpenLink } from './links.service';

/**
 * Pages behind an action link, made by the server: they work without a script, looking at one changes nothing, and a
 * link that is forged, expired, used or another's looks like any other whose second factor is wrong.
 */
@Controller('einwilligung')
export class ConsentLinksController {
  constructor(
    private readonly links: ConsentLinks,
    private readonly limit: LinkLimit,
  ) {}

  @Get(':token')
  @AllowPublic()
  enter(@Query('sprache') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): string {
    return asPage(reply, entryPage(readLanguage(language)));
  }

  @Post(':token')
  @HttpCode(200)
  @AllowPublic()
  async open(@Param('token') token: string, @Body() form: Form | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const chosen = readLanguage(form?.['sprache']);
    try {
      const ticket = textOf(form, 'beleg', 400);
      const link = await this.limit.guarded(token, request.ip, () => this.links.open(token, ticket ? { ticket } : { factor: textOf(form, 'angabe', 40) }));
      return asPage(reply, answerPage(languageOf(chosen, link), link, token));
    } catch (error) {
      return entryAgain(reply, chosen, error);
    }
  }

  @Post(':token/antwort')
  @HttpCode(200)
  @AllowPublic()
  async answer(@Param('token') token: string, @Body() form: Form | undefined, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const chosen = readLanguage(form?.['sprache']);
    const own = openingLanguage(chosen, null, []);
    const given = { ticket: textOf(form, 'beleg', 400), name: textOf(form, 'name', 120), ...own, choices: choicesOf(form ?? {}) };
    try {
      if (!isComplete(given)) return asPage(reply, answerPage(own, await this.limit.guarded(token, request.ip, () => this.links.open(token, given)), token, 'incomplete'));
      const taken = await this.limit.guarded(token, request.ip, () => this.links.answer(token, given));
      return asPage(reply, 'anew' in taken ? answerPage(own, taken.anew, token, 'changed') : donePage(own, taken.manage));
    } catch (error) {
      return entryAgain(reply, chosen, error);
    }
  }
}

function choicesOf(form: Form): Map<PurposeCode, Answer> {
  return new Map(purposeCodes.flatMap((code): [PurposeCode, Answer][] => {
    const choice = answers.find((answer) => answer === form[choiceName(code)]);
    return choice ? [[code, choice]] : [];
  }));
}

const languageOf = (chosen: PageLanguage | null, link: OpenLink): PageLanguage => openingLanguage(chosen, link.language, [...languagesOf(link).values()]);
