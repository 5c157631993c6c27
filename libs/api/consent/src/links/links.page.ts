import type { PurposeCode } from '@mintforge/domain/consent';
import { escaped, publicPage, say } from '@mintforge/platform';
import { keyOf, langAttributes, nameOf, spoken, wordingFor, wordsFor, type PageLanguage } from './links.languages';
import type { OpenLink, Question } from './links.service';
import type { PageTexts } from './links.texts';

/** A page behind a link, with the languages it is offered in. */
export function linkPage(own: PageLanguage, offered: readonly PageLanguage[], title: string, body: string): string {
  const links = offered.map((one) => (keyOf(one) === keyOf(own) ? `<strong ${langAttributes(one.language)}>${escaped(nameOf(one))}</strong>` : `<a href="?sprache=${keyOf(one)}" ${langAttributes(one.language)}>${escaped(nameOf(one))}</a>`));
  const nav = links.length > 0 ? `<nav aria-label="${escaped(wordsFor(own).languages)}">${links.join(' ')}</nav>` : '';
  return publicPage({ lang: langAttributes(wordsFor(own).lang), title, nav, body });
}

/** What goes wrong on the way in: a link or factor that is not right, or too many tries. */
export type EntryProblem = { wrong: true } | { waitSeconds: number } | null;

/** What lies behind the first page: consents, or the other rights of the person. */
export type EntryAbout = 'title' | 'rights';

/** The first page of any link, real or not: it asks for the second factor, in the language chosen or German. */
export function entryPage(chosen: PageLanguage | null, problem: EntryProblem = null, about: EntryAbout = 'title'): string {
  const own = chosen ?? spoken[0]!;
  const words = wordsFor(own);
  const said = problem === null ? null : 'wrong' in problem ? words.wrong : words.wait(Math.ceil(problem.waitSeconds / 60));
  const offered = spoken.some((one) => keyOf(one) === keyOf(own)) ? spoken : [...spoken, own];
  const kept = chosen ? `<input type="hidden" name="sprache" value="${keyOf(chosen)}">` : '';
  return linkPage(own, offered, words[about], `${say(said)}<p>${escaped(words.hello)}</p><form method="post" autocomplete="off">${kept}
<p><label for="angabe">${escaped(words.factor)}</label><input type="text" id="angabe" name="angabe" required maxlength="40" aria-describedby="hilfe"><span id="hilfe">${escaped(words.factorHelp)}</span></p>
<button type="submit">${escaped(words.open)}</button></form>`);
}

/** The name of the radio buttons of a purpose. */
export const choiceName = (code: PurposeCode): string => `zweck_${code}`;

/** What a withdrawal would end at once, told before it is sent. */
function endings(words: PageTexts, ends: Question['ends']): string {
  if (ends.length === 0) return `<p>${escaped(words.endsNothing)}</p>`;
  const day = new Intl.DateTimeFormat(words.lang, { timeZone: 'Europe/Berlin', dateStyle: 'medium' });
  const items = ends.map(({ what, title, startsAt }) => `<li>${escaped(startsAt ? `${words.ends[what]}: ${title}, ${day.format(startsAt)}` : words.ends[what])}</li>`);
  return `<p>${escaped(words.endsIntro)}</p><ul>${items.join('')}</ul>`;
}

function question(own: PageLanguage, { kind }: OpenLink, { code, wordings, last, ends }: Question): string {
  const words = wordsFor(own);
  const wording = wordingFor(wordings, own);
  const radio = (value: string, label: string) => `<label><input type="radio" name="${choiceName(code)}" value="${value}">${escaped(label)}</label>`;
  const given = last === 'GIVEN';
  const choices = kind === 'ASK' ? radio('GIVEN', words.yes) + radio('REFUSED', words.no) : given ? radio('WITHDRAWN', words.withdraw) : radio('GIVEN', words.yes);
  const state = kind === 'ASK' ? '' : `<p>${escaped(given ? words.given : words.notGiven)}</p>${given ? endings(words, ends) : ''}`;
  return `<fieldset><legend ${langAttributes(wording.language)}>${escaped(wording.title)}</legend><div class="text" ${langAttributes(wording.language)}>${escaped(wording.body)}</div>${state}${choices}</fieldset>`;
}

/** Where the holder of a link asks for what else is their right: a page of the feature that keeps the register of requests. */
export const rightsPath = (token: string): string => `/einwilligung/${escaped(token)}/rechte`;

/** Every language that a text of the link has, by its key. */
export const languagesOf = ({ questions }: OpenLink): Map<string, PageLanguage> => new Map(questions.flatMap(({ wordings }) => wordings.map(({ language, plain }): [string, PageLanguage] => [keyOf({ language, plain }), { language, plain }])));

/** The page that asks, or on which answers are taken back; nothing is chosen beforehand. It says why it comes again. */
export function answerPage(own: PageLanguage, link: OpenLink, token: string, again: 'incomplete' | 'changed' | null = null): string {
  const words = wordsFor(own);
  const ticket = `<input type="hidden" name="beleg" value="${escaped(link.ticket)}">`;
  const languages = [...languagesOf(link)].map(([key, one]) => (key === keyOf(own) ? `<strong ${langAttributes(one.language)}>${escaped(nameOf(one))}</strong>` : `<button class="quiet" name="sprache" value="${key}" ${langAttributes(one.language)}>${escaped(nameOf(one))}</button>`));
  return linkPage(own, [], words.title, `<form method="post" action="/einwilligung/${escaped(token)}" aria-label="${escaped(words.languages)}">${ticket}${languages.join(' ')}</form>${say(again && words[again])}<p>${escaped(words.as[link.signer])} ${escaped(link.kind === 'ASK' ? words.intro : words.manageIntro)}</p>
<form method="post" action="/einwilligung/${escaped(token)}/antwort" autocomplete="off"><input type="hidden" name="sprache" value="${keyOf(own)}">${ticket}
${link.questions.map((one) => question(own, link, one)).join('')}
<p><label for="name">${escaped(words.name)}</label><input type="text" id="name" name="name" required maxlength="120"></p><button type="submit">${escaped(words.send)}</button></form>
<form method="post" action="${rightsPath(token)}"><h2>${escaped(words.rights)}</h2><p>${escaped(words.rightsHint)}</p><input type="hidden" name="sprache" value="${keyOf(own)}">${ticket}<button class="quiet">${escaped(words.rights)}</button></form>`);
}

/** The page after an answer, with the link to take it back. */
export function donePage(own: PageLanguage, manage: string | null): string {
  const words = wordsFor(own);
  const link = manage && escaped(keyOf(own) === keyOf(spoken[0]!) ? manage : `${manage}?sprache=${keyOf(own)}`);
  const kept = link === null ? '' : `<p>${escaped(words.keep)}</p><p><a href="${link}"><code>${link}</code></a></p>`;
  return linkPage(own, [], words.title, `<p role="status">${escaped(words.done)}</p>${kept}`);
}
