import { Alert, Box, Button, Card, Chip, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { formNumberText } from '@mintforge/domain/consent';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { nameOf } from '../name';
import { notesOf } from './class-set';
import { ScanPicture } from './ScanPicture';
import type { PaperForm, PilePage } from './types';
import type { ReadPile } from './use-scans';
import { scanPicturePath } from './verbs';

export interface PileReportProps {
  pile: ReadPile;
  /** The forms on the pile, to which a page can be laid. */
  open: readonly PaperForm[];
  laying: boolean;
  onLay: (page: PilePage, form: PaperForm) => void;
}

/** What became of the pages of a pile: how many forms were found, what to look at, and page by page who is on it. */
export function PileReport({ pile: { divided, files, forms }, open, laying, onLay }: PileReportProps) {
  const translate = useTranslate();
  const text = (key: string, values?: object) => translate(`app.consent.paper.pile.${key}`, values);
  const { loose, byOrder, refused, lacking } = notesOf(divided);
  const who = (number: string | null) => (number === null ? '' : forms.has(number) ? nameOf(forms.get(number)!) : formNumberText(number));
  const pageName = ({ file, page }: PilePage) => (files.length > 1 ? text('page_of', { page, file: files[file - 1] }) : text('page', { page }));
  const lines = [
    ...refused.map((page) => text(`fate.${page.fate}`, { page: pageName(page), name: who(page.number) })),
    ...byOrder.map((page) => text('fate.BY_ORDER', { page: pageName(page), name: who(page.number) })),
    ...lacking.map(({ number, missing }) => text('lacks', { name: who(number), smart_count: missing })),
  ];
  return (
    <Card component="section" aria-label={text('title')} sx={{ p: 2, mb: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Typography role="status" sx={{ fontWeight: 600 }}>{text('found', { smart_count: divided.forms.length, pages: text('pages', { smart_count: divided.pages.length }) })}</Typography>
      {lines.length > 0 && <Alert severity="warning"><Box component="ul" sx={{ m: 0, pl: 2.5 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box></Alert>}
      {loose.length > 0 && (
        <>
          <Typography>{text('loose', { smart_count: loose.length })}</Typography>
          <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(15rem, 1fr))' }}>
            {loose.map((page) => <LoosePage key={`${page.file}.${page.page}`} page={page} name={pageName(page)} open={open} laying={laying} onLay={onLay} />)}
          </Box>
        </>
      )}
      <Box component="details">
        <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>{text('all')}</Typography>
        <Stack component="ol" direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', listStyle: 'none', p: 0, mt: 1, mb: 0 }}>
          {divided.pages.map((page) => <Chip key={`${page.file}.${page.page}`} component="li" size="small" variant="outlined" color={page.fate === 'BY_CODE' || page.fate === 'BLANK' ? 'default' : 'warning'} label={[pageName(page), page.fate === 'BLANK' ? [who(page.number), text('blank')].filter(Boolean).join(', ') : who(page.number) || text('nobody')].join(': ')} />)}
        </Stack>
      </Box>
    </Card>
  );
}

/** A page that no code assigns, to be laid to a form of the pile by somebody who looks at it. */
function LoosePage({ page, name, open, laying, onLay }: { page: PilePage; name: string } & Pick<PileReportProps, 'open' | 'laying' | 'onLay'>) {
  const translate = useTranslate();
  const [number, setNumber] = useState('');
  const chosen = open.find((form) => form.number === number);
  const text = (key: string) => translate(`app.consent.paper.pile.${key}`);
  return (
    <Box component="li" aria-label={name} sx={{ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{name}</Typography>
      {page.scanId && <ScanPicture path={scanPicturePath(page.scanId)} alt={name} height="20rem" small />}
      <TextField select size="small" label={text('belongs')} value={number} onChange={(event) => setNumber(event.target.value)} disabled={open.length === 0} sx={{ m: 0 }}>
        {open.map((form) => <MenuItem key={form.id} value={form.number}>{nameOf(form)}</MenuItem>)}
      </TextField>
      <Button size="small" variant="outlined" disabled={!chosen} loading={laying} onClick={() => chosen && onLay(page, chosen)}>{text('lay')}</Button>
    </Box>
  );
}
