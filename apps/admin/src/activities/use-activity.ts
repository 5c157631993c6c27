import { useRecordContext } from 'react-admin';
import type { Activity } from './types';

/** The activity of the page once it is whole: coming from a list, React-Admin first shows the row it had there. */
export function useActivity(): Activity | undefined {
  const activity = useRecordContext<Activity>();
  return activity && 'occurrences' in activity ? activity : undefined;
}
