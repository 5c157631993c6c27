import { spanInWords } from '@mintforge/activities';
import type { Locale } from '@mintforge/domain/kernel';
import { escaped, publicPage, say } from '@mintforge/platform';
import { cellsOf, markOf } from './host-view.pdf';
import { hostViewTexts } from './host-view.texts';
import type { HostView } from './host-view.types';

const others: Record<Locale, [Locale, string]> = { de: ['en', 'English'], en: ['de', 'Deutsch'] };

function nav(locale: Locale): string {
  const [other, name] = others[locale];
  return `<nav><a href="?sprache=${other}" lang="${other}">${name}</a></nav>`;
}

/** The first page of any link of a host, real or not: it asks for the code. `problem`: wrong, or minutes to wait. */
export function hostEntryPage(locale: Locale, problem: 'wrong' | number | null = null): string {
  const words = hostViewTexts[locale].link;
  const said = problem === null ? null : problem === 'wrong' ? words.wrong : words.wait(problem);
  return publicPage({
    lang: `lang="${locale}"`, title: words.title, nav: nav(locale),
    body: `${say(said)}<form method="post" autocomplete="off"><input type="hidden" name="sprache" value="${locale}">
<p><label for="code">${escaped(words.code)}</label><input type="text" id="code" name="code" required maxlength="40" aria-describedby="hilfe"><span id="hilfe">${escaped(words.help)}</span></p>
<button type="submit">${escaped(words.open)}</button></form>`,
  });
}

/** The day list as a page, with the name of whom it was opened for and when. */
export function hostListPage(view: HostView, recipient: string, opened: Date, locale: Locale): string {
  const texts = hostViewTexts[locale];
  const cells = (tag: 'th' | 'td', row: readonly string[]) => `<tr>${row.map((cell) => (tag === 'th' ? `<th scope="col">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`;
  const rows = view.rows.map((row, at) => cells('td', cellsOf(row, at + 1, texts))).join('');
  const table = view.rows.length === 0 ? `<p>${escaped(texts.nobody)}</p>` : `<table><thead>${cells('th', [texts.number, texts.who, texts.group, texts.needs])}</thead><tbody>${rows}</tbody></table>`;
  return publicPage({
    lang: `lang="${locale}"`, title: view.title,
    body: `<p>${escaped(spanInWords(view, locale))}<br>${escaped(view.place || texts.noPlace)}<br>${escaped(view.host)}</p>${table}<p><strong>${escaped(markOf(view, recipient, opened, texts))}</strong></p>`,
  });
}
