import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import { readersOnly } from '@mintforge/ui-kit';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

export interface OrderedListProps {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  /** What one entry is called, and what stands below it. */
  nameOf: (id: string) => { title: string; hint?: string };
}

/** The entries with the one at `at` moved to `to`. */
const moved = (ids: readonly string[], at: number, to: number): string[] => ids.toSpliced(at, 1).toSpliced(to, 0, ids[at] as string);

/** A list whose order matters: moved and emptied by buttons, so by keyboard, too; every move is said. */
export function OrderedList({ ids, onChange, nameOf }: OrderedListProps) {
  const translate = useTranslate();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const move = (at: number, to: number) => {
    onChange(moved(ids, at, to));
    setSaid(translate('app.common.order.moved', { title: nameOf(ids[at] as string).title, rank: to + 1 }));
    // The keyboard stays on the entry that moved.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLButtonElement>(`li:nth-of-type(${to + 1}) button:not([disabled])`)[to < at || to === ids.length - 1 ? 0 : 1]?.focus());
  };
  return (
    <>
      <Box component="ol" ref={list} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {ids.map((id, at) => {
          const { title, hint } = nameOf(id);
          return (
            <Stack component="li" key={id} direction="row" spacing={1} sx={{ alignItems: 'center', py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
              <Typography sx={{ width: '2rem', fontWeight: 650, textAlign: 'right' }}>{at + 1}.</Typography>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
                {hint && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{hint}</Typography>}
              </Box>
              <IconButton size="small" disabled={at === 0} aria-label={translate('app.common.order.up', { title })} onClick={() => move(at, at - 1)}><ArrowUpwardOutlined fontSize="small" /></IconButton>
              <IconButton size="small" disabled={at === ids.length - 1} aria-label={translate('app.common.order.down', { title })} onClick={() => move(at, at + 1)}><ArrowDownwardOutlined fontSize="small" /></IconButton>
              <IconButton size="small" aria-label={translate('app.common.order.remove', { title })} onClick={() => onChange(ids.toSpliced(at, 1))}><CloseOutlined fontSize="small" /></IconButton>
            </Stack>
          );
        })}
      </Box>
      <Box role="status" sx={readersOnly}>{said}</Box>
    </>
  );
}
