import { SearchSelect } from '../../common/SearchSelect';
import type { GroupToAdd } from '../types';
import { useVerbs } from '../../common/use-act';

/** Finds one group of the region by typing its name or its school's. */
export function GroupSelect({ value, onChange, label }: { value: GroupToAdd | null; onChange: (group: GroupToAdd | null) => void; label: string }) {
  const verbs = useVerbs();
  return (
    <SearchSelect
      asked={['rounds', 'groups', 'select']}
      search={(q) => verbs.groupsToAdd({ page: 1, perPage: 20, filter: { q } })}
      nameOf={({ name, organisationName }) => `${name} · ${organisationName}`}
      value={value}
      onChange={onChange}
      label={label}
    />
  );
}
