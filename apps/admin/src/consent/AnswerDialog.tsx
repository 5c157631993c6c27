import { Alert, Box, FormControl, FormControlLabel, FormLabel, Link as MuiLink, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { berlinDateTime, BlockSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../common/ActDialog';
import { useAct, useVerbs } from '../common/use-act';
import { signers } from './IntakeBar';
import { nameOf } from './name';
import type { Cell, Entry, MatrixRow, Signer } from './types';

type Answer = Entry['answer'];

/** One pupil and purpose: what happened so far, and one answer from a paper. What would end is shown before a yes is taken back. */
export function AnswerDialog({ row, cell, onClose }: { row: MatrixRow; cell: Cell; onClose: () => void }) {
  const translate = useTranslate();
  const [signer, setSigner] = useState<Signer>(cell.missing[0] ?? 'GUARDIAN_1');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [day, setDay] = useState(() => berlinDay(new Date()));
  const [signerName, setSignerName] = useState('');
  const offered: readonly Answer[] = cell.state === 'GIVEN' || cell.state === 'DISPUTED' ? ['WITHDRAWN', 'REFUSED', 'GIVEN'] : ['GIVEN', 'REFUSED'];
  const ends = cell.state === 'GIVEN' && answer !== null && answer !== 'GIVEN';
  const record = useAct(
    (verbs) => verbs.recordConsents({ channel: 'PAPER', entries: [{ pupilId: row.pupilId, purpose: cell.code, signer, answer: answer ?? 'REFUSED', decidedOn: day, signerName: signerName.trim() || null }] }),
    { done: 'app.consent.answer.saved', then: onClose },
  );
  return (
    <ActDialog
      title={`${nameOf(row)}: ${translate(`app.consent.purpose.${cell.code}`)}`}
      act={translate(answer === 'WITHDRAWN' ? 'app.consent.answer.withdraw' : 'app.consent.answer.act')}
      onAct={() => record.mutate()} onClose={onClose} acting={record.isPending} disabled={answer === null || day === ''} error={record.error}
    >
      <History row={row} cell={cell} />
      <FormControl>
        <FormLabel id="answer">{translate('app.consent.answer.title')}</FormLabel>
        <RadioGroup aria-labelledby="answer" value={answer} onChange={(_, chosen) => setAnswer(chosen as Answer)}>
          {offered.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.consent.answer.${one}`)} />)}
        </RadioGroup>
      </FormControl>
      {ends && <ImpactList row={row} cell={cell} />}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField select label={translate('app.consent.intake.signer')} value={signer} onChange={(event) => setSigner(event.target.value as Signer)}>
          {signers.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.signer.${one}`)}</MenuItem>)}
        </TextField>
        <TextField label={translate('app.consent.answer.name')} value={signerName} onChange={(event) => setSignerName(event.target.value)} slotProps={{ htmlInput: { maxLength: 120 } }} />
        <TextField type="date" label={translate('app.consent.intake.day')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
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
