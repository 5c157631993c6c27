import { Box, Tab, Tabs, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { HoldsPanel } from './HoldsPanel';
import { NightsTable } from './NightsTable';
import { ReportPanel } from './ReportPanel';

const parts = { report: ReportPanel, nights: NightsTable, holds: HoldsPanel } as const;
type Part = keyof typeof parts;
const names = Object.keys(parts) as Part[];

/** How long what is kept: periods with what would end, what the nights ended, and holds. */
export function RetentionPage() {
  const translate = useTranslate();
  const [place, setPlace] = useSearchParams();
  const part = names.find((one) => one === place.get('part')) ?? 'report';
  const Shown = parts[part];
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.retention.title')} />
      <Typography color="textSecondary" sx={{ mb: 1, maxWidth: '60rem' }}>{translate('app.retention.hint')}</Typography>
      <Tabs value={part} onChange={(_, chosen: Part) => setPlace({ part: chosen }, { replace: true })} variant="scrollable" aria-label={translate('app.retention.title')} sx={{ mb: 2 }}>
        {names.map((one) => <Tab key={one} value={one} label={translate(`app.retention.part.${one}`)} id={`retention-tab-${one}`} aria-controls={one === part ? 'retention-part' : undefined} />)}
      </Tabs>
      <Box role="tabpanel" id="retention-part" aria-labelledby={`retention-tab-${part}`}><Shown /></Box>
    </Box>
  );
}
