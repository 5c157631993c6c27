import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Stack, Typography } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import { termText, type RetentionClass } from '@mintforge/domain/privacy';
import { StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { Fact, Facts } from '../../common/Facts';
import type { Activity, Period, ProcessingRecord } from './types';
import { useRecordWords } from './use-record-words';

/** Every activity of the record: closed its purpose and basis, open what Art. 30 asks for. */
export function ActivityCards({ record: { activities, periods } }: { record: ProcessingRecord }) {
  return <>{activities.map((activity) => <ActivityCard key={activity.purpose} activity={activity} periods={periods} />)}</>;
}

function ActivityCard({ activity: { purpose, basis, article, source, adopted, subjects, data, recipients, retention, rests }, periods }: { activity: Activity; periods: Period[] }) {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const words = useRecordWords();
  const none = translate('app.record.none');
  const periodOf = (retentionClass: string) => {
    const name = words.retention[retentionClass as RetentionClass];
    const period = periods.find((one) => one.retentionClass === retentionClass);
    if (!period) return name;
    const { termFrom, termCount, termUnit, action } = period;
    return `${name}: ${action === 'KEEP' ? words.action.KEEP : `${words.action[action]} ${termText({ from: termFrom, count: termCount, unit: termUnit }, locale)}`}`;
  };
  return (
    <Accordion variant="outlined" disableGutters slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', width: '100%' }}>
          <Typography component="span" sx={{ fontWeight: 600, flex: '1 1 16rem' }}>{words.purpose[purpose]}</Typography>
          {data.some(({ dataClass }) => dataClass === 'C4') && <StateChip label={words.dataClass.C4} tone="warning" />}
          {!adopted && <StateChip label={translate('app.record.proposed')} tone="warning" />}
          <StateChip label={words.basis[basis]} tone="neutral" />
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Facts>
          <Fact label="app.record.field.basis">{article}</Fact>
          <Fact label="app.record.field.source">{source}</Fact>
          <Fact label="app.record.field.subjects">{subjects.map((subject) => words.subject[subject]).join(', ') || none}</Fact>
          <Fact label="app.record.field.data">{data.map(({ category, dataClass }) => `${words.category[category]} (${dataClass})`).join(', ') || none}</Fact>
          <Fact label="app.record.field.recipients">{recipients.map((recipient) => words.recipient[recipient] ?? recipient).join(', ') || none}</Fact>
          <Fact label="app.record.field.retention">{retention.map(periodOf).join('; ') || none}</Fact>
          <Fact label="app.record.field.rests">{rests.map((rest) => words.rest[rest]).join(', ') || none}</Fact>
        </Facts>
      </AccordionDetails>
    </Accordion>
  );
}
