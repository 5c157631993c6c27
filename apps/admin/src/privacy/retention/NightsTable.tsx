import { Card } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import type { RetentionClass } from '@mintforge/domain/privacy';
import { BlockSkeleton, dayText, DesignedEmpty, DesignedError, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useRecordWords } from '../record/use-record-words';
import { useWhat } from './use-what';

/** What the rounds of the last nights ended, held and left. */
export function NightsTable() {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const verbs = useVerbs();
  const words = useRecordWords();
  const what = useWhat();
  const { whole } = useNumbers();
  const { data: results, error, refetch } = useQuery({ queryKey: ['retention', 'results'], queryFn: () => verbs.retentionResults() });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!results) return <BlockSkeleton height={320} />;
  return (
    <Card>
      {results.length === 0 ? <DesignedEmpty title="app.retention.no_night" hint="app.retention.no_night_hint" /> : (
        <Rows
          title={translate('app.retention.part.nights')} rows={results} keyOf={({ id }) => id}
          columns={[
            { label: 'app.retention.column.night', cell: ({ day }) => dayText(day, locale) },
            { label: 'app.retention.column.class', cell: ({ retentionClass }) => words.retention[retentionClass as RetentionClass] },
            { label: 'app.retention.column.what', cell: (result) => what(result.what) },
            { label: 'app.retention.column.ended', right: true, cell: ({ ended }) => whole(ended) },
            { label: 'app.retention.column.held', right: true, cell: ({ held }) => whole(held) },
            { label: 'app.retention.column.waiting', right: true, cell: ({ waiting }) => whole(waiting) },
            { label: 'app.retention.column.state', cell: ({ executed }) => <StateChip label={translate(executed ? 'app.retention.executed' : 'app.retention.counted')} tone={executed ? 'success' : 'neutral'} /> },
          ]}
        />
      )}
    </Card>
  );
}
