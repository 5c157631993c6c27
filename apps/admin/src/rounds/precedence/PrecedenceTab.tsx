import { Stack } from '@mui/material';
import { Allowed } from '@mintforge/ui-kit';
import type { Round } from '../types';
import { ClassesPanel } from './ClassesPanel';
import { ReservesPanel } from './ReservesPanel';

/** Who goes before the lottery, and for whom seats are kept; the latter only for who prepares rounds. */
export function PrecedenceTab({ round }: { round: Round }) {
  return (
    <Stack spacing={2}>
      <ClassesPanel round={round} />
      {round.unit === 'PUPILS' && <Allowed to="matching.run"><ReservesPanel round={round} /></Allowed>}
    </Stack>
  );
}
