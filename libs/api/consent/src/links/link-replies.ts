import { Refusal } from '@mintforge/domain/kernel';
import type { FastifyReply } from 'fastify';
import type { PageLanguage } from './links.languages';
import { entryPage, type EntryAbout, type EntryProblem } from './links.page';

/** What a browser without scripts sends. */
export type Form = Record<string, unknown>;

/** A field of a form as text of at most so many characters; empty when it is missing. */
export const textOf = (form: Form | undefined, name: string, max: number): string => {
  const value = form?.[name];
  return typeof value === 'string' ? value.slice(0, max) : '';
};

/** A page behind a link: kept nowhere, and its address told to nobody. */
export const asPage = (reply: FastifyReply, html: string): string => {
  void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  return html;
};

/** Back to the first page, in the same words whatever was wrong with the link. Unknown errors go their usual way. */
export function entryAgain(reply: FastifyReply, chosen: PageLanguage | null, error: unknown, about?: EntryAbout): string {
  if (!(error instanceof Refusal)) throw error;
  const problem: EntryProblem = error.code === 'TOO_MANY_REQUESTS' ? { waitSeconds: Number(error.params['seconds']) } : { wrong: true };
  void reply.status('wrong' in problem ? 410 : 429);
  return asPage(reply, entryPage(chosen, problem, about));
}
