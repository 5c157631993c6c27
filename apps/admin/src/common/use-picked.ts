import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from './page';

const mostAtOnce = 500;
const perPage = 100;

/** Ticked rows of a list read page by page; `pickAll` ticks everything the list finds, up to 500. */
export function usePicked<Row extends { id: string }>(read: (page: number, perPage: number) => Promise<Page<Row>>, mayPick: (row: Row) => boolean) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const all = useMutation({
    mutationFn: async () => {
      const found: Row[] = [];
      for (let page = 1; found.length < mostAtOnce; page += 1) {
        const { items, total } = await read(page, perPage);
        found.push(...items);
        if (items.length === 0 || found.length >= total) break;
      }
      return found.slice(0, mostAtOnce);
    },
    onSuccess: (found) => setPicked(new Set([...picked, ...found.filter(mayPick).map(({ id }) => id)])),
  });
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  return { picked, toggle, clear: () => setPicked(new Set()), pickAll: () => all.mutate(), pickingAll: all.isPending, pickAllError: all.error, full: all.isSuccess && picked.size >= mostAtOnce };
}

export type Picked = ReturnType<typeof usePicked>;
