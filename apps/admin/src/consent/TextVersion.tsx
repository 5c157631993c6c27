import { Box, FormControlLabel, Switch, Tab, Tabs, Typography } from '@mui/material';
import { dayText } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { DiffText } from './DiffText';
import type { ConsentText, Wording } from './types';

const keyOf = ({ language, plain }: Pick<Wording, 'language' | 'plain'>): string => `${language}${plain ? '-plain' : ''}`;

/** One version of a text in its languages, beside what changed since the one before. */
export function TextVersion({ text: { number, change, validFrom, validTo, wordings }, before }: { text: ConsentText; before?: ConsentText }) {
  const translate = useTranslate();
  const locale = useLocale();
  const [tab, setTab] = useState(0);
  const [compared, setCompared] = useState(false);
  const wording = wordings[tab];
  const earlier = wording && before?.wordings.find((other) => keyOf(other) === keyOf(wording));
  const term = validFrom === null ? translate('app.consent.text.not_released') : translate(validTo ? 'app.consent.text.from_to' : 'app.consent.text.from', { from: dayText(validFrom, locale), to: validTo ? dayText(validTo, locale) : '' });
  if (!wording) return null;
  return (
    <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 1, mt: 1 }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>{translate('app.consent.text.version', { number })} · {translate(`app.consent.change.${change}`)} · {term}</Typography>
      <Tabs value={tab} onChange={(_, chosen: number) => setTab(chosen)} variant="scrollable" aria-label={translate('app.consent.text.languages')}>
        {wordings.map((one) => <Tab key={keyOf(one)} label={translate(`app.consent.language.${keyOf(one)}`, { _: keyOf(one) })} />)}
      </Tabs>
      {earlier && <FormControlLabel label={translate('app.consent.text.compare')} control={<Switch checked={compared} onChange={(_, on) => setCompared(on)} />} />}
      <Typography sx={{ fontWeight: 600, mt: 1 }} lang={wording.language}>{wording.title}</Typography>
      {compared && earlier ? <DiffText before={earlier.body} after={wording.body} lang={wording.language} /> : <Typography sx={{ whiteSpace: 'pre-line' }} lang={wording.language}>{wording.body}</Typography>}
      <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>SHA-256 {wording.sha256}</Typography>
    </Box>
  );
}
