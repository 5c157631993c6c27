import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { shortDay } from '../../common/short-day';
import type { MoveUp } from './verbs';

/** Who gets which seat and gives up which for it, one line each, in the order given. */
export function MoveUps({ moves }: { moves: readonly MoveUp[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const place = ({ title, startsAt, rank }: MoveUp['to']) => ({ title, day: shortDay(startsAt, locale), wish: rank === null ? translate('app.rounds.figures.outside') : translate('app.rounds.figures.rank', { rank }) });
  return (
    <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 0.75 }}>
      {moves.map(({ participantId, label, school, from, to }) => (
        <Typography key={`${participantId} ${to.occurrenceId}`} component="li" variant="body2">
          <strong>{label}</strong> ({school}) {translate('app.placements.move_gets', place(to))} {from ? translate('app.placements.move_leaves', place(from)) : translate('app.placements.move_new')}.
        </Typography>
      ))}
    </Box>
  );
}
