import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVerbs } from '../common/use-act';
import { hasNames } from './class-list';
import type { ClassListMapping } from './types';

/** What an import would do with each row of an uploaded list. Names are kept no longer than the page that shows them. */
export function usePreview(fileId: string, groupId: string, mapping: ClassListMapping | undefined) {
  const verbs = useVerbs();
  return useQuery({
    queryKey: ['class list', fileId, groupId, mapping],
    queryFn: () => verbs.previewClassList({ fileId, groupId, mapping: mapping ?? null }),
    enabled: mapping === undefined || hasNames(mapping),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
}
