import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useVerbs } from '../../common/use-act';
import type { SetRow } from './class-set';
import type { DividedScans, KeptScan, PaperForm, PilePage } from './types';

/** A pile of scans that was sent: what became of it, the names of its files, the forms named by its pages. */
export interface ReadPile {
  divided: DividedScans;
  files: string[];
  forms: ReadonlyMap<string, PaperForm>;
}

/** Scans of a class set: a pile is divided by the API and each form laid with its own, a page without a code is laid to a form by hand. */
export function useScans(rows: readonly SetRow[], lay: (form: PaperForm, scan: KeptScan) => void, onRead: (first: PaperForm | undefined) => void) {
  const verbs = useVerbs();
  const [piles, setPiles] = useState<ReadPile[]>([]);
  /** A scan comes to its form: behind the pages that lie there already, if any. */
  const add = async (form: PaperForm, scan: KeptScan) => {
    const had = rows.find((row) => row.form.id === form.id)?.scan;
    lay(form, had ? await verbs.joinScans([had.id, scan.id]) : scan);
  };
  const upload = useMutation({
    async mutationFn(files: readonly File[]): Promise<ReadPile> {
      const divided = await verbs.dividePile(files);
      const numbers = new Set(divided.pages.flatMap(({ number, fate }) => (number !== null && fate !== 'UNKNOWN' && fate !== 'ERASED' ? [number] : [])));
      const forms = new Map(await Promise.all([...numbers].map(async (number) => [number, await verbs.paperForm(number)] as const)));
      for (const { number, scan } of divided.forms) await add(forms.get(number)!, scan);
      return { divided, files: files.map(({ name }) => name), forms };
    },
    onSuccess(read) {
      setPiles((before) => [...before, read]);
      onRead(read.forms.get(read.divided.forms[0]?.number ?? ''));
    },
  });
  const layPage = useMutation({
    mutationFn: ({ page, form }: { page: PilePage; form: PaperForm }) => add(form, { id: page.scanId ?? '', name: form.number, pages: 1 }),
    onSuccess: (_, { page, form }) => setPiles((before) => before.map((pile) => withPageLaid(pile, page, form))),
  });
  return { piles, upload, layPage, forget: () => setPiles([]) };
}

/** The pile once somebody said whose a page is. */
function withPageLaid(pile: ReadPile, page: PilePage, form: PaperForm): ReadPile {
  if (!pile.divided.pages.includes(page)) return pile;
  const pages = pile.divided.pages.map((other): PilePage => (other === page ? { ...page, fate: 'BY_CODE', number: form.number } : other));
  return { ...pile, divided: { ...pile.divided, pages }, forms: new Map(pile.forms).set(form.number, form) };
}
