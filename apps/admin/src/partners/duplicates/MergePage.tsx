import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, wholeRecord } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import { choicesToSend, compareFields, swapPicks, type MergePicks } from './merge-fields';
import { MergeTable } from './MergeTable';
import type { Organisation } from '../types';

/** Two entries of one organisation side by side: which one stays, what holds per field, what moves. */
export function MergePage() {
  const translate = useTranslate();
  const { firstId = '', secondId = '' } = useParams();
  const first = useGetOne<Organisation>('organisations', { id: firstId, ...wholeRecord });
  const second = useGetOne<Organisation>('organisations', { id: secondId, ...wholeRecord });
  const error: unknown = first.error ?? second.error;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.duplicates.merge.title')} />
      <Button component={Link} to="/duplicates" size="small" startIcon={<ArrowBackOutlined />} sx={{ mb: 1 }}>{translate('app.duplicates.merge.back')}</Button>
      {error ? <DesignedError error={error} onRetry={() => void Promise.all([first.refetch(), second.refetch()])} /> : null}
      {!error && (!first.data || !second.data) && <ListSkeleton />}
      {first.data && second.data && (first.data.id === second.data.id ? <Alert severity="info">{translate('app.duplicates.merge.gone')}</Alert> : <Merge first={first.data} second={second.data} />)}
    </Box>
  );
}

/** How much hangs on an entry; the one with less goes into the other unless somebody swaps them. */
const weightOf = ({ sites, contacts, needs, offers, equipment, officialKey, officialNumber }: Organisation) =>
  (officialKey ? 100 : 0) + (officialNumber ? 50 : 0) + 2 * contacts.length + needs.length + offers.length + equipment.length + sites.length;

/** In words what moves from an entry with the merge. */
function useMoves({ id, sites, contacts, equipment, needs, offers }: Organisation): string {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data } = useQuery({
    queryKey: ['duplicates', 'moves', id],
    queryFn: async () => ({ partnerships: (await verbs.partnershipsOf(id, 1, 1)).total, history: (await verbs.contactHistory({ id, page: 1, perPage: 1 })).total }),
  });
  const counts = { sites: sites.length, contacts: contacts.length, equipments: equipment.length, needs: needs.length, offers: offers.length, partnerships: data?.partnerships ?? 0 };
  const things = Object.entries(counts).filter(([, count]) => count > 0).map(([resource, count]) => `${count} ${translate(`resources.${resource}.name`, { smart_count: count })}`);
  const history = data?.history ? [translate('app.duplicates.merge.history', { smart_count: data.history })] : [];
  const all = [...things, ...history];
  return all.length > 0 ? translate('app.duplicates.merge.moves', { things: all.join(', ') }) : translate('app.duplicates.merge.moves_nothing');
}

function Merge({ first, second }: { first: Organisation; second: Organisation }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [swapped, setSwapped] = useState(() => weightOf(second) > weightOf(first));
  const [picks, setPicks] = useState<MergePicks>({});
  const [asking, setAsking] = useState(false);
  const [survivor, absorbed] = swapped ? [second, first] : [first, second];
  const { differing, same } = compareFields(survivor, absorbed);
  const merge = useAct((verbs) => verbs.mergeOrganisations({
    survivorId: survivor.id, absorbedId: absorbed.id, survivorVersion: survivor.version, absorbedVersion: absorbed.version, choices: choicesToSend(differing, picks, survivor, absorbed),
  }), { done: 'app.duplicates.merge.done', then: ({ id }) => void navigate(`/organisations/${id}/show`) });
  const moves = useMoves(absorbed);
  return (
    <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem' }}>{translate('app.duplicates.merge.hint')}</Typography>
        <Button
          startIcon={<SwapHorizOutlined />}
          onClick={() => {
            setSwapped(!swapped);
            setPicks(swapPicks(picks));
          }}
        >
          {translate('app.duplicates.merge.swap')}
        </Button>
      </Stack>
      <MergeTable survivor={survivor} absorbed={absorbed} fields={differing} picks={picks} onPick={setPicks} />
      <Stack spacing={0.5} sx={{ my: 2 }}>
        {same.length > 0 && <Typography variant="body2" color="textSecondary">{translate('app.duplicates.merge.same', { fields: same.map((field) => translate(`resources.organisations.fields.${field}`)).join(', ') })}</Typography>}
        <Typography>{moves}</Typography>
        {absorbed.name !== survivor.name && <Typography>{translate('app.duplicates.merge.alias', { name: absorbed.name })}</Typography>}
      </Stack>
      <Button variant="contained" onClick={() => setAsking(true)}>{translate('app.duplicates.merge.act')}</Button>
      {asking && (
        <ActDialog title={translate('app.duplicates.merge.confirm')} act={translate('app.duplicates.merge.act')} onAct={() => merge.mutate()} acting={merge.isPending} error={merge.error} onClose={() => setAsking(false)}>
          <Typography>{translate('app.duplicates.merge.confirm_text', { absorbed: absorbed.name, survivor: survivor.name })}</Typography>
        </ActDialog>
      )}
    </Card>
  );
}
