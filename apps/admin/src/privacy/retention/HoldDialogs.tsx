import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { addDays, addMonths, berlinDay } from '@mintforge/domain/kernel';
import { holdReasons, requestSubjects, retentionClasses, type HoldReason, type RequestSubject, type RetentionClass } from '@mintforge/domain/privacy';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { useRecordWords } from '../record/use-record-words';
import { SubjectSelect } from '../requests/SubjectSelect';
import type { Hold } from './types';

interface Days {
  reviewOn: string;
  expiresOn: string;
}

function DayFields({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const translate = useTranslate();
  const today = berlinDay(new Date());
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <TextField type="date" required label={translate('app.retention.hold.review_on')} value={days.reviewOn} onChange={(event) => onChange({ ...days, reviewOn: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: addDays(today, 1), max: addMonths(today, 12) } }} />
      <TextField type="date" required label={translate('app.retention.hold.expires_on')} value={days.expiresOn} onChange={(event) => onChange({ ...days, expiresOn: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: days.reviewOn } }} />
    </Box>
  );
}

const inAYear = (): Days => ({ reviewOn: addMonths(berlinDay(new Date()), 6), expiresOn: addMonths(berlinDay(new Date()), 12) });
const complete = ({ reviewOn, expiresOn }: Days) => reviewOn !== '' && expiresOn >= reviewOn;

/** Keeps data of a person, of a class, or of a class of one person. */
export function PlaceHoldDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const words = useRecordWords();
  const [reason, setReason] = useState<HoldReason>('LEGAL_CLAIM');
  const [reference, setReference] = useState('');
  const [kind, setKind] = useState<RequestSubject | ''>('PUPIL');
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const [retentionClass, setRetentionClass] = useState<RetentionClass | ''>('');
  const [days, setDays] = useState(inAYear);
  const place = useAct((verbs) => verbs.placeHold({ reason, reference, subjectKind: kind || null, subjectId: kind ? subjectId : null, retentionClass: retentionClass || null, ...days }), { done: 'app.retention.hold.placed', then: onClose });
  const aims = kind ? subjectId !== null : retentionClass !== '';
  return (
    <ActDialog title={translate('app.retention.hold.place')} act={translate('app.retention.hold.place')} onAct={() => place.mutate()} onClose={onClose} acting={place.isPending} disabled={!aims || reference.trim() === '' || !complete(days)} error={place.error}>
      <TextField select label={translate('app.retention.hold.reason')} value={reason} onChange={(event) => setReason(event.target.value as HoldReason)}>
        {holdReasons.map((one) => <MenuItem key={one} value={one}>{translate(`app.retention.hold.why.${one}`)}</MenuItem>)}
      </TextField>
      <TextField required label={translate('app.retention.hold.reference')} helperText={translate('app.retention.hold.reference_hint')} value={reference} onChange={(event) => setReference(event.target.value)} slotProps={{ htmlInput: { maxLength: 100 } }} />
      <TextField select label={translate('app.retention.hold.whose')} value={kind} onChange={(event) => { setKind(event.target.value as RequestSubject | ''); setSubjectId(null); }}>
        <MenuItem value="">{translate('app.retention.hold.everybody')}</MenuItem>
        {requestSubjects.map((one) => <MenuItem key={one} value={one}>{words.subject[one]}</MenuItem>)}
      </TextField>
      {kind && <SubjectSelect key={kind} kind={kind} onChange={setSubjectId} />}
      <TextField select label={translate('app.retention.column.class')} value={retentionClass} onChange={(event) => setRetentionClass(event.target.value as RetentionClass | '')}>
        {kind && <MenuItem value="">{translate('app.retention.hold.everything')}</MenuItem>}
        {retentionClasses.filter((one) => one !== 'CONFIG').map((one) => <MenuItem key={one} value={one}>{words.retention[one]}</MenuItem>)}
      </TextField>
      <DayFields days={days} onChange={setDays} />
      <Typography color="textSecondary">{translate('app.retention.hold.place_hint')}</Typography>
    </ActDialog>
  );
}

/** Keeps a hold standing after its review. */
export function ProlongHoldDialog({ hold: { id, version }, onClose }: { hold: Hold; onClose: () => void }) {
  const translate = useTranslate();
  const [days, setDays] = useState(inAYear);
  const prolong = useAct((verbs) => verbs.prolongHold({ id, version, ...days }), { done: 'app.retention.hold.prolonged', then: onClose });
  return (
    <ActDialog title={translate('app.retention.hold.prolong')} act={translate('app.retention.hold.prolong')} onAct={() => prolong.mutate()} onClose={onClose} acting={prolong.isPending} disabled={!complete(days)} error={prolong.error}>
      <DayFields days={days} onChange={setDays} />
    </ActDialog>
  );
}
