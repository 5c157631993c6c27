import { Chip, Stack, Typography } from '@mui/material';
import { useFieldValue, useLocale, useTranslate } from 'react-admin';
import { berlinDateTime, berlinPeriod, dayText } from './berlin-time';

interface FieldProps {
  source: string;
  /** Read by the table or layout around the field. */
  label?: string | false;
}

const useValue = <Value,>(source: string): Value | null | undefined => useFieldValue({ source });

/** An instant on the Berlin clock, whatever the computer's own time zone. */
export function DateTimeField({ source }: FieldProps) {
  const locale = useLocale();
  const instant = useValue<string>(source);
  return instant ? <time dateTime={instant}>{berlinDateTime(instant, locale)}</time> : null;
}

/** A calendar day (`YYYY-MM-DD`). */
export function DayField({ source }: FieldProps) {
  const locale = useLocale();
  const day = useValue<string>(source);
  return day ? <time dateTime={day}>{dayText(day, locale)}</time> : null;
}

/** From start to end on the Berlin clock, the day written once: `Do., 12. März 2026, 09:00–11:30`. */
export function PeriodField({ source, endSource }: FieldProps & { endSource: string }) {
  const locale = useLocale();
  const start = useValue<string>(source);
  const end = useValue<string>(endSource);
  return start && end ? <time dateTime={start}>{berlinPeriod(start, end, locale)}</time> : null;
}

export interface TopicsFieldProps extends FieldProps {
  /** Prefix of the text keys: `topics` -> `topics.ROBOTICS`. */
  texts: string;
  /** Shown before `+n`; all by default. */
  limit?: number;
}

/** A set of words from a fixed vocabulary as chips. */
export function TopicsField({ source, texts, limit = Infinity }: TopicsFieldProps) {
  const translate = useTranslate();
  const topics = useValue<string[]>(source) ?? [];
  const hidden = topics.length - limit;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {topics.slice(0, limit).map((topic) => <Chip key={topic} size="small" variant="outlined" label={translate(`${texts}.${topic}`, { _: topic })} />)}
      {hidden > 0 && <Typography variant="body2" color="textSecondary">+{hidden}</Typography>}
    </Stack>
  );
}
