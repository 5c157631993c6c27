import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { takerOf, type Decisions } from './class-list';
import type { ClassListDecision, ClassListRow } from './types';

type Decision = Pick<ClassListDecision, 'decision' | 'pupilId'>;

interface DecisionSelectProps {
  row: ClassListRow;
  decisions: Decisions;
  onDecide: (decision: Decision | null) => void;
}

/** The element that decides a row, to be focused. */
export const decisionId = (row: number): string => `decision-${row}`;

const valueOf = (decision: Decision | undefined): string => (decision?.decision === 'SAME' ? (decision.pupilId ?? '') : (decision?.decision ?? ''));

function decisionOf(value: string): Decision | null {
  if (value === '') return null;
  return value === 'NEW' || value === 'SKIP' ? { decision: value } : { decision: 'SAME', pupilId: value };
}

/** What to do with a row: a doubtful one must be decided, the others may be left out, a refused one has no choice. */
export function DecisionSelect({ row: { row, verdict, firstName, lastName, candidates }, decisions, onDecide }: DecisionSelectProps) {
  const translate = useTranslate();
  if (verdict === 'REFUSED') return null;
  const word = (key: string, values = {}) => translate(`app.people.class_list.choice.${key}`, values);
  const open = verdict === 'DOUBTFUL' && !decisions.has(row);
  return (
    <TextField
      select
      id={decisionId(row)}
      margin="none"
      value={valueOf(decisions.get(row))}
      onChange={(event) => onDecide(decisionOf(event.target.value))}
      error={open}
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': translate('app.people.class_list.decision', { row, name: `${firstName} ${lastName}` }) } }}
    >
      <option value="">{word(verdict === 'DOUBTFUL' ? 'open' : verdict === 'NEW' ? 'create' : 'take')}</option>
      {verdict === 'DOUBTFUL' && <option value="NEW">{word('create')}</option>}
      {candidates.map(({ pupilId, pseudonym }) => {
        const elsewhere = (takerOf(decisions, pupilId) ?? row) !== row;
        return <option key={pupilId} value={pupilId} disabled={elsewhere}>{word(elsewhere ? 'same_taken' : 'same', { pseudonym })}</option>;
      })}
      <option value="SKIP">{word('skip')}</option>
    </TextField>
  );
}
