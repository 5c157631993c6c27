import { Alert, Checkbox, FormControlLabel, FormGroup, FormLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { usePdf } from '../../activities/use-pdf';
import { ActDialog } from '../../common/ActDialog';
import { useVerbs } from '../../common/use-act';
import type { Matrix, PurposeCode } from '../types';
import { german, LanguageSelect } from './LanguageSelect';
import { formsPath } from './verbs';

/** Prints consent forms, or claim slips, for everybody of a group whose answer is missing. */
export function PrintDialog({ what, groupId, purposes, onClose }: { what: 'forms' | 'slips'; groupId: string; purposes: Matrix['purposes']; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const refresh = useRefresh();
  const { openPdf, opening } = usePdf();
  const [chosen, setChosen] = useState<PurposeCode[]>([]);
  const [language, setLanguage] = useState(german);
  const words = what === 'forms' ? 'app.consent.paper.print' : 'app.consent.paper.slips';
  const asked = { groupId, purposes: chosen, ...language };
  const make = async () => {
    const file = what === 'slips' ? await verbs.printSlips(asked) : await verbs.download(formsPath((await verbs.printForms(asked)).setId));
    refresh();
    onClose();
    return file;
  };
  return (
    <ActDialog title={translate(`${words}.title`)} act={translate(`${words}.act`)} onAct={() => openPdf(make)} onClose={onClose} acting={opening} disabled={chosen.length === 0}>
      {what === 'slips' ? <Alert severity="warning">{translate(`${words}.hint`)}</Alert> : <Typography>{translate(`${words}.hint`)}</Typography>}
      <FormLabel id="print-purposes">{translate('app.consent.paper.print.purposes')}</FormLabel>
      <FormGroup role="group" aria-labelledby="print-purposes">
        {purposes.map(({ code }) => (
          <FormControlLabel key={code} label={translate(`app.consent.purpose.${code}`)} control={<Checkbox checked={chosen.includes(code)} onChange={(_, on) => setChosen(purposes.map((purpose) => purpose.code).filter((one) => (one === code ? on : chosen.includes(one))))} />} />
        ))}
      </FormGroup>
      <LanguageSelect label={translate('app.consent.paper.print.language')} value={language} onChange={setLanguage} />
    </ActDialog>
  );
}
