import { Box, Button, Card, Chip, Link as MuiLink, Stack, TablePagination, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { Allowed, DesignedEmpty, DesignedError, ListSkeleton, StateChip } from '@mintforge/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAct, useVerbs } from '../../common/use-act';
import { useKinds } from '../choices';
import type { DuplicatePair } from '../types';

type Verdict = 'CERTAIN' | 'LIKELY';
const perPage = 10;

/** Entries that may be one organisation, side by side, the surest first. */
export function DuplicatesPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [verdict, setVerdict] = useState<Verdict | 'ALL'>('ALL');
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['duplicates', 'pairs', verdict, page],
    queryFn: () => verbs.duplicates({ page: page + 1, perPage, verdict: verdict === 'ALL' ? undefined : verdict }),
    placeholderData: keepPreviousData,
  });
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('resources.duplicates.name', { smart_count: 2 })} />
      <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '60rem' }}>{translate('app.duplicates.hint')}</Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={verdict}
        aria-label={translate('resources.duplicates.name', { smart_count: 2 })}
        onChange={(_, chosen: Verdict | 'ALL' | null) => {
          if (!chosen) return;
          setVerdict(chosen);
          setPage(0);
        }}
      >
        <ToggleButton value="ALL">{translate('app.duplicates.all')}</ToggleButton>
        <ToggleButton value="CERTAIN">{translate('app.duplicates.verdict.CERTAIN')}</ToggleButton>
        <ToggleButton value="LIKELY">{translate('app.duplicates.verdict.LIKELY')}</ToggleButton>
      </ToggleButtonGroup>
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton />}
      {data?.total === 0 && <DesignedEmpty title="app.duplicates.none" hint="app.duplicates.none_hint" actions={false} />}
      <Stack spacing={1.5} sx={{ mt: 1.5 }}>{data?.items.map((pair) => <Pair key={pair.id} pair={pair} />)}</Stack>
      {data && data.total > perPage && (
        <TablePagination
          component="div"
          rowsPerPageOptions={[perPage]}
          rowsPerPage={perPage}
          count={data.total}
          page={page}
          onPageChange={(_, next) => setPage(next)}
          labelDisplayedRows={({ from, to, count }) => translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })}
          getItemAriaLabel={(kind) => translate(`ra.navigation.${kind}`)}
        />
      )}
    </Box>
  );
}

function Pair({ pair: { first, second, verdict, score, reasons } }: { pair: DuplicatePair }) {
  const translate = useTranslate();
  const notify = useNotify();
  const dismiss = useAct((verbs) => verbs.dismissDuplicate(first.id, second.id), { done: 'app.duplicates.dismissed' });
  return (
    <Card component="article" aria-label={`${first.name} – ${second.name}`} sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <StateChip label={translate('app.duplicates.score', { verdict: translate(`app.duplicates.verdict.${verdict}`), percent: Math.round(score * 100) })} tone={verdict === 'CERTAIN' ? 'warning' : 'info'} />
        {reasons.map(({ code, value }) => <Chip key={code} size="small" variant="outlined" label={translate(`app.partners.reason.${code}`, { percent: Math.round((value ?? 0) * 100) })} />)}
      </Stack>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <Entry entry={first} other={second} />
        <Entry entry={second} other={first} />
      </Box>
      <Allowed to="partners.write">
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          <Button component={Link} to={`/duplicates/${first.id}/${second.id}`} variant="outlined" size="small">{translate('app.duplicates.compare')}</Button>
          <Button size="small" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined, { onError: (error) => notify(error.message, { type: 'error' }) })}>{translate('app.duplicates.dismiss')}</Button>
        </Stack>
      </Allowed>
    </Card>
  );
}

type Side = DuplicatePair['first'];
const factsOf = ({ mainSite, officialNumber, phone, email, website }: Side) => [
  [mainSite?.street, [mainSite?.postcode, mainSite?.town].filter(Boolean).join(' ')].filter(Boolean).join(', '), officialNumber ?? '', phone ?? '', email ?? '', website ?? '',
];

/** What is known of one of the two; what the other has too stands out by weight. */
function Entry({ entry, other }: { entry: Side; other: Side }) {
  const kinds = useKinds();
  const theirs = factsOf(other);
  return (
    <Box sx={{ minWidth: 0 }}>
      <MuiLink component={Link} to={`/organisations/${entry.id}/show`} sx={{ fontWeight: 600 }}>{entry.name}</MuiLink>
      <Typography variant="body2" color="textSecondary">{kinds(entry)}</Typography>
      {factsOf(entry).map((fact, at) => fact && <Typography key={at} variant="body2" sx={{ fontWeight: fact === theirs[at] ? 650 : 400, overflowWrap: 'anywhere' }}>{fact}</Typography>)}
    </Box>
  );
}
