import { Autocomplete, Button, TextField, Typography } from '@mui/material';
import { fullScore } from '@mintforge/domain/matching';
import { DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { OrderedList } from '../../common/OrderedList';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import type { MentorCandidate, MentorPlace } from './types';

/** Enters the order of one mentor, from a paper list as fast as one types. */
export function MentorOrderDialog({ round, mentor, onClose }: { round: Round; mentor: MentorPlace; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [changed, setChanged] = useState<string[]>();
  const { data: candidates, error, refetch } = useQuery({ queryKey: ['rounds', 'candidates', round.id, mentor.occurrenceId], queryFn: () => verbs.mentorCandidates(round.id, mentor.occurrenceId) });
  const ids = changed ?? candidates?.filter(({ position }) => position !== null).map(({ participantId }) => participantId) ?? [];
  const save = useAct((acts) => acts.setMentorOrder(round.id, mentor.occurrenceId, ids), { done: 'app.mentoring.saved', then: onClose });
  return (
    <ActDialog title={translate('app.mentoring.title', { title: mentor.title })} act={translate('ra.action.save')} disabled={!changed} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : candidates ? <Order candidates={candidates} ids={ids} onChange={setChanged} /> : <ListSkeleton rows={4} />}
    </ActDialog>
  );
}

function Order({ candidates, ids, onChange }: { candidates: MentorCandidate[]; ids: string[]; onChange: (ids: string[]) => void }) {
  const translate = useTranslate();
  const { share } = useNumbers();
  const known = new Map(candidates.map((candidate) => [candidate.participantId, candidate]));
  const rest = candidates.filter(({ participantId }) => !ids.includes(participantId));
  const hintOf = ({ groupName, school, wishRank, score }: MentorCandidate) =>
    [groupName, school, wishRank === null ? translate('app.mentoring.no_wish') : translate('app.mentoring.wish', { rank: wishRank }), translate('app.mentoring.fit', { share: share(Math.round((100 * score) / fullScore) / 100) })].filter(Boolean).join(' · ');
  const titleOf = ({ name, label }: MentorCandidate) => (name ? `${name} (${label})` : label);
  const nameOf = (id: string) => {
    const candidate = known.get(id);
    return candidate ? { title: titleOf(candidate), hint: hintOf(candidate) } : { title: '' };
  };
  if (candidates.length === 0) return <Typography>{translate('app.mentoring.no_candidates')}</Typography>;
  return (
    <>
      <OrderedList ids={ids} onChange={onChange} nameOf={nameOf} />
      {ids.length === 0 && <Typography>{translate('app.mentoring.nobody')}</Typography>}
      {rest.length > 0 && (
        <>
          <Autocomplete
            // Emptied after every choice, ready for the next.
            key={ids.length}
            autoHighlight
            openOnFocus
            options={rest}
            value={null}
            onChange={(_, chosen) => chosen && onChange([...ids, chosen.participantId])}
            getOptionLabel={(candidate) => `${titleOf(candidate)} · ${hintOf(candidate)}`}
            getOptionKey={({ participantId }) => participantId}
            renderInput={(props) => <TextField {...props} autoFocus label={translate('app.mentoring.add')} helperText={translate('app.mentoring.order_hint')} />}
            noOptionsText={translate('app.common.nothing_found')}
            openText={translate('ra.action.open')}
            closeText={translate('ra.action.close')}
            clearText={translate('ra.action.clear_input_value')}
          />
          <div><Button size="small" onClick={() => onChange([...ids, ...rest.toSorted((a, b) => b.score - a.score).map(({ participantId }) => participantId)])}>{translate('app.mentoring.add_by_fit')}</Button></div>
        </>
      )}
    </>
  );
}
