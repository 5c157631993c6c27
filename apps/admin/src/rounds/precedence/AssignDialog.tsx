import { FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { SearchSelect } from '../../common/SearchSelect';
import { useAct, useVerbs } from '../../common/use-act';
import type { School } from '../../people/types';
import { GroupSelect } from '../setup/GroupSelect';
import { ParticipantSelect } from '../setup/ParticipantSelect';
import type { GroupToAdd, Participant, Round } from '../types';
import type { RoundClass } from './verbs';

const kinds = ['PARTICIPANT', 'GROUP', 'SCHOOL'] as const;
type Kind = (typeof kinds)[number];

/** Puts one participant, all of a group or all of a school into a class, or among everybody again. */
export function AssignDialog({ round, classes, onClose }: { round: Round; classes: RoundClass[]; onClose: () => void }) {
  const translate = useTranslate();
  const label = useId();
  const byHand = classes.filter(({ derived }) => derived === null);
  const [classId, setClassId] = useState(byHand[0]?.id ?? '');
  const [kind, setKind] = useState<Kind>('GROUP');
  const [participant, setParticipant] = useState<Participant | null>(null);
  const [group, setGroup] = useState<GroupToAdd | null>(null);
  const [school, setSchool] = useState<School | null>(null);
  const chosen = { PARTICIPANT: participant, GROUP: group, SCHOOL: school }[kind];
  const idsIf = (asked: Kind) => (kind === asked && chosen ? [chosen.id] : []);
  const assign = useAct((verbs) => verbs.assignClass({ roundId: round.id, classId: classId || null, whom: { participantIds: idsIf('PARTICIPANT'), groupIds: idsIf('GROUP'), schoolIds: idsIf('SCHOOL') } }), {
    done: (changed) => ({ text: 'app.precedence.assign.done', values: { smart_count: changed } }),
    then: onClose,
  });
  return (
    <ActDialog title={translate('app.precedence.assign.title')} act={translate('app.precedence.assign.act')} disabled={!chosen} onAct={() => assign.mutate()} acting={assign.isPending} error={assign.error} onClose={onClose}>
      <TextField select label={translate('app.rounds.priority.label')} value={classId} onChange={(event) => setClassId(event.target.value)} helperText={byHand.find(({ id }) => id === classId)?.reason} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} sx={{ mt: 1 }}>
        {byHand.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
        <MenuItem value="">{translate('app.rounds.priority.none')}</MenuItem>
      </TextField>
      <FormControl>
        <FormLabel id={label}>{translate('app.precedence.assign.whom')}</FormLabel>
        <RadioGroup row aria-labelledby={label} value={kind} onChange={(_, value) => setKind(value as Kind)}>
          {kinds.map((one) => <FormControlLabel key={one} value={one} control={<Radio size="small" />} label={translate(`app.precedence.assign.kind.${one}`)} />)}
        </RadioGroup>
      </FormControl>
      {kind === 'PARTICIPANT' && <ParticipantSelect roundId={round.id} value={participant} onChange={setParticipant} label={translate('app.rounds.participants.who')} />}
      {kind === 'GROUP' && <GroupSelect value={group} onChange={setGroup} label={translate('app.rounds.participants.group')} />}
      {kind === 'SCHOOL' && <SchoolSelect value={school} onChange={setSchool} />}
      <Typography variant="body2" color="textSecondary">{translate('app.precedence.assign.hint')}</Typography>
    </ActDialog>
  );
}

function SchoolSelect({ value, onChange }: { value: School | null; onChange: (school: School | null) => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const search = async (q: string | null) => {
    const { data, total = 0 } = await verbs.getList<School>('schools', { pagination: { page: 1, perPage: 20 }, sort: { field: 'name', order: 'ASC' }, filter: q ? { q } : {} });
    return { items: data, total };
  };
  return <SearchSelect asked={['rounds', 'schools']} search={search} nameOf={({ name, mainSite }) => [name, mainSite?.town].filter(Boolean).join(', ')} value={value} onChange={onChange} label={translate('app.rounds.participants.school')} />;
}
