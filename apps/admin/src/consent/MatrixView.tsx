import { Box, Button, Card, FormControlLabel, Link as MuiLink, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { DesignedEmpty, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { AnswerDialog } from './AnswerDialog';
import { AskDialog } from './AskDialog';
import { askedOf, ofPurposes, tally } from './matrix-counts';
import { MatrixTable } from './MatrixTable';
import { PaperMenu } from './paper/PaperMenu';
import { open } from './tones';
import type { Cell, Matrix, MatrixRow } from './types';

const isOpen = (state: Cell['state']) => open.includes(state);

/** The matrix with what one can do to it, for all purposes or one (which the address keeps). */
export function MatrixView({ matrix: { groupId, purposes, rows } }: { matrix: Matrix }) {
  const translate = useTranslate();
  const mayWrite = useAllowed()('consent.write');
  const [place, setPlace] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<{ row: MatrixRow; cell: Cell }>();
  if (purposes.length === 0) return <Card><DesignedEmpty title="app.consent.no_purposes" hint="app.consent.no_purposes_hint" actions={<Button component={Link} to="/purposes" variant="contained">{translate('resources.purposes.name', { smart_count: 2 })}</Button>} /></Card>;
  if (rows.length === 0) return <Card><DesignedEmpty title="app.consent.no_pupils" hint="app.consent.no_pupils_hint" actions={<MuiLink component={Link} to={`/groups/${groupId}/show`}>{translate('app.consent.to_group')}</MuiLink>} /></Card>;
  const seek = (name: string, value: string) => setPlace((known) => {
    if (value) known.set(name, value);
    else known.delete(name);
    return known;
  }, { replace: true });
  const onlyOpen = place.has('open');
  const purpose = purposes.find(({ code }) => code === place.get('purpose'));
  const columns = purpose ? [purpose] : purposes;
  const counted = ofPurposes(rows, purpose ? [purpose.code] : askedOf(rows));
  const lacking = new Set(counted.filter(({ cells }) => cells.some(({ state, missing }) => isOpen(state) || missing.length > 0)).map(({ pupilId }) => pupilId));
  const shown = ofPurposes(rows, columns.map(({ code }) => code)).filter(({ pupilId }) => !onlyOpen || lacking.has(pupilId));
  return (
    <>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <TextField select fullWidth={false} sx={{ m: 0, width: 220 }} label={translate('app.consent.purpose_filter')} value={purpose?.code ?? ''} onChange={(event) => seek('purpose', event.target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{translate('app.consent.all_purposes')}</MenuItem>
          {purposes.map(({ code }) => <MenuItem key={code} value={code}>{translate(`app.consent.purpose.${code}`)}</MenuItem>)}
        </TextField>
        <FormControlLabel control={<Switch checked={onlyOpen} onChange={(_, only) => seek('open', only ? '1' : '')} />} label={translate('app.consent.only_open')} />
        <Box sx={{ flex: 1 }} />
        {mayWrite && <PaperMenu groupId={groupId} purposes={purposes} rows={rows} />}
        {mayWrite && <Button variant="contained" onClick={() => setAsking(true)}>{translate('app.consent.ask.open')}</Button>}
      </Stack>
      <Typography role="status" sx={{ mb: 1 }}>{counted.some(({ cells }) => cells.length > 0) ? translate('app.consent.figures', tally(counted, isOpen)) : translate('app.consent.nobody_asked')}</Typography>
      <Card sx={{ overflowX: 'auto' }}>
        {shown.length === 0 && <DesignedEmpty title="app.consent.nothing_open" hint="app.consent.nothing_open_hint" actions={false} />}
        {shown.length > 0 && <MatrixTable purposes={columns} rows={shown} onOpen={mayWrite ? (row, cell) => setOpened({ row, cell }) : undefined} />}
      </Card>
      {asking && <AskDialog groupId={groupId} purposes={purposes} rows={rows} onClose={() => setAsking(false)} />}
      {opened && <AnswerDialog {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
