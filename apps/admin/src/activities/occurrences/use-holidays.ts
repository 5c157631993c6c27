import { daysBetween } from '@mintforge/domain/activities';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVerbs } from '../../common/use-act';
import { spanOf, type OccurrencesDraft } from './occurrence-draft';
import type { Holidays } from '../types';

/** As many days as the API gives at once. */
const longestDays = 400;

/** The holidays around the days of a draft; undefined while unknown. */
export function useHolidays(draft: OccurrencesDraft): Holidays | undefined {
  const verbs = useVerbs();
  const span = spanOf(draft);
  const asked = span && daysBetween(span.from, span.to).length <= longestDays ? span : undefined;
  const { data } = useQuery({
    queryKey: ['activities', 'holidays', asked],
    queryFn: () => verbs.holidays(asked?.from ?? '', asked?.to ?? ''),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
  return data;
}
