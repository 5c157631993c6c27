import { Alert, Box, Button, Card, Stack, TextField, Typography } from '@mui/material';
import { readFormNumber } from '@mintforge/domain/consent';
import { DesignedEmpty, codeOf } from '@mintforge/ui-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { HttpError } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAct, useVerbs } from '../../common/use-act';
import { entriesOf, rowOf, type SetRow } from './class-set';
import { FormCard } from './FormCard';
import { OutcomeList } from './OutcomeList';
import type { Outcome, PaperForm } from './types';

type Refused = { params?: { row?: number; field?: string } } | null;

/** Forms that came back, read one after the other with scanner and keyboard, and saved as one pile. */
export function ClassSetPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [place] = useSearchParams();
  const groupId = place.get('group');
  const numberField = useRef<HTMLInputElement>(null);
  const pile = useRef<HTMLOListElement>(null);
  const [rows, setRows] = useState<SetRow[]>([]);
  /** The form laid last, whose first question gets the focus as soon as it stands there. */
  const [newest, setNewest] = useState<string>();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [saved, setSaved] = useState<{ outcomes: Outcome[]; forms: PaperForm[] }>();
  const text = (key: string, values?: object) => translate(`app.consent.paper.set.${key}`, values);
  const ofGroup = useQuery({ queryKey: ['consents', 'forms', groupId], queryFn: () => verbs.paperForms(groupId ?? ''), enabled: groupId !== null });
  const toNumber = () => numberField.current?.focus();
  useEffect(() => pile.current?.querySelector<HTMLElement>('li:last-of-type [data-step] button')?.focus(), [newest]);
  /** A form becomes the newest of the pile. */
  const lay = (form: PaperForm, scan: SetRow['scan']) => {
    setRows((before) => (before.some((row) => row.form.id === form.id) ? before.map((row) => (row.form.id === form.id && scan ? { ...row, scan } : row)) : [...before, { ...rowOf(form, before.at(-1)), scan }]));
    setNewest(form.id);
  };
  const find = useMutation({
    async mutationFn(number: string) {
      const bare = readFormNumber(number);
      if (bare === null) throw new Error(text('unknown'));
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
    },
    onError: () => numberField.current?.select(),
  });
  const upload = useMutation({
    async mutationFn(files: File[]) {
      const without: string[] = [];
      for (const file of files) {
        const { id, name, number } = await verbs.keepScan(file);
        const scan = { id, name };
        if (number !== null) lay(rows.find(({ form }) => form.number === number)?.form ?? (await verbs.paperForm(number)), scan);
        else if (rows.length > 0) setRows((before) => before.map((row, at) => (at === before.length - 1 ? { ...row, scan } : row)));
        else without.push(file.name);
      }
      return without;
    },
    onSuccess: (without) => setSaid(without.map((name) => text('scan_without_form', { name })).join(' ')),
  });
  const save = useAct((provider) => provider.recordForms(entriesOf(rows)), {
    then(outcomes) {
      setSaved({ outcomes, forms: rows.map(({ form }) => form) });
      setRows([]);
    },
  });
  const refused = save.error instanceof HttpError ? (save.error.body as Refused)?.params : undefined;
  const change = (at: number, row: SetRow) => setRows(rows.with(at, row));
  if (saved) return <OutcomeList {...saved} onMore={() => setSaved(undefined)} />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={text('title')} />
      <Card sx={{ p: 2, mb: 2 }}>
        <Stack component="form" direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'flex-start' }} onSubmit={(event) => { event.preventDefault(); if (typed.trim() !== '') find.mutate(typed); }}>
          <TextField inputRef={numberField} autoFocus label={text('number')} value={typed} onChange={(event) => setTyped(event.target.value)} error={find.isError} helperText={find.error?.message ?? text('number_hint')} sx={{ m: 0, flex: '1 1 18rem' }} slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 40, spellCheck: false } }} />
          <Button type="submit" variant="outlined" loading={find.isPending}>{text('open')}</Button>
          <Box>
            <Button component="label" variant="outlined" loading={upload.isPending}>
              {text('scans')}
              <input hidden type="file" multiple accept=".pdf,.jpg,.jpeg,.png" onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; if (files.length > 0) upload.mutate(files); }} />
            </Button>
            <Typography variant="caption" component="div" color="textSecondary">{text('scans_hint')}</Typography>
          </Box>
        </Stack>
        {ofGroup.data && ofGroup.data.length > 0 && <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{text('out', { printed: ofGroup.data.length, returned: ofGroup.data.filter(({ state }) => state === 'RETURNED').length })}</Typography>}
        {(said || upload.error) && <Alert severity="warning" sx={{ mt: 1 }}>{upload.error?.message ?? said}</Alert>}
      </Card>
      {rows.length === 0 ? <Card><DesignedEmpty title="app.consent.paper.set.empty" hint="app.consent.paper.set.empty_hint" /></Card> : (
        <Stack component="ol" ref={pile} spacing={1.5} sx={{ p: 0, m: 0 }}>
          {rows.map((row, at) => (
            <FormCard
              key={row.form.id} row={row} place={at + 1} problem={refused?.row === at + 1 ? text(`wrong.${refused.field}`, { _: save.error?.message }) : undefined}
              onChange={(next) => change(at, next)} onRemove={() => setRows(rows.toSpliced(at, 1))} onDone={toNumber}
            />
          ))}
        </Stack>
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
