import { Alert, Checkbox, FormControlLabel, FormGroup, FormLabel, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { usePdf } from '../../common/use-pdf';
import { ActDialog } from '../../common/ActDialog';
import { useVerbs } from '../../common/use-act';
import { nameOf } from '../name';
import type { Matrix, MatrixRow, PurposeCode } from '../types';
import { german, LanguageSelect } from './LanguageSelect';
import { formsPath } from './verbs';

export interface PrintDialogProps {
  what: 'forms' | 'slips';
  groupId: string;
  purposes: Matrix['purposes'];
  rows: MatrixRow[];
  onClose: () => void;
}

/** Prints consent forms, or claim slips, for everybody of a group whose answer is missing, or for one of them. */
export function PrintDialog({ what, groupId, purposes, rows, onClose }: PrintDialogProps) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const refresh = useRefresh();
  const { openPdf, opening } = usePdf();
  const [chosen, setChosen] = useState<PurposeCode[]>([]);
  const [pupilId, setPupilId] = useState('');
  const [language, setLanguage] = useState(german);
  const [bothSides, setBothSides] = useState(true);
  const words = what === 'forms' ? 'app.consent.paper.print' : 'app.consent.paper.slips';
  const asked = { ...(pupilId === '' ? { groupId } : { pupilIds: [pupilId] }), purposes: chosen, ...language };
  const make = async () => {
    const file = what === 'slips' ? await verbs.printSlips(asked) : await verbs.download(formsPath((await verbs.printForms(asked)).setId, bothSides));
    refresh();
    onClose();
    return file;
  };
  return (
    <ActDialog title={translate(`${words}.title`)} act={translate(`${words}.act`)} onAct={() => openPdf(make)} onClose={onClose} acting={opening} disabled={chosen.length === 0}>
      {what === 'slips' ? <Alert severity="warning">{translate(`${words}.hint`)}</Alert> : <Typography>{translate(`${words}.hint`)}</Typography>}
      <TextField select label={translate('app.consent.paper.print.whom')} value={pupilId} onChange={(event) => setPupilId(event.target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
        <MenuItem value="">{translate('app.consent.paper.print.everybody')}</MenuItem>
        {rows.map((row) => <MenuItem key={row.pupilId} value={row.pupilId}>{nameOf(row)}</MenuItem>)}
      </TextField>
      <FormLabel id="print-purposes">{translate('app.consent.paper.print.purposes')}</FormLabel>
      <FormGroup role="group" aria-labelledby="print-purposes">
        {purposes.map(({ code }) => (
          <FormControlLabel key={code} label={translate(`app.consent.purpose.${code}`)} control={<Checkbox checked={chosen.includes(code)} onChange={(_, on) => setChosen(purposes.map((purpose) => purpose.code).filter((one) => (one === code ? on : chosen.includes(one))))} />} />
        ))}
      </FormGroup>
      <LanguageSelect label={translate('app.consent.paper.print.language')} value={language} onChange={setLanguage} />
      {what === 'forms' && <FormControlLabel label={translate('app.consent.paper.print.both_sides')} control={<Checkbox checked={bothSides} onChange={(_, on) => setBothSides(on)} />} />}
    </ActDialog>
  );
}
