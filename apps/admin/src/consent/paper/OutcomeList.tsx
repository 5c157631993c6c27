import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { nameOf } from '../name';
import type { Outcome, PaperForm } from './types';

/** What became of a pile: how many are complete, and of each other one what is missing and of whom. */
export function OutcomeList({ outcomes, forms, onMore }: { outcomes: Outcome[]; forms: PaperForm[]; onMore: () => void }) {
  const translate = useTranslate();
  const text = (key: string, values?: object) => translate(`app.consent.paper.outcome.${key}`, values);
  const names = new Map(forms.map((form) => [form.id, nameOf(form)]));
  const lines = outcomes.flatMap(({ id, results }) =>
    results.flatMap(({ purpose, state, missing }) => {
      const values = { name: names.get(id), purpose: translate(`app.consent.purpose.${purpose}`), who: missing.map((signer) => translate(`app.consent.signer.${signer}`)).join(', ') };
      const key = state === 'REQUESTED' ? 'incomplete' : state === 'SUPERSEDED' ? 'superseded' : state === 'DISPUTED' ? 'disputed' : null;
      return key ? [text(key, values)] : [];
    }),
  );
  const toCheck = outcomes.filter((outcome) => outcome.toCheck).length;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={text('title')} />
      <Card sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5, alignItems: 'flex-start' }}>
        <Typography role="status">{text('complete', { smart_count: outcomes.filter(({ state }) => state === 'RETURNED').length })}</Typography>
        {lines.length > 0 && <Alert severity="warning"><Box component="ul" sx={{ m: 0, pl: 2.5 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box></Alert>}
        {toCheck > 0 && <Typography>{text('to_check', { smart_count: toCheck })}</Typography>}
        <Button variant="contained" autoFocus onClick={onMore}>{text('more')}</Button>
      </Card>
    </Box>
  );
}
