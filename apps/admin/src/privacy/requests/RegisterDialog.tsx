import { FormControl, FormControlLabel, FormGroup, FormLabel, Checkbox, MenuItem, TextField, Typography } from '@mui/material';
import { purposeCodes } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { requestChannels, requesters, requestKinds, requestSubjects, type RequestKind } from '@mintforge/domain/privacy';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { SubjectSelect } from './SubjectSelect';
import type { RequestInput } from './verbs';

/** Purposes that the law lets somebody object to; one that rests on consent is refused with words that say so. */
const objectable = purposeCodes.filter((code) => code !== 'ACCOUNT' && code !== 'ACCOUNTABILITY');

/** Enters a request: what reached us, when and by which way. */
export function RegisterDialog({ kind, pupilId, onClose }: { kind: RequestKind; pupilId: string | null; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [input, setInput] = useState<RequestInput>({
    kind: requestKinds.find((known) => known === kind) ?? 'ACCESS', subjectKind: 'PUPIL', subjectId: pupilId, requester: pupilId ? 'OFFICE' : 'SELF', channel: 'MAIL', receivedOn: berlinDay(new Date()), purposes: [], note: '',
  });
  const change = (part: Partial<RequestInput>) => setInput((before) => ({ ...before, ...part }));
  const register = useAct((verbs) => verbs.registerRequest({ ...input, note: input.note?.trim() || null, purposes: input.kind === 'OBJECTION' ? input.purposes : [] }), {
    done: 'app.requests.register.done', then: (id) => navigate(`/requests/${id}/show`),
  });
  const select = <Value extends string>(label: string, value: Value, values: readonly Value[], texts: string, onChange: (value: Value) => void) => (
    <TextField select label={translate(label)} value={value} onChange={(event) => onChange(event.target.value as Value)}>
      {values.map((one) => <MenuItem key={one} value={one}>{translate(`${texts}.${one}`)}</MenuItem>)}
    </TextField>
  );
  return (
    <ActDialog title={translate('app.requests.register.title')} act={translate('app.requests.register.act')} onAct={() => register.mutate()} acting={register.isPending} error={register.error} onClose={onClose}>
      {select('app.requests.field.kind', input.kind, requestKinds, 'app.requests.kind', (chosen) => change({ kind: chosen }))}
      <Typography variant="body2" color="textSecondary">{translate(`app.requests.kind_hint.${input.kind}`)}</Typography>
      {select('app.requests.field.subject_kind', input.subjectKind, requestSubjects, 'app.requests.subject', (chosen) => change({ subjectKind: chosen, subjectId: null }))}
      <SubjectSelect key={input.subjectKind} kind={input.subjectKind} pupilId={pupilId} onChange={(subjectId) => change({ subjectId })} />
      {select('app.requests.field.requester', input.requester, requesters, 'app.requests.requester', (chosen) => change({ requester: chosen }))}
      {select('app.requests.field.channel', input.channel, requestChannels, 'app.requests.channel', (chosen) => change({ channel: chosen }))}
      <TextField type="date" label={translate('app.requests.field.received')} value={input.receivedOn} onChange={(event) => change({ receivedOn: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} />
      {input.kind === 'OBJECTION' && (
        <FormControl component="fieldset">
          <FormLabel component="legend">{translate('app.requests.field.purposes')}</FormLabel>
          <FormGroup>
            {objectable.map((code) => (
              <FormControlLabel key={code} label={translate(`app.consent.purpose.${code}`)} control={<Checkbox checked={input.purposes?.includes(code) ?? false} onChange={(_, on) => change({ purposes: on ? [...(input.purposes ?? []), code] : (input.purposes ?? []).filter((one) => one !== code) })} />} />
            ))}
          </FormGroup>
        </FormControl>
      )}
      <TextField multiline minRows={2} label={translate('app.requests.field.note')} helperText={translate('app.requests.note_hint')} value={input.note ?? ''} onChange={(event) => change({ note: event.target.value })} />
    </ActDialog>
  );
}
