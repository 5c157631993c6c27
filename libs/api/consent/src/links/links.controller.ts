import { answers, purposeCodes, type Answer, type PurposeCode } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { AllowPublic } from '@mintforge/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkLimit } from './link-limit';
import { openingLanguage, readLanguage, type PageLanguage } from './links.languages';
import { answerPage, choiceName, donePage, entryPage, languagesOf, type EntryProblem } from './links.page';
import { ConsentLinks, isComplete, type OpenLink } from './links.service';

type Form = Record<string, unknown>;

const textOf = (form: Form | undefined, name: string, max: number): string => {
  const value = form?.[name];
  return typeof value === 'string' ? value.slice(0, max) : '';
};

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

const asPage = (reply: FastifyReply, html: string): string => {
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  return html;
};

/** Back to the first page, in the same words whatever was wrong with the link. Unknown errors go their usual way. */
function entryAgain(reply: FastifyReply, chosen: PageLanguage | null, error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  const problem: EntryProblem = error.code === 'TOO_MANY_REQUESTS' ? { waitSeconds: Number(error.params['seconds']) } : { wrong: true };
  void reply.status('wrong' in problem ? 410 : 429);
  return asPage(reply, entryPage(chosen, problem));
}
