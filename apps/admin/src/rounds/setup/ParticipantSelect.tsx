import { SearchSelect } from '../../common/SearchSelect';
import type { Participant } from '../types';
import { useVerbs } from '../../common/use-act';

/** Finds one participant of a round by typing. */
export function ParticipantSelect({ roundId, value, onChange, label }: { roundId: string; value: Participant | null; onChange: (participant: Participant | null) => void; label: string }) {
  const verbs = useVerbs();
  return (
    <SearchSelect
      required
      autoFocus
      asked={['rounds', 'participants', roundId, 'select']}
      search={(q) => verbs.participants({ roundId, page: 1, perPage: 20, filter: { q } })}
      nameOf={({ label: name, groupName, school }) => [name, groupName !== name && groupName, school].filter(Boolean).join(' · ')}
      value={value}
      onChange={onChange}
      label={label}
    />
  );
}
