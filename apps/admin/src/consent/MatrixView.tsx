import { Box, Button, Card, FormControlLabel, Link as MuiLink, Stack, Switch, Typography } from '@mui/material';
import { DesignedEmpty, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { AnswerDialog } from './AnswerDialog';
import { AskDialog } from './AskDialog';
import { tally, type Marks } from './intake';
import { IntakeBar } from './IntakeBar';
import { MatrixTable } from './MatrixTable';
import { PaperMenu } from './paper/PaperMenu';
import { open } from './tones';
import type { Cell, Matrix, MatrixRow } from './types';

const isOpen = (state: Cell['state']) => open.includes(state);

/** The matrix with what one can do to it; while papers are taken down its cells are ticked instead of opened. */
export function MatrixView({ matrix: { groupId, purposes, rows } }: { matrix: Matrix }) {
  const translate = useTranslate();
  const mayWrite = useAllowed()('consent.write');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [marks, setMarks] = useState<Marks | null>(null);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<{ row: MatrixRow; cell: Cell }>();
  if (purposes.length === 0) return <Card><DesignedEmpty title="app.consent.no_purposes" hint="app.consent.no_purposes_hint" actions={<Button component={Link} to="/purposes" variant="contained">{translate('resources.purposes.name', { smart_count: 2 })}</Button>} /></Card>;
  if (rows.length === 0) return <Card><DesignedEmpty title="app.consent.no_pupils" hint="app.consent.no_pupils_hint" actions={<MuiLink component={Link} to={`/groups/${groupId}/show`}>{translate('app.consent.to_group')}</MuiLink>} /></Card>;
  const shown = onlyOpen ? rows.filter(({ cells }) => cells.some(({ state, missing }) => isOpen(state) || missing.length > 0)) : rows;
  const figures = tally(rows, isOpen);
  return (
    <>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <Typography sx={{ flex: '1 1 16rem' }}>{translate('app.consent.figures', figures)}</Typography>
        <FormControlLabel control={<Switch checked={onlyOpen} onChange={(_, only) => setOnlyOpen(only)} />} label={translate('app.consent.only_open')} />
        {mayWrite && <Button variant="outlined" onClick={() => setMarks(marks === null ? {} : null)}>{translate(marks === null ? 'app.consent.intake.start' : 'app.consent.intake.stop')}</Button>}
        {mayWrite && <PaperMenu groupId={groupId} purposes={purposes} rows={rows} />}
        {mayWrite && <Button variant="contained" onClick={() => setAsking(true)}>{translate('app.consent.ask.open')}</Button>}
      </Stack>
      <Card sx={{ overflowX: 'auto' }}>
        <MatrixTable purposes={purposes} rows={shown} marks={marks} onMark={setMarks} onOpen={mayWrite ? (row, cell) => setOpened({ row, cell }) : undefined} />
      </Card>
      {marks !== null && <Box sx={{ position: 'sticky', bottom: 0, zIndex: 2 }}><IntakeBar rows={rows} marks={marks} onSaved={() => setMarks({})} /></Box>}
      {asking && <AskDialog groupId={groupId} purposes={purposes} rows={rows} onClose={() => setAsking(false)} />}
      {opened && <AnswerDialog {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
