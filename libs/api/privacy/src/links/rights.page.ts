import { keyOf, langAttributes, linkPage, nameOf, rightsPath, spoken, wordsOf, type PageLanguage } from '@mintforge/consent';
import type { Day } from '@mintforge/domain/kernel';
import { recordTexts } from '@mintforge/domain/privacy';
import { escaped, say } from '@mintforge/platform';
import { keyOfRight, type AskedRequest, type Right, type RightAnswer, type RightsView } from './link-requests';
import { rightsTexts, type RightsTexts } from './rights.texts';

/** Why the page comes again, with what was written where it was not taken. */
export interface PageAgain {
  said: RightAnswer;
  note: string;
}

const dayIn = (lang: string, day: Day): string => new Date(`${day}T12:00:00Z`).toLocaleDateString(lang === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'UTC' });

function named(words: RightsTexts, { kind, purpose }: Right): string {
  const { purpose: purposes } = recordTexts[words.lang];
  return purpose === null ? words.kinds[kind].name : `${words.kinds[kind].name}: ${purposes[purpose]}`;
}

function told(words: RightsTexts, { kind, purposes, state, receivedOn, dueOn, endedOn }: AskedRequest): string {
  const day = (of: Day) => dayIn(words.lang, of);
  const what = named(words, { kind, purpose: purposes[0] ?? null });
  return `<tr><th scope="row">${escaped(what)}</th><td>${escaped(words.receivedOn(day(receivedOn)))}<br>${escaped(endedOn === null ? words.open[state === 'RECEIVED' ? 'RECEIVED' : 'EXAMINED'](day(dueOn)) : words.ended[state === 'ANSWERED' || state === 'REFUSED' ? state : 'WITHDRAWN'](day(endedOn)))}</td></tr>`;
}

/** The page on which the holder of a link asks for their rights, and reads what became of it; nothing is chosen beforehand. */
export function rightsPage(own: PageLanguage, { signer, ticket, rights, asked }: RightsView, token: string, { said, note = '' }: Partial<PageAgain> = {}): string {
  const words = rightsTexts[wordsOf(own)];
  const path = rightsPath(token);
  const hidden = `<input type="hidden" name="beleg" value="${escaped(ticket)}">`;
  const languages = spoken.map((one) => (keyOf(one) === keyOf(own) ? `<strong ${langAttributes(one.language)}>${escaped(nameOf(one))}</strong>` : `<button class="quiet" name="sprache" value="${keyOf(one)}" ${langAttributes(one.language)}>${escaped(nameOf(one))}</button>`));
  const choices = rights.map((right, at) => {
    // Objections differ by their purpose alone: what one means is said with the first.
    const hint = right.kind === rights[at - 1]?.kind ? '' : `<br>${escaped(words.kinds[right.kind].hint)}`;
    return `<label><input type="radio" name="recht" value="${keyOfRight(right)}" required><strong>${escaped(named(words, right))}</strong>${hint}</label>`;
  });
  const requests = asked.length === 0 ? '' : `<h2>${escaped(words.yours)}</h2><table>${asked.map((one) => told(words, one)).join('')}</table>`;
  const received = said === 'sent' ? `<p role="status"><strong>${escaped(words.sent)}</strong></p>` : '';
  return linkPage(own, [], words.title, `<form method="post" action="${path}" aria-label="${escaped(words.languages)}">${hidden}${languages.join(' ')}</form>${received}${say(said === 'incomplete' || said === 'tooMany' ? words[said] : null)}
${requests}<p>${escaped(words.intro[signer === 'PUPIL' ? 'SELF' : 'GUARDIAN'])} ${escaped(words.deadline)}</p>
<form method="post" action="${path}/anfrage" autocomplete="off"><input type="hidden" name="sprache" value="${keyOf(own)}">${hidden}
<fieldset><legend>${escaped(words.choose)}</legend>${choices.join('')}</fieldset>
<p><label for="text">${escaped(words.note)}</label><textarea id="text" name="text" rows="4" maxlength="2000" aria-describedby="texthilfe">${escaped(note.slice(0, 2000))}</textarea><span id="texthilfe">${escaped(words.noteHint)}</span></p>
<button type="submit">${escaped(words.send)}</button></form>
<form method="post" action="/einwilligung/${escaped(token)}"><input type="hidden" name="sprache" value="${keyOf(own)}">${hidden}<p><button class="quiet">${escaped(words.back)}</button></p></form>`);
}
