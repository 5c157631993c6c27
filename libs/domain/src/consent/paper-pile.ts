import type { PageCode } from './paper';

/** What a reader saw on a page of a pile (Stapel): the text of a code that is or is not one of ours, or none, and whether hardly any ink is on it. */
export interface ReadPage {
  code: PageCode | 'FOREIGN' | null;
  blank: boolean;
}

/** A page of a pile: which of its files, which page of that file, both from 1. */
export interface PilePlace {
  file: number;
  page: number;
}

/** Whether a form can still take pages in: it waits for its entry, was entered in full, belongs to somebody erased, or is none of this region. */
export type FormOpenness = 'OPEN' | 'RETURNED' | 'ERASED' | 'UNKNOWN';

/**
 * What becomes of a page: it bears the code of a form; bears none and goes with the form before it; is blank and goes with
 * it, too; bears no code and waits for somebody to say whose it is; or bears the code of a form that takes nothing in.
 */
export const pageFates = ['BY_CODE', 'BY_ORDER', 'BLANK', 'NO_CODE', 'UNKNOWN', 'RETURNED', 'ERASED'] as const;
export type PageFate = (typeof pageFates)[number];

/** A page with what becomes of it, and the number of the form that it goes to or whose code it bears. */
export interface PlacedPage extends PilePlace {
  fate: PageFate;
  number: string | null;
}

/** The pages of one form of a pile in the order of its paper, and how many of them the pile lacks, as far as its codes tell. */
export interface PileForm {
  number: string;
  pages: PilePlace[];
  missing: number;
}

export interface DividedPile {
  /** Every page of the pile once, as it lay. */
  pages: PlacedPage[];
  forms: PileForm[];
}

/** A page with a code and those without that lie behind it. */
interface Bundle {
  place: number;
  pages: PilePlace[];
}

interface Gathered {
  of: number | null;
  bundles: Bundle[];
  seen: Set<number>;
  followers: number;
}

/**
 * Divides a pile of files with their pages among forms. A page with the code of an open form goes to it, wherever it lies.
 * One without goes with the form of the page before it in the same file while that form lacks pages (or does not say how
 * many it has); a blank one goes with the page before it, as the back of a sheet does. No page goes to two forms, none to
 * the form of a page behind it, and none follows a page that is taken nowhere.
 */
export function dividePile(files: readonly (readonly ReadPage[])[], openness: (number: string) => FormOpenness): DividedPile {
  const forms = gatheredByCode(files, openness);
  const pages = files.flatMap((file, fileAt) => {
    let before: Bundle | null = null;
    let form: Gathered | null = null;
    let number: string | null = null;
    return file.map(({ code, blank }, pageAt): PlacedPage => {
      const at: PilePlace = { file: fileAt + 1, page: pageAt + 1 };
      if (code !== null) {
        number = code === 'FOREIGN' ? null : code.number;
        const open = number === null ? 'UNKNOWN' : openness(number);
        form = open === 'OPEN' ? forms.get(number!)! : null;
        before = form && code !== 'FOREIGN' ? { place: code.page ?? 1, pages: [at] } : null;
        if (form && before) form.bundles.push(before);
        return { ...at, fate: open === 'OPEN' ? 'BY_CODE' : open, number };
      }
      if (!form || !before) return { ...at, fate: blank ? 'BLANK' : 'NO_CODE', number: null };
      if (!blank && form.of !== null && form.seen.size + form.followers >= form.of) return { ...at, fate: 'NO_CODE', number: null };
      if (!blank) form.followers += 1;
      before.pages.push(at);
      return { ...at, fate: blank ? 'BLANK' : 'BY_ORDER', number };
    });
  });
  return {
    pages,
    forms: Array.from(forms, ([number, { of, bundles, seen, followers }]): PileForm => ({
      number, pages: bundles.toSorted((a, b) => a.place - b.place).flatMap((bundle) => bundle.pages), missing: Math.max(0, (of ?? 0) - seen.size - followers),
    })),
  };
}

/** The open forms whose codes lie in the pile, with the pages that the codes name. */
function gatheredByCode(files: readonly (readonly ReadPage[])[], openness: (number: string) => FormOpenness): Map<string, Gathered> {
  const forms = new Map<string, Gathered>();
  for (const { code } of files.flat()) {
    if (code === null || code === 'FOREIGN' || openness(code.number) !== 'OPEN') continue;
    const form = forms.get(code.number) ?? { of: code.of, bundles: [], seen: new Set<number>(), followers: 0 };
    forms.set(code.number, form);
    form.seen.add(code.page ?? 1);
  }
  return forms;
}
