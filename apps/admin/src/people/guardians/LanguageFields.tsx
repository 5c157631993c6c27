import { Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';

/** Languages that families in the region speak most; any other one can come with a guardian and stays in the list. */
const offered = ['de', 'en', 'uk', 'ar', 'ru', 'tr', 'fa', 'pl', 'ku', 'vi', 'fr'];

export interface Spoken {
  language: string;
  plain: boolean;
}

/** In which language somebody is written to; a page offers it first. */
export function LanguageFields({ value: { language, plain }, onChange }: { value: Spoken; onChange: (value: Spoken) => void }) {
  const translate = useTranslate();
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const codes = offered.includes(language) ? offered : [...offered, language];
  return (
    <>
      <TextField select label={translate('app.people.guardians.language')} value={language} onChange={(event) => onChange({ language: event.target.value, plain })}>
        {codes.map((code) => <MenuItem key={code} value={code}>{names.of(code) ?? code}</MenuItem>)}
      </TextField>
      <FormControlLabel label={translate('app.people.guardians.plain')} control={<Checkbox checked={plain} onChange={(_, on) => onChange({ language, plain: on })} />} />
    </>
  );
}
