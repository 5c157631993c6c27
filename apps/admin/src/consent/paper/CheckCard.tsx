import { Alert, Box, Button, Card, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { formNumberText, formObjections } from '@mintforge/domain/consent';
import { dayText, useSignedIn } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { usePdf } from '../../common/use-pdf';
import { Fact, Facts } from '../../common/Facts';
import { useAct } from '../../common/use-act';
import { session } from '../../connection';
import { nameOf } from '../name';
import { ScanPicture } from './ScanPicture';
import type { Objection, PaperForm } from './types';
import { formPicturePath, scanPath } from './verbs';

/** The paper beside what was entered of it, and the word of the second person. */
export function CheckCard({ form }: { form: PaperForm }) {
  const translate = useTranslate();
  const locale = useLocale();
  const [objection, setObjection] = useState<Objection | ''>('');
  const text = (key: string, values?: object) => translate(`app.consent.paper.check.${key}`, values);
  const check = useAct((verbs, why: Objection | null) => verbs.checkForm(form.id, why), { done: (state) => ({ text: state === 'CONFIRMED' ? 'app.consent.paper.check.confirmed' : 'app.consent.paper.check.objected', values: {} }) });
  const own = useSignedIn(session)?.user.id === form.recordedBy;
  const words = (answer: string | undefined) => (answer === undefined ? 'left_open' : answer === 'GIVEN' ? 'yes' : answer === 'WITHDRAWN' ? 'withdrawn' : 'no');
  return (
    <Card component="section" aria-label={nameOf(form)} sx={{ p: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      <ScanView form={form} />
      <Stack spacing={1.5}>
        <Typography component="h2" sx={{ fontWeight: 600 }}>{nameOf(form)}{form.groupName ? ` · ${form.groupName}` : ''} · {formNumberText(form.number)}</Typography>
        <Facts>
          {form.purposes.map((purpose) => <Fact key={purpose} label={`app.consent.purpose.${purpose}`}>{translate(`app.consent.paper.set.${words(form.ticks.find((tick) => tick.purpose === purpose)?.answer)}`)}</Fact>)}
          <Fact label="app.consent.paper.set.signed">{form.signedBy.map((signer) => translate(`app.consent.signer.${signer}`)).join(', ')}</Fact>
          <Fact label="app.consent.paper.set.day">{form.signedOn ? dayText(form.signedOn, locale) : ''}</Fact>
        </Facts>
        {check.error && <Alert severity="error">{check.error.message}</Alert>}
        {own ? <Alert severity="info">{text('own')}</Alert> : (
          <>
            <Button variant="contained" loading={check.isPending} onClick={() => check.mutate(null)}>{text('confirm')}</Button>
            <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
              <TextField select label={text('why')} value={objection} onChange={(event) => setObjection(event.target.value as Objection)} sx={{ m: 0, flex: 1 }}>
                {formObjections.map((one) => <MenuItem key={one} value={one}>{text(`objection.${one}`)}</MenuItem>)}
              </TextField>
              <Button color="warning" variant="outlined" disabled={objection === '' || check.isPending} onClick={() => check.mutate(objection || null)}>{text('object')}</Button>
            </Box>
            {objection !== '' && <Typography variant="body2" color="textSecondary">{text('object_hint')}</Typography>}
          </>
        )}
      </Stack>
    </Card>
  );
}

/** The scan as a picture; the document itself opens in a tab of its own. */
function ScanView({ form: { id, number, hasScan } }: { form: PaperForm }) {
  const translate = useTranslate();
  const { openPdf, opening } = usePdf();
  if (!hasScan) return <Alert severity="info">{translate('app.consent.paper.check.no_scan')}</Alert>;
  return (
    <Box>
      <ScanPicture path={formPicturePath(id)} alt={translate('app.consent.paper.check.scan_of', { number: formNumberText(number) })} height="70vh" />
      <Button size="small" loading={opening} onClick={() => openPdf(scanPath(id))} sx={{ mt: 0.5 }}>{translate('app.consent.paper.check.show_original')}</Button>
    </Box>
  );
}
