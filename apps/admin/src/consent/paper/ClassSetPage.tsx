import { Alert, Box, Button, Card, LinearProgress, Stack, TextField, Typography } from '@mui/material';
import { readPageCode } from '@mintforge/domain/consent';
import { DesignedEmpty, codeOf } from '@mintforge/ui-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { HttpError } from 'ra-core';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAct, useVerbs } from '../../common/use-act';
import { nameOf } from '../name';
import { entriesOf, rowOf, type SetRow } from './class-set';
import { FormCard } from './FormCard';
import { OutcomeList } from './OutcomeList';
import { PileReport } from './PileReport';
import { ScanPicture } from './ScanPicture';
import type { Outcome, PaperForm } from './types';
import { useScans } from './use-scans';
import { scanPicturePath } from './verbs';

type Refused = { params?: { row?: number; field?: string; file?: number } } | null;

const refusedBy = (error: Error | null) => (error instanceof HttpError ? (error.body as Refused)?.params : undefined);

/** Forms that came back, read one after the other with scanner and keyboard or found in a pile of scans, and saved as one pile. */
export function ClassSetPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [place] = useSearchParams();
  const groupId = place.get('group');
  const numberField = useRef<HTMLInputElement>(null);
  const pile = useRef<HTMLOListElement>(null);
  const [rows, setRows] = useState<SetRow[]>([]);
  /** The form laid last, or the first one of a pile, whose first question gets the focus as soon as it stands there. */
  const [newest, setNewest] = useState<string>();
  /** The form that somebody works on, whose scan stands beside. */
  const [active, setActive] = useState<string>();
  const [typed, setTyped] = useState('');
  const [over, setOver] = useState(false);
  const [saved, setSaved] = useState<{ outcomes: Outcome[]; forms: PaperForm[] }>();
  const text = (key: string, values?: object) => translate(`app.consent.paper.set.${key}`, values);
  const ofGroup = useQuery({ queryKey: ['consents', 'forms', groupId], queryFn: () => verbs.paperForms(groupId ?? ''), enabled: groupId !== null });
  const toNumber = () => numberField.current?.focus();
  const toForm = (id: string) => pile.current?.querySelector<HTMLElement>(`[data-form="${id}"] [data-step] button:enabled`)?.focus();
  useEffect(() => {
    if (newest !== undefined) toForm(newest);
  }, [newest]);
  /** A form comes to the pile, or its scan to it. */
  const lay = (form: PaperForm, scan: SetRow['scan']) =>
    setRows((before) => (before.some((row) => row.form.id === form.id) ? before.map((row) => (row.form.id === form.id && scan ? { ...row, scan } : row)) : [...before, { ...rowOf(form, before.at(-1)), scan }]));
  const { piles, upload, layPage, forget } = useScans(rows, lay, (first) => setNewest(first?.id));
  const find = useMutation({
    async mutationFn(number: string) {
      const bare = readPageCode(number)?.number;
      if (bare === undefined) throw new Error(text('unknown'));
      if (rows.some(({ form }) => form.number === bare)) throw new Error(text('twice'));
      const form = await verbs.paperForm(bare).catch((error: unknown) => {
        throw codeOf(error) === 'NOT_FOUND' ? new Error(text('unknown')) : error;
      });
      if (form.state === 'RETURNED') throw new Error(text('returned'));
      return form;
    },
    onSuccess(form) {
      setTyped('');
      lay(form, null);
      setNewest(form.id);
    },
    onError: () => numberField.current?.select(),
  });
  const save = useAct((provider) => provider.recordForms(entriesOf(rows)), {
    then(outcomes) {
      setSaved({ outcomes, forms: rows.map(({ form }) => form) });
      setRows([]);
      forget();
    },
  });
  const refused = refusedBy(save.error);
  const refusedFile = upload.variables && upload.variables.length > 1 ? upload.variables[(refusedBy(upload.error)?.file ?? 0) - 1]?.name : undefined;
  const shown = rows.find(({ form }) => form.id === active) ?? rows[0];
  const send = (files: FileList | null) => {
    if (files && files.length > 0 && !upload.isPending) upload.mutate([...files]);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const change = (at: number, row: SetRow) => setRows(rows.with(at, row));
  if (saved) return <OutcomeList {...saved} onMore={() => setSaved(undefined)} />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={text('title')} />
      <Card
        sx={{ p: 2, mb: 2, ...(over && { outline: 2, outlineColor: 'primary.main' }) }} onDragOver={drag(true)} onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          send(event.dataTransfer.files);
        }}
      >
        <Stack component="form" direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'flex-start' }} onSubmit={(event) => { event.preventDefault(); if (typed.trim() !== '') find.mutate(typed); }}>
          <TextField inputRef={numberField} autoFocus label={text('number')} value={typed} onChange={(event) => setTyped(event.target.value)} error={find.isError} helperText={find.error?.message ?? text('number_hint')} sx={{ m: 0, flex: '1 1 18rem' }} slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 40, spellCheck: false } }} />
          <Button type="submit" variant="outlined" loading={find.isPending}>{text('open')}</Button>
          <Box sx={{ flex: '1 1 18rem' }}>
            <Button component="label" variant="outlined" loading={upload.isPending}>
              {text('scans')}
              <input hidden type="file" multiple accept=".pdf,.jpg,.jpeg,.png" onChange={(event) => { send(event.target.files); event.target.value = ''; }} />
            </Button>
            <Typography variant="caption" component="div" color="textSecondary">{text('scans_hint')}</Typography>
          </Box>
        </Stack>
        {ofGroup.data && ofGroup.data.length > 0 && <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{text('out', { printed: ofGroup.data.length, returned: ofGroup.data.filter(({ state }) => state === 'RETURNED').length })}</Typography>}
        {upload.isPending && <Box sx={{ mt: 1 }}><Typography role="status" variant="body2">{text('reading')}</Typography><LinearProgress aria-hidden /></Box>}
        {(upload.error ?? layPage.error) && <Alert severity="error" sx={{ mt: 1 }}>{refusedFile ? text('of_file', { file: refusedFile, message: upload.error?.message }) : (upload.error ?? layPage.error)?.message}</Alert>}
      </Card>
      {piles.map((read, at) => <PileReport key={at} pile={read} open={rows.map(({ form }) => form)} laying={layPage.isPending} onLay={(page, form) => layPage.mutate({ page, form }, { onSuccess: () => setActive(form.id) })} />)}
      {rows.length === 0 ? <Card><DesignedEmpty title="app.consent.paper.set.empty" hint="app.consent.paper.set.empty_hint" /></Card> : (
        <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: shown?.scan ? 'minmax(0, 1fr) minmax(0, 42%)' : '1fr' } }}>
          <Stack component="ol" ref={pile} spacing={1.5} sx={{ p: 0, m: 0 }}>
            {rows.map((row, at) => (
              <FormCard
                key={row.form.id} row={row} place={at + 1} problem={refused?.row === at + 1 ? text(`wrong.${refused.field}`, { _: save.error?.message }) : undefined} onFocus={() => setActive(row.form.id)}
                onChange={(next) => change(at, next)} onRemove={() => setRows(rows.toSpliced(at, 1))} onDone={() => (rows[at + 1] ? toForm(rows[at + 1]!.form.id) : toNumber())}
              />
            ))}
          </Stack>
          {shown?.scan && (
            <Box component="aside" sx={{ position: 'sticky', top: { xs: 56, lg: 72 }, zIndex: 1, order: { xs: -1, lg: 0 }, backgroundColor: 'background.default' }}>
              <Typography variant="caption" component="h2" sx={{ display: 'block', mb: 0.5 }}>{text('scan_of', { name: nameOf(shown.form) })}</Typography>
              <Box sx={{ '--scan': { xs: '38vh', lg: 'calc(100vh - 12rem)' } }}><ScanPicture key={shown.scan.id} path={scanPicturePath(shown.scan.id)} alt={text('scan_of', { name: nameOf(shown.form) })} height="var(--scan)" /></Box>
            </Box>
          )}
        </Box>
      )}
      {rows.length > 0 && (
        <Box sx={({ palette }) => ({ position: 'sticky', bottom: 0, zIndex: 2, mt: 2, px: 2, py: 1.5, backgroundColor: palette.background.paper, borderTop: `1px solid ${palette.divider}`, display: 'flex', gap: 2, alignItems: 'center' })}>
          <Box sx={{ flex: 1 }}>{save.error && <Alert severity="error">{save.error.message}</Alert>}</Box>
          <Button variant="contained" loading={save.isPending} onClick={() => save.mutate()}>{text('save', { smart_count: rows.length })}</Button>
        </Box>
      )}
    </Box>
  );
}
