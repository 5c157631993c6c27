import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { BlockSkeleton, dayText, DesignedError, useAllowed, useDownload } from '@mintforge/ui-kit';
import type { Locale } from '@mintforge/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { Title, useLocale, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { ActivityCards } from './ActivityCards';
import { DataMapTable } from './DataMapTable';
import { KeysPanel } from './KeysPanel';
import { useRecordWords } from './use-record-words';

const endings = ['pdf', 'html', 'csv'] as const;
const parts = ['activities', 'map', 'measures', 'keys'] as const;
type Part = (typeof parts)[number];

/** The record of processing, the data map it is made of, measures, and the keys. */
export function RecordPage() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const [place, setPlace] = useSearchParams();
  const { download, downloading } = useDownload();
  const shown = parts.filter((part) => part !== 'keys' || allowed('keys.rotate'));
  const part: Part = shown.find((one) => one === place.get('part')) ?? 'activities';
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.record.title')} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem' }}>{translate('app.record.hint')}</Typography>
        {endings.map((ending) => (
          <Button key={ending} variant="outlined" startIcon={<DownloadOutlined />} disabled={downloading} onClick={() => download({ path: `/privacy/record/record.${ending}`, fallbackName: `record.${ending}` })}>{ending.toUpperCase()}</Button>
        ))}
      </Stack>
      <Tabs value={part} onChange={(_, chosen: Part) => setPlace({ part: chosen }, { replace: true })} variant="scrollable" aria-label={translate('app.record.title')} sx={{ mb: 2 }}>
        {shown.map((one) => <Tab key={one} value={one} label={translate(`app.record.part.${one}`)} id={`record-tab-${one}`} aria-controls={one === part ? 'record-part' : undefined} />)}
      </Tabs>
      <Box role="tabpanel" id="record-part" aria-labelledby={`record-tab-${part}`}>
        {part === 'map' ? <DataMapTable /> : part === 'keys' ? <KeysPanel /> : <Recorded part={part} />}
      </Box>
    </Box>
  );
}

function Recorded({ part }: { part: 'activities' | 'measures' }) {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const verbs = useVerbs();
  const { measure } = useRecordWords();
  const { data: record, error, refetch } = useQuery({ queryKey: ['processing-record'], queryFn: () => verbs.processingRecord() });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!record) return <BlockSkeleton height={480} />;
  if (part === 'measures') {
    return <Box component="ul" sx={{ m: 0, pl: 3, maxWidth: '60rem' }}>{record.measures.map((one) => <Typography key={one} component="li" sx={{ mb: 1 }}>{measure[one]}</Typography>)}</Box>;
  }
  const proposed = record.activities.some(({ adopted }) => !adopted) || record.periods.some(({ adopted }) => !adopted);
  return (
    <Stack spacing={1.5}>
      <Alert severity={record.controller ? 'info' : 'warning'}>
        {record.controller ? translate('app.record.controller', { ...record.controller, day: dayText(record.day, locale) }) : translate('app.record.no_controller')}
      </Alert>
      {proposed && <Alert severity="warning">{translate('app.record.proposed_hint')}</Alert>}
      <ActivityCards record={record} />
    </Stack>
  );
}
