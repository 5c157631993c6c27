import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Picked } from './use-picked';

/** How many rows are ticked, and the ways to tick all or none. */
export function PickedBar({ picked, text }: { picked: Picked; text: string }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ flex: 1 }}>{picked.full ? `${text}. ${translate('app.common.pick_full')}` : text}</Typography>
      {picked.picked.size > 0 && <Button size="small" onClick={picked.clear}>{translate('ra.action.unselect')}</Button>}
      <Button size="small" loading={picked.pickingAll} onClick={picked.pickAll}>{translate('app.common.pick_all')}</Button>
    </Box>
  );
}
