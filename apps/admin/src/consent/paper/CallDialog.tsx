import { Alert, Box, FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import { nameOf } from '../name';
import { signers, type Matrix, type MatrixRow, type PurposeCode, type Signer } from '../types';
import { german, LanguageSelect } from './LanguageSelect';
import type { CallNote } from './types';

const numbers = ['SCHOOL', 'OUR_RECORD', 'EARLIER_FORM'] as const;
const answers = ['GIVEN', 'REFUSED', 'WITHDRAWN'] as const;

/** Now, as the field for date and time writes it. */
function nowLocal(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** One answer given on the telephone; the text to read out stands in the dialog. */
export function CallDialog({ purposes, rows, onClose }: { purposes: Matrix['purposes']; rows: MatrixRow[]; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [pupilId, setPupilId] = useState('');
  const [purpose, setPurpose] = useState<PurposeCode | ''>('');
  const [signer, setSigner] = useState<Signer>('GUARDIAN_1');
  const [signerName, setSignerName] = useState('');
  const [calledAt, setCalledAt] = useState(nowLocal);
  const [numberFrom, setNumberFrom] = useState<CallNote['numberFrom'] | ''>('');
  const [answer, setAnswer] = useState<(typeof answers)[number] | null>(null);
  const [language, setLanguage] = useState(german);
  const purposeId = purposes.find(({ code }) => code === purpose)?.id;
  const texts = useQuery({ queryKey: ['consents', 'texts', purposeId], queryFn: () => verbs.purposeTexts(purposeId ?? ''), enabled: purposeId !== undefined });
  const today = new Date().toISOString().slice(0, 10);
  const wording = texts.data?.find(({ validFrom }) => validFrom !== null && validFrom <= today)?.wordings.find((one) => one.language === language.language && one.plain === language.plain);
  const ready = pupilId !== '' && purpose !== '' && numberFrom !== '' && answer !== null && calledAt !== '';
  const save = useAct(
    (provider) => provider.recordCall({ pupilId, signer, signerName: signerName.trim() || null, answers: [{ purpose: purpose || 'MATCHING', answer: answer ?? 'REFUSED' }], calledAt: new Date(calledAt).toISOString(), numberFrom: numberFrom || 'SCHOOL', ...language }),
    { done: 'app.consent.paper.call.saved', then: onClose },
  );
  const label = (key: string) => translate(`app.consent.paper.call.${key}`);
  return (
    <ActDialog title={label('title')} act={label('act')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} disabled={!ready} error={save.error}>
      <Typography>{label('hint')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField select label={label('pupil')} value={pupilId} onChange={(event) => setPupilId(event.target.value)}>
          {rows.map((row) => <MenuItem key={row.pupilId} value={row.pupilId}>{nameOf(row)}</MenuItem>)}
        </TextField>
        <TextField select label={label('purpose')} value={purpose} onChange={(event) => setPurpose(event.target.value as PurposeCode)}>
          {purposes.map(({ code }) => <MenuItem key={code} value={code}>{translate(`app.consent.purpose.${code}`)}</MenuItem>)}
        </TextField>
        <TextField select label={label('signer')} value={signer} onChange={(event) => setSigner(event.target.value as Signer)}>
          {signers.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.signer.${one}`)}</MenuItem>)}
        </TextField>
        <TextField label={label('name')} value={signerName} onChange={(event) => setSignerName(event.target.value)} slotProps={{ htmlInput: { maxLength: 120 } }} />
        <TextField type="datetime-local" label={label('when')} value={calledAt} onChange={(event) => setCalledAt(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
        <TextField select label={label('number')} value={numberFrom} onChange={(event) => setNumberFrom(event.target.value as CallNote['numberFrom'])}>
          {numbers.map((one) => <MenuItem key={one} value={one}>{label(`from.${one}`)}</MenuItem>)}
        </TextField>
      </Box>
      <LanguageSelect label={label('read')} value={language} onChange={setLanguage} />
      {texts.data && (wording ? <Box lang={wording.language} tabIndex={0} role="region" aria-label={label('read')} sx={{ maxHeight: 200, overflowY: 'auto', whiteSpace: 'pre-line', borderLeft: 3, borderColor: 'divider', pl: 1.5 }}><strong>{wording.title}</strong>{`\n${wording.body}`}</Box> : <Alert severity="warning">{label('no_text')}</Alert>)}
      <FormControl>
        <FormLabel id="call-answer">{label('answer')}</FormLabel>
        <RadioGroup aria-labelledby="call-answer" value={answer} onChange={(_, chosen) => setAnswer(chosen as (typeof answers)[number])}>
          {answers.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.consent.answer.${one}`)} />)}
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}
