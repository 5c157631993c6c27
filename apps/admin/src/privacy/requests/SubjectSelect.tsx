import { MenuItem, TextField } from '@mui/material';
import type { RequestSubject } from '@mintforge/domain/privacy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SearchSelect } from '../../common/SearchSelect';
import { useVerbs } from '../../common/use-act';

interface Found {
  id: string;
  firstName?: string | null;
  lastName?: string | null;
  pseudonym?: string;
  name?: string;
  displayName?: string;
}

const nameOf = ({ firstName, lastName, pseudonym, name, displayName }: Found): string =>
  pseudonym ? [[firstName, lastName].filter(Boolean).join(' '), pseudonym].filter(Boolean).join(' · ') : (name ?? displayName ?? '');

const lists = { PUPIL: ['pupils', 'pseudonym'], GUARDIAN: ['pupils', 'pseudonym'], CONTACT: ['contacts', 'name'], USER: ['users', 'displayName'] } as const satisfies Record<RequestSubject, readonly [string, string]>;

export interface SubjectSelectProps {
  kind: RequestSubject;
  /** A pupil who is chosen from the start. */
  pupilId?: string | null;
  onChange: (id: string | null) => void;
}

/** Finds whose data a request is about; a guardian by a child of theirs. */
export function SubjectSelect({ kind, pupilId = null, onChange }: SubjectSelectProps) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [chosen, setChosen] = useState<Found | null>();
  const [guardianId, setGuardianId] = useState('');
  const [list, field] = lists[kind];
  const given = useQuery({ queryKey: ['requests', 'pupil', pupilId], queryFn: async () => (await verbs.getOne<Found>('pupils', { id: pupilId ?? '' })).data, enabled: pupilId !== null });
  const found = chosen === undefined ? ((kind === 'PUPIL' && given.data) || null) : chosen;
  const guardians = useQuery({ queryKey: ['requests', 'guardians', found?.id], queryFn: async () => (await verbs.guardiansOf(found?.id ?? '')).guardians, enabled: kind === 'GUARDIAN' && found !== null });
  const choose = (row: Found | null) => {
    setChosen(row);
    setGuardianId('');
    onChange(kind === 'GUARDIAN' ? null : (row?.id ?? null));
  };
  return (
    <>
      <SearchSelect<Found>
        asked={['requests', 'subject', kind]}
        search={async (q) => {
          const { data, total } = await verbs.getList<Found>(list, { pagination: { page: 1, perPage: 20 }, sort: { field, order: 'ASC' }, filter: q ? { q } : {} });
          return { items: data, total: total ?? data.length };
        }}
        nameOf={nameOf}
        value={found}
        onChange={choose}
        label={translate(kind === 'GUARDIAN' ? 'app.requests.child' : `app.requests.subject.${kind}`)}
      />
      {kind === 'GUARDIAN' && found && (
        <TextField select label={translate('app.requests.subject.GUARDIAN')} value={guardianId} onChange={(event) => { setGuardianId(event.target.value); onChange(event.target.value); }}>
          {(guardians.data ?? []).map(({ id, name }) => <MenuItem key={id} value={id}>{name ?? id}</MenuItem>)}
        </TextField>
      )}
    </>
  );
}
