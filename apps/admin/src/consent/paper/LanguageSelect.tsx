import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** A language of texts, in plain words or not. */
export interface TextLanguage {
  language: string;
  plain: boolean;
}

const offered = ['de', 'de-plain', 'en', 'uk'] as const;
export const german: TextLanguage = { language: 'de', plain: false };

const keyOf = ({ language, plain }: TextLanguage): string => `${language}${plain ? '-plain' : ''}`;
const readKey = (key: string): TextLanguage => ({ language: key.slice(0, 2), plain: key.endsWith('-plain') });

/** Chooses one of the languages in which texts usually are; one that a text does not have is refused by the API. */
export function LanguageSelect({ value, onChange, label }: { value: TextLanguage; onChange: (value: TextLanguage) => void; label: string }) {
  const translate = useTranslate();
  return (
    <TextField select label={label} value={keyOf(value)} onChange={(event) => onChange(readKey(event.target.value))}>
      {offered.map((key) => <MenuItem key={key} value={key}>{translate(`app.consent.language.${key}`)}</MenuItem>)}
    </TextField>
  );
}
