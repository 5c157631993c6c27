import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import { List, ListItem, ListItemButton, ListItemText, Typography } from '@mui/material';
import type { ResultOf, TodayDocument } from '@mintforge/contract';
import { taskKinds, type TaskKind } from '@mintforge/domain/kernel';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { tasksOf } from './tasks/places';

type Task = ResultOf<typeof TodayDocument>['today']['tasks'][number];

const filtered = (resource: string, filter: object) => `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** Where each task is worked off: the list that shows just what waits. */
const places: Record<Task['code'], string> = {
  ...(Object.fromEntries(taskKinds.map((kind) => [kind, tasksOf(kind)])) as Record<TaskKind, string>),
  FLAGGED_COORDINATES: filtered('organisations', { hasFlaggedCoordinates: true }),
  OPEN_IMPORT: '/imports',
  OPEN_OFFER: filtered('offers', { state: 'OPEN' }),
  OPEN_NEED: filtered('needs', { state: 'OPEN' }),
  DRAFT_ACTIVITY: filtered('activities', { state: 'DRAFT' }),
  ATTENDANCE_OPEN: filtered('occurrences', { attendanceOpen: true }),
  ROUND_OVERDUE: filtered('rounds', { state: 'OPEN' }),
  ROUND_UNPUBLISHED: filtered('rounds', { state: 'OPEN' }),
  ROUND_TASK: filtered('rounds', { state: 'OPEN' }),
  FAILED_JOB: filtered('jobs', { state: 'FAILED' }),
  FAILED_MAIL: filtered('mailbox', { state: 'FAILED' }),
};

const isKind = (code: Task['code']): code is TaskKind => taskKinds.some((kind) => kind === code);

/** Open tasks with their counts, each a link to its list. */
export function TaskCards({ tasks }: { tasks: Task[] }) {
  const translate = useTranslate();
  if (tasks.length === 0) return <Typography color="textSecondary">{translate('app.today.no_tasks')}</Typography>;
  return (
    <List disablePadding>
      {tasks.map(({ code, count }) => (
        <ListItem key={code} disablePadding>
          <ListItemButton component={Link} to={places[code]} sx={{ borderRadius: 1 }}>
            <ListItemText primary={isKind(code) ? translate('app.today.of_kind', { smart_count: count, kind: translate(`app.tasks.kind.${code}`) }) : translate(`app.today.task.${code}`, { smart_count: count })} />
            <ChevronRightOutlined color="action" />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
