import { Alert, Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { dayText, DesignedError, ListSkeleton, StateChip, type Tone } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../common/Rows';
import { useAct } from '../common/use-act';
import { decide, openRows, sentDecisions, takenOver, type Decisions } from './class-list';
import { DecisionSelect, decisionId } from './DecisionSelect';
import { RowOutcome } from './RowOutcome';
import type { ClassListMapping, ClassListResult, ClassListRow } from './types';
import { usePreview } from './use-preview';

type Verdict = ClassListRow['verdict'];
const verdicts: readonly Verdict[] = ['DOUBTFUL', 'REFUSED', 'NEW', 'KNOWN'];
const tones: Record<Verdict, Tone> = { NEW: 'success', KNOWN: 'info', DOUBTFUL: 'warning', REFUSED: 'error' };

interface RowsStepProps {
  fileId: string;
  groupId: string;
  mapping: ClassListMapping;
  onBack: () => void;
  onImported: (result: ClassListResult, withWishes: number) => void;
}

/** Shows what happens to each row, asks about the doubtful ones, and takes the list over as a whole. */
export function ClassListRowsStep({ fileId, groupId, mapping, onBack, onImported }: RowsStepProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [shown, setShown] = useState<Verdict | null>(null);
  const { data, error, refetch } = usePreview(fileId, groupId, mapping);
  const rows = data?.rows ?? [];
  const withWishes = rows.filter(({ row, verdict, wishes }) => wishes.length > 0 && verdict !== 'REFUSED' && decisions.get(row)?.decision !== 'SKIP').length;
  const take = useAct((verbs) => verbs.importClassList({ fileId, groupId, mapping, decisions: sentDecisions(decisions) }), { then: (result) => onImported(result, withWishes) });

  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const open = openRows(rows, decisions);
  const count = takenOver(rows, decisions);
  const visible = shown === null ? rows : rows.filter(({ verdict }) => verdict === shown);
  const toNextOpen = () => {
    setShown(null);
    // The row may only be drawn again once the filter is off.
    requestAnimationFrame(() => document.getElementById(decisionId(open[0]?.row ?? 0))?.focus());
  };

  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>{translate('app.people.class_list.rows_title')}</Typography>
      <ToggleButtonGroup exclusive size="small" value={shown} onChange={(_, value: Verdict | null) => setShown(value)} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
        {verdicts.map((verdict) => {
          const total = rows.filter((row) => row.verdict === verdict).length;
          return total === 0 ? null : <ToggleButton key={verdict} value={verdict}>{translate(`app.people.class_list.verdict.${verdict}`)}&nbsp;<strong>{total}</strong></ToggleButton>;
        })}
      </ToggleButtonGroup>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Rows
          title={translate('app.people.class_list.rows_title')}
          rows={visible}
          keyOf={({ row }) => String(row)}
          columns={[
            { label: 'app.people.class_list.row', right: true, width: 56, cell: ({ row }) => row },
            { label: 'app.people.field.full_name', cell: ({ firstName, lastName }) => <strong>{[lastName, firstName].filter(Boolean).join(', ') || '–'}</strong> },
            { label: 'app.people.field.birth_date', cell: ({ birthDate }) => (birthDate ? dayText(birthDate, locale) : '–') },
            { label: 'app.people.field.grade', right: true, cell: ({ grade }) => grade },
            { label: 'app.people.class_list.wishes', cell: ({ wishes }) => wishes.map(({ text }) => text).join(' · ') },
            ...(rows.some(({ guardians }) => guardians.length > 0) ? [{ label: 'app.people.guardians.title', cell: ({ guardians }: ClassListRow) => <Guardians guardians={guardians} /> }] : []),
            {
              label: 'app.people.class_list.outcome',
              cell: (row) => (
                <>
                  {row.verdict === 'DOUBTFUL' && decisions.has(row.row) ? <StateChip label={translate('app.people.class_list.decided')} tone="success" /> : <StateChip label={translate(`app.people.class_list.verdict.${row.verdict}`)} tone={tones[row.verdict]} />}
                  <RowOutcome row={row} />
                </>
              ),
            },
            { label: '', width: 230, cell: (row) => <DecisionSelect row={row} decisions={decisions} onDecide={(decision) => setDecisions(decide(decisions, row.row, decision))} /> },
          ]}
        />
      </Box>
      {take.error && <Alert severity="error" sx={{ mt: 2 }}>{take.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mt: 2, position: 'sticky', bottom: 0, py: 1, backgroundColor: 'background.paper' }}>
        <Button onClick={onBack}>{translate('ra.action.back')}</Button>
        <Box role="status" sx={{ flex: 1, textAlign: 'right' }}>
          {open.length > 0 ? translate('app.people.class_list.undecided', { smart_count: open.length }) : translate(count === 0 ? 'app.people.class_list.nothing' : 'app.people.class_list.ready')}
        </Box>
        {open.length > 0 ? (
          <Button variant="contained" onClick={toNextOpen}>{translate('app.people.class_list.next_undecided')}</Button>
        ) : (
          <Button variant="contained" disabled={count === 0} loading={take.isPending} onClick={() => take.mutate()}>{translate('app.people.class_list.import', { smart_count: count })}</Button>
        )}
      </Box>
    </>
  );
}

/** Guardians as the list names them, each with the contacts that could be read. */
const Guardians = ({ guardians }: Pick<ClassListRow, 'guardians'>) => (
  <>{guardians.map(({ slot, name, email, phone }) => <Typography key={slot} variant="body2">{[name, email, phone].filter(Boolean).join(', ')}</Typography>)}</>
);
