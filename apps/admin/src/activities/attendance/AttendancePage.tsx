import { Alert, Box, Button, Card, FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, usePermissions, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAct, useVerbs } from '../../common/use-act';
import { AccessDeniedPage } from '../../shell/DeadEnds';
import { allPresent, byGroup, drafted, headCounts, nameOf, withMark } from './attendance-marks';
import { AttendanceCounts } from './AttendanceCounts';
import { AttendanceHead } from './AttendanceHead';
import { AttendanceLine } from './AttendanceLine';
import { OccurrenceTabs } from './OccurrenceTabs';
import type { AttendanceSheet } from '../types';
import { useAttendanceDraft } from './use-attendance-draft';

/** The attendance list of an occurrence, to mark on the spot: on a phone as well as at the desk. */
export function AttendancePage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const verbs = useVerbs();
  const { isPending } = usePermissions();
  const maySee = useAllowed()('attendance.read');
  const { data: sheet, error, refetch } = useQuery({ queryKey: ['attendance', id], queryFn: () => verbs.attendanceList(id), enabled: maySee });
  if (!isPending && !maySee) return <AccessDeniedPage />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.activities.attendance.title')} />
      <OccurrenceTabs id={id} />
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : sheet ? <Sheet key={id} sheet={sheet} /> : <BlockSkeleton height={480} />}
    </Box>
  );
}

/** Above this one looks for a name rather than at all of them. */
const searchFrom = 12;

function Sheet({ sheet: { occurrence, rows } }: { sheet: AttendanceSheet }) {
  const translate = useTranslate();
  const mayMark = useAllowed()('attendance.write') && occurrence.state === 'PLANNED';
  const [draft, setDraft] = useAttendanceDraft(occurrence.id);
  const [sought, setSought] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const marks = Object.entries(draft).map(([id, mark]) => ({ id, ...mark }));
  const save = useAct((verbs) => verbs.markAttendance({ occurrenceId: occurrence.id, marks }), { done: 'app.activities.attendance.saved', then: () => setDraft({}) });
  const counts = headCounts(rows, draft);
  const saved = new Map(rows.map((row) => [row.id, row]));
  const shown = drafted(rows, draft).filter((row) => nameOf(row).toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()) && (!onlyOpen || saved.get(row.id)?.state === 'EXPECTED'));

  return (
    <>
      <AttendanceHead occurrence={occurrence} />
      {rows.length === 0 ? <Card><DesignedEmpty title="app.activities.attendance.empty" hint="app.activities.attendance.empty_hint" /></Card> : (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', my: 1.5 }}>
            {mayMark && <Button variant="outlined" disabled={counts.EXPECTED === 0} onClick={() => setDraft(allPresent(rows, draft))} sx={{ minHeight: 44 }}>{translate('app.activities.attendance.all_present')}</Button>}
            {rows.length > searchFrom && <TextField type="search" label={translate('app.activities.attendance.search')} value={sought} onChange={(event) => setSought(event.target.value)} sx={{ m: 0, flex: '1 1 12rem', maxWidth: 360 }} />}
            {rows.length > searchFrom && <FormControlLabel control={<Switch checked={onlyOpen} onChange={(_, only) => setOnlyOpen(only)} />} label={translate('app.activities.attendance.only_open')} />}
          </Box>
          {shown.length === 0 && <Typography color="textSecondary">{translate('app.activities.attendance.nobody_found')}</Typography>}
          {byGroup(shown).map(({ title, rows: members }) => (
            <Card component="section" key={title} aria-label={title} sx={{ mb: 1.5 }}>
              <Typography variant="h3" component="h2" sx={{ px: 2, pt: 1.5, pb: 0.5 }}>{title}</Typography>
              <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                {members.map((row) => (
                  <AttendanceLine
                    key={row.id}
                    row={row}
                    changed={row.id in draft}
                    onMark={mayMark ? (change) => setDraft(withMark(draft, saved.get(row.id) ?? row, change)) : undefined}
                  />
                ))}
              </Box>
            </Card>
          ))}
          <Box sx={({ palette }) => ({ position: 'sticky', bottom: 0, zIndex: 2, mt: 2, mx: { xs: -1, sm: -2 }, px: 2, py: 1.25, backgroundColor: palette.background.paper, borderTop: `1px solid ${palette.divider}` })}>
            {save.error && <Alert severity="error" sx={{ mb: 1 }}>{save.error.message}</Alert>}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
              <AttendanceCounts counts={counts} />
              {mayMark && <Button variant="contained" disabled={marks.length === 0} loading={save.isPending} onClick={() => save.mutate()} sx={{ minHeight: 44, flex: { xs: '1 1 100%', sm: 'none' } }}>{translate(marks.length === 0 ? 'app.activities.attendance.nothing_to_save' : 'app.activities.attendance.save', { smart_count: marks.length })}</Button>}
            </Box>
          </Box>
        </>
      )}
    </>
  );
}
