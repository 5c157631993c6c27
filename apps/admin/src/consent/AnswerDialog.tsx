import { Alert, Box, Button, FormControl, FormControlLabel, FormLabel, Link as MuiLink, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { berlinDateTime, BlockSkeleton, dayText } from '@mintforge/ui-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../common/ActDialog';
import { useAct, useVerbs } from '../common/use-act';
import { nameOf } from './name';
import { answersOf, offeredTo, versionsOn, type Answer, type Answers } from './own-paper';
import { signers, type Cell, type MatrixRow, type PurposeCode, type Signer } from './types';

/** A paper that we did not print, of one pupil: what it says about a purpose and others, with its scan. What would end is shown before a yes is taken back. */
export function AnswerDialog({ row, cell, onClose }: { row: MatrixRow; cell: Cell; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const [signer, setSigner] = useState<Signer>(cell.missing[0] ?? 'GUARDIAN_1');
  const [answers, setAnswers] = useState<Answers>({});
  const [chosenTexts, setChosenTexts] = useState<Partial<Record<PurposeCode, string>>>({});
  const [day, setDay] = useState(() => berlinDay(new Date()));
  const [signerName, setSignerName] = useState('');
  const [scan, setScan] = useState<{ id: string; name: string }>();
  const purposes = useQuery({ queryKey: ['purposes', 'with-texts'], queryFn: () => verbs.purposesWithTexts() }).data?.purposes;
  const upload = useMutation({
    async mutationFn(file: File) {
      const { pages, forms } = await verbs.dividePile([file]);
      const ids = [...new Set(pages.flatMap(({ scanId }) => scanId ?? []))];
      if (forms.length > 0 || ids.length === 0) throw new Error(translate('app.consent.answer.scan_has_number'));
      return { id: ids.length === 1 ? ids[0]! : (await verbs.joinScans(ids)).id, name: file.name };
    },
    onSuccess: setScan,
  });
  const taken = purposes && answersOf(answers, chosenTexts, purposes, day);
  const record = useAct(
    (provider) => provider.recordOwnPaper({ pupilId: row.pupilId, signer, signerName: signerName.trim() || null, signedOn: day, language: 'de', plain: false, answers: taken ?? [], scanId: scan?.id ?? '' }),
    { done: 'app.consent.answer.saved', then: onClose },
  );
  const answer = answers[cell.code];
  const take = (code: PurposeCode, chosen: Answer | null) => setAnswers(({ [code]: _, ...others }) => (chosen === null ? others : { ...others, [code]: chosen }));
  const ends = row.cells.concat(row.cells.includes(cell) ? [] : [cell]).filter(({ code, state }) => state === 'GIVEN' && answers[code] !== undefined && answers[code] !== 'GIVEN');
  return (
    <ActDialog
      title={`${nameOf(row)}: ${translate(`app.consent.purpose.${cell.code}`)}`} act={translate(answer === 'WITHDRAWN' ? 'app.consent.answer.withdraw' : 'app.consent.answer.act')}
      onAct={() => record.mutate()} onClose={onClose} acting={record.isPending} disabled={!taken || taken.length === 0 || day === '' || !scan} error={record.error ?? upload.error} wide
    >
      <History row={row} cell={cell} />
      <Typography color="textSecondary">{translate('app.consent.answer.hint')}</Typography>
      <FormControl>
        <FormLabel id="answer">{translate('app.consent.answer.title')}</FormLabel>
        <RadioGroup aria-labelledby="answer" value={answer ?? null} onChange={(_, chosen) => take(cell.code, chosen as Answer)}>
          {offeredTo(cell).map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.consent.answer.${one}`)} />)}
        </RadioGroup>
      </FormControl>
      {row.cells.length > 1 && (
        <Box role="group" aria-label={translate('app.consent.answer.also')} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Typography sx={{ gridColumn: '1 / -1', fontWeight: 600 }}>{translate('app.consent.answer.also')}</Typography>
          {row.cells.filter(({ code }) => code !== cell.code).map((other) => (
            <TextField key={other.code} select label={translate(`app.consent.purpose.${other.code}`)} value={answers[other.code] ?? ''} onChange={(event) => take(other.code, (event.target.value || null) as Answer | null)} sx={{ m: 0 }}>
              <MenuItem value="">–</MenuItem>
              {offeredTo(other).map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.answer.${one}`)}</MenuItem>)}
            </TextField>
          ))}
        </Box>
      )}
      {ends.map((one) => <ImpactList key={one.code} row={row} cell={one} />)}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField select label={translate('app.consent.intake.signer')} value={signer} onChange={(event) => setSigner(event.target.value as Signer)}>
          {signers.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.signer.${one}`)}</MenuItem>)}
        </TextField>
        <TextField label={translate('app.consent.answer.name')} value={signerName} onChange={(event) => setSignerName(event.target.value)} slotProps={{ htmlInput: { maxLength: 120 } }} />
        <TextField type="date" label={translate('app.consent.intake.day')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
        {taken?.filter(({ answer: said }) => said === 'GIVEN').map(({ purpose, textId }) => (
          <TextField key={purpose} select label={translate('app.consent.answer.version', { purpose: translate(`app.consent.purpose.${purpose}`) })} value={textId} onChange={(event) => setChosenTexts({ ...chosenTexts, [purpose]: event.target.value })}>
            {versionsOn(purposes ?? [], purpose, day).map(({ id, number, validFrom }) => <MenuItem key={id} value={id}>{translate('app.consent.answer.version_of', { number, day: dayText(validFrom ?? '', locale) })}</MenuItem>)}
          </TextField>
        ))}
      </Box>
      {taken && taken.length < Object.keys(answers).length && <Alert severity="warning">{translate('app.consent.answer.no_text')}</Alert>}
      <Box>
        <Button component="label" variant="outlined" loading={upload.isPending}>
          {translate('app.consent.answer.scan')}
          <input hidden type="file" accept=".pdf,.jpg,.jpeg,.png" onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) upload.mutate(file); }} />
        </Button>
        <Typography variant="caption" component="div" color="textSecondary">{scan ? translate('app.consent.answer.scan_kept', { name: scan.name }) : translate('app.consent.answer.scan_hint')}</Typography>
      </Box>
    </ActDialog>
  );
}

/** What ends with the consent, in the transaction of the withdrawal. */
function ImpactList({ row: { pupilId }, cell: { code } }: { row: MatrixRow; cell: Cell }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { data } = useQuery({ queryKey: ['consents', 'impact', code, pupilId], queryFn: () => verbs.consentImpact(code, [pupilId]) });
  if (!data) return <BlockSkeleton height={64} />;
  return (
    <Alert severity="warning">
      <Typography sx={{ fontWeight: 600 }}>{translate(data.length === 0 ? 'app.consent.impact.none' : 'app.consent.impact.title')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {data.map(({ id, what, title, startsAt }) => <li key={`${what} ${id}`}>{translate(`app.consent.impact.what.${what}`)}: {title}{startsAt ? ` (${berlinDateTime(startsAt, locale)})` : ''}</li>)}
      </Box>
    </Alert>
  );
}

/** The ledger of this pupil and purpose, newest act first. */
function History({ row: { pupilId }, cell: { purposeId, state, missing } }: { row: MatrixRow; cell: Cell }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { data } = useQuery({ queryKey: ['consents', 'decisions', pupilId], queryFn: () => verbs.consentDecisions(pupilId) });
  const acts = data?.filter((decision) => decision.purposeId === purposeId);
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }}>
        {translate(`app.consent.state.${state}`)}
        {missing.length > 0 && ` · ${translate('app.consent.missing', { who: missing.map((signer) => translate(`app.consent.signer.${signer}`)).join(', ') })}`}
      </Typography>
      {acts ? (
        <Box component="ol" reversed sx={{ m: 0, pl: 2.5 }}>
          {acts.map(({ id, act, signer, decidedAt, channel }) => (
            <li key={id}>
              {[berlinDateTime(decidedAt, locale), translate(`app.consent.act.${act}`), signer && translate(`app.consent.signer.${signer}`), channel && translate(`app.consent.channel.${channel}`)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </Box>
      ) : <BlockSkeleton height={48} />}
      <MuiLink component={Link} to={`/consents/${pupilId}/show`}>{translate('app.consent.history')}</MuiLink>
    </Box>
  );
}
