import { Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { DiffText } from './DiffText';
import type { ConsentText, Wording } from './types';

type Draft = Pick<Wording, 'language' | 'plain' | 'title' | 'body'>;

const blank: Draft[] = [{ language: 'de', plain: false }, { language: 'de', plain: true }, { language: 'en', plain: false }].map((key) => ({ ...key, title: '', body: '' }));

/** A new version of a text, made from the latest; what changes is shown below each wording. */
export function TextDialog({ purposeId, latest, onClose }: { purposeId: string; latest?: ConsentText; onClose: () => void }) {
  const translate = useTranslate();
  const [drafts, setDrafts] = useState<Draft[]>(() => latest?.wordings.map(({ language, plain, title, body }) => ({ language, plain, title, body })) ?? blank);
  const [change, setChange] = useState<ConsentText['change']>('EDITORIAL');
  const [dpoReference, setReference] = useState('');
  const wordings = drafts.filter(({ title, body }) => title.trim() !== '' || body.trim() !== '');
  const propose = useAct((verbs) => verbs.proposeConsentText({ purposeId, change, dpoReference: dpoReference.trim() || null, wordings }), { done: 'app.consent.text.proposed', then: onClose });
  const edit = (at: number, part: Partial<Draft>) => setDrafts(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)));
  const changed = drafts.some(({ title, body }, at) => title !== latest?.wordings[at]?.title || body !== latest.wordings[at].body);
  return (
    <ActDialog title={translate('app.consent.text.write')} act={translate('app.consent.text.propose')} onAct={() => propose.mutate()} onClose={onClose} acting={propose.isPending} disabled={!changed || wordings.some(({ title, body }) => !title.trim() || !body.trim())} error={propose.error} wide>
      <RadioGroup value={change} onChange={(_, chosen) => setChange(chosen as ConsentText['change'])} aria-label={translate('app.consent.text.change')}>
        {(['EDITORIAL', 'MATERIAL'] as const).map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.consent.change_hint.${one}`)} />)}
      </RadioGroup>
      {drafts.map(({ language, plain, title, body }, at) => {
        const label = translate(`app.consent.language.${language}${plain ? '-plain' : ''}`, { _: language });
        const before = latest?.wordings[at]?.body;
        return (
          <Box key={label} sx={{ display: 'grid', gap: 1 }}>
            <TextField label={`${translate('app.consent.text.title')}: ${label}`} value={title} onChange={(event) => edit(at, { title: event.target.value })} slotProps={{ htmlInput: { maxLength: 200, lang: language } }} />
            <TextField multiline minRows={4} maxRows={14} label={`${translate('app.consent.text.body')}: ${label}`} value={body} onChange={(event) => edit(at, { body: event.target.value })} slotProps={{ htmlInput: { maxLength: 20_000, lang: language } }} />
            {before !== undefined && before !== body && <DiffText before={before} after={body} lang={language} />}
          </Box>
        );
      })}
      <TextField label={translate('app.consent.text.dpo')} value={dpoReference} onChange={(event) => setReference(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <Typography color="textSecondary">{translate('app.consent.text.four_eyes')}</Typography>
    </ActDialog>
  );
}
