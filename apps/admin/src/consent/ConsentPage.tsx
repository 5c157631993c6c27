import { Box, Card } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { SearchSelect } from '../common/SearchSelect';
import { useVerbs } from '../common/use-act';
import type { GroupToAdd } from '../rounds/types';
import { MatrixView } from './MatrixView';

/** Consents of a group: pupils and purposes with their state, asking, taking papers down, withdrawing. */
export function ConsentPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [place, setPlace] = useSearchParams();
  const groupId = place.get('group');
  const group = useQuery({ queryKey: ['consents', 'group', groupId], queryFn: () => verbs.getOne('groups', { id: groupId ?? '' }).then(({ data }) => data as GroupToAdd), enabled: groupId !== null });
  const { data: matrix, error, refetch } = useQuery({ queryKey: ['consents', 'matrix', groupId], queryFn: () => verbs.consentMatrix(groupId ?? ''), enabled: groupId !== null });
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.consent.title')} />
      <Box sx={{ maxWidth: 480, mb: 2 }}>
        <SearchSelect
          asked={['consents', 'groups']}
          search={(q) => verbs.groupsToAdd({ page: 1, perPage: 20, filter: { q } })}
          nameOf={({ name, organisationName }) => `${name} · ${organisationName}`}
          value={(groupId && group.data) || null}
          onChange={(chosen) => setPlace((known) => {
            if (chosen) known.set('group', chosen.id);
            else known.delete('group');
            return known;
          })}
          label={translate('app.consent.group')}
        />
      </Box>
      {groupId === null && <Card><DesignedEmpty title="app.consent.choose" hint="app.consent.choose_hint" /></Card>}
      {groupId !== null && (error ? <DesignedError error={error} onRetry={() => void refetch()} /> : matrix ? <MatrixView key={groupId} matrix={matrix} /> : <BlockSkeleton height={480} />)}
    </Box>
  );
}
