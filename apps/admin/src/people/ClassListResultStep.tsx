import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ClassListResult } from './types';

const figures = ['created', 'moved', 'changed', 'unchanged', 'skipped', 'refused'] as const;

interface ResultStepProps {
  groupId: string;
  result: ClassListResult;
  /** How many of those taken over stated wishes. */
  withWishes: number;
  onAgain: () => void;
}

/** What the import did, in numbers that add up, and the next step. */
export function ClassListResultStep({ groupId, result, withWishes, onAgain }: ResultStepProps) {
  const translate = useTranslate();
  return (
    <>
      <Alert severity="success" sx={{ mb: 2 }}>
        <strong>{translate('app.people.class_list.done')}.</strong> {translate('app.people.class_list.done_hint')}
      </Alert>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, m: 0, mb: 2 }}>
        {figures.filter((figure) => result[figure] > 0).map((figure) => (
          <Box key={figure} sx={{ minWidth: '7rem', display: 'flex', flexDirection: 'column-reverse' }}>
            <Typography component="dt" variant="body2" color="textSecondary">{translate(`app.people.class_list.result.${figure}`)}</Typography>
            <Typography component="dd" sx={{ m: 0, fontSize: '1.8rem', fontWeight: 650, lineHeight: 1.2 }}>{result[figure]}</Typography>
          </Box>
        ))}
      </Box>
      {withWishes > 0 && <Alert severity="info" sx={{ mb: 2 }}>{translate('app.people.class_list.wishes_kept', { smart_count: withWishes })}</Alert>}
      {result.refused > 0 && <Alert severity="warning" sx={{ mb: 2 }}>{translate('app.people.class_list.refused_hint')}</Alert>}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button component={Link} to={`/groups/${groupId}/show`} variant="contained">{translate('app.people.class_list.back')}</Button>
        <Button onClick={onAgain}>{translate('app.people.class_list.again')}</Button>
      </Box>
    </>
  );
}
