import { Alert, MenuItem, TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { erasureGrounds, extensionReasons, identityChecks, refusalReasons, type ErasureGround, type ExtensionReason, type IdentityCheck, type RequestRefusal } from '@mintforge/domain/privacy';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { SubjectSelect } from './SubjectSelect';
import type { RequestView } from './types';

export interface StepProps {
  request: RequestView['request'];
  onClose: () => void;
}

interface ChoiceDialogProps<Value extends string> {
  /** Key of the texts of the step: title, act and hint. */
  step: string;
  values: readonly Value[];
  texts: string;
  act: { mutate: (value: Value) => void; isPending: boolean; error: Error | null };
  onClose: () => void;
  disabled?: boolean;
  children?: ReactNode;
}

/** A step that needs one word from a list. */
function ChoiceDialog<Value extends string>({ step, values, texts, act, onClose, disabled, children }: ChoiceDialogProps<Value>) {
  const translate = useTranslate();
  const [value, setValue] = useState<Value | ''>('');
  return (
    <ActDialog title={translate(`app.requests.step.${step}.title`)} act={translate(`app.requests.step.${step}.act`)} onAct={() => value && act.mutate(value)} acting={act.isPending} disabled={!value || disabled} error={act.error} onClose={onClose}>
      <Typography color="textSecondary">{translate(`app.requests.step.${step}.hint`)}</Typography>
      {children}
      <TextField select required label={translate(`app.requests.step.${step}.choice`)} value={value} onChange={(event) => setValue(event.target.value as Value)}>
        {values.map((one) => <MenuItem key={one} value={one}>{translate(`${texts}.${one}`)}</MenuItem>)}
      </TextField>
    </ActDialog>
  );
}

/** How we know who asks; whom it is about, where that is not known yet. */
export function IdentifyDialog({ request: { id, version, subjectKind, subjectId }, onClose }: StepProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const act = useAct((verbs, check: IdentityCheck) => verbs.identifyRequester({ id, version, check, subjectId: chosen }), { then: onClose });
  return (
    <ChoiceDialog step="identify" values={identityChecks.filter((check) => check !== 'OWN_DUTY')} texts="app.requests.check" act={act} disabled={!subjectId && !chosen} onClose={onClose}>
      {!subjectId && <SubjectSelect kind={subjectKind} onChange={setChosen} />}
    </ChoiceDialog>
  );
}

export function ExtendDialog({ request: { id, version }, onClose }: StepProps) {
  const act = useAct((verbs, reason: ExtensionReason) => verbs.extendRequest({ id, version, reason }), { then: onClose });
  return <ChoiceDialog step="extend" values={extensionReasons} texts="app.requests.extension" act={act} onClose={onClose} />;
}

export function RefuseDialog({ request: { id, version }, onClose }: StepProps) {
  const act = useAct((verbs, reason: RequestRefusal) => verbs.refuseRequest({ id, version, reason }), { then: onClose });
  return <ChoiceDialog step="refuse" values={refusalReasons} texts="app.requests.refusal" act={act} onClose={onClose} />;
}

export function ProposeDialog({ request: { id, version }, onClose }: StepProps) {
  const act = useAct((verbs, ground: ErasureGround) => verbs.proposeErasure({ id, version, ground }), { then: onClose });
  return <ChoiceDialog step="propose" values={erasureGrounds.filter((ground) => ground !== 'RETENTION')} texts="app.requests.ground" act={act} onClose={onClose} />;
}

/** Ends a limit, after the person was told. */
export function LiftDialog({ request: { id, version }, onClose }: StepProps) {
  const translate = useTranslate();
  const [toldOn, setToldOn] = useState(() => berlinDay(new Date()));
  const act = useAct((verbs) => verbs.liftLimit({ id, version, toldOn }), { then: onClose });
  return (
    <ActDialog title={translate('app.requests.step.lift.title')} act={translate('app.requests.step.lift.act')} onAct={() => act.mutate()} acting={act.isPending} disabled={!toldOn} error={act.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.requests.step.lift.hint')}</Typography>
      <TextField type="date" required label={translate('app.requests.step.lift.day')} value={toldOn} onChange={(event) => setToldOn(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
    </ActDialog>
  );
}

/** Executes what another person proposed; the pseudonym is typed, so that nobody erases by a slip. */
export function ExecuteDialog({ request: { id, pseudonym }, erasureId, onClose }: StepProps & { erasureId: string }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const act = useAct((verbs) => verbs.executeErasure(id, erasureId), { done: 'app.requests.step.execute.done', then: onClose });
  const word = pseudonym ?? translate('app.requests.step.execute.word');
  return (
    <ActDialog title={translate('app.requests.step.execute.title')} act={translate('app.requests.step.execute.act')} onAct={() => act.mutate()} acting={act.isPending} disabled={typed.trim().toUpperCase() !== word.toUpperCase()} error={act.error} onClose={onClose}>
      <Alert severity="warning">{translate('app.requests.step.execute.hint')}</Alert>
      <TextField autoFocus autoComplete="off" label={translate('app.requests.step.execute.type', { word })} value={typed} onChange={(event) => setTyped(event.target.value)} slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace' } } }} />
    </ActDialog>
  );
}
