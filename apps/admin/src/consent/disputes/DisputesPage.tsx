import { Alert, Box, Button, Card, CardActions, CardContent, Link as MuiLink, Stack, Typography } from '@mui/material';
import { berlinDateTime, BlockSkeleton, DesignedEmpty, DesignedError, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { nameOf } from '../name';
import { AnswerDialog } from '../AnswerDialog';
import { CustodyDialog } from '../timeline/CustodyDialog';
import type { Dispute } from '../timeline/verbs';

/** Guardians who disagree: who said what when, and what helps: call both, record another answer, or the custody they declare. */
export function DisputesPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [doing, setDoing] = useState<{ what: 'answer' | 'custody'; dispute: Dispute }>();
  const { data: disputes, error, refetch } = useQuery({ queryKey: ['consents', 'disputes'], queryFn: () => verbs.consentDisputes() });
  const done = () => setDoing(undefined);
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.disputes.title')} />
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !disputes ? <BlockSkeleton height={320} /> : disputes.length === 0 ? (
        <Card><DesignedEmpty title="app.disputes.none" hint="app.disputes.none_hint" actions={false} /></Card>
      ) : (
        <Stack spacing={1.5}>
          <Alert severity="info">{translate('app.disputes.hint')}</Alert>
          {disputes.map((dispute) => <DisputeCard key={`${dispute.pupilId} ${dispute.purpose}`} dispute={dispute} onDo={(what) => setDoing({ what, dispute })} />)}
        </Stack>
      )}
      {doing?.what === 'custody' && <CustodyDialog pupilId={doing.dispute.pupilId} custody={doing.dispute.custody} onClose={done} />}
      {doing?.what === 'answer' && <AnswerDialog row={{ ...doing.dispute, cells: [] }} cell={{ purposeId: doing.dispute.purposeId, code: doing.dispute.purpose, state: 'DISPUTED', missing: [], validUntil: null, lapsesOn: null }} onClose={done} />}
    </Box>
  );
}

function DisputeCard({ dispute, onDo }: { dispute: Dispute; onDo: (what: 'answer' | 'custody') => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { pupilId, purpose, groupId, groupName, organisationName, custody, voices } = dispute;
  return (
    <Card component="section" aria-label={`${nameOf(dispute)}, ${translate(`app.consent.purpose.${purpose}`)}`}>
      <CardContent sx={{ pb: 0 }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="h2" sx={{ fontWeight: 600 }}><MuiLink component={Link} to={`/consents/${pupilId}/show`}>{nameOf(dispute)}</MuiLink>: {translate(`app.consent.purpose.${purpose}`)}</Typography>
          {groupId && <MuiLink component={Link} to={`/consents?group=${groupId}`}>{[groupName, organisationName].filter(Boolean).join(' · ')}</MuiLink>}
          <StateChip tone="neutral" label={translate(`app.disputes.custody.${custody}`)} />
        </Stack>
        <Box component="ul" sx={{ mt: 1, mb: 0, pl: 2.5 }}>
          {voices.map(({ id, signer, signerName, act, decidedAt, channel }) => (
            <li key={id}>
              <strong>{signer && translate(`app.consent.signer.${signer}`)}</strong>{signerName && ` (${signerName})`}: {translate(`app.consent.act.${act}`)} · {berlinDateTime(decidedAt, locale)}{channel && ` · ${translate(`app.consent.channel.${channel}`)}`}
            </li>
          ))}
        </Box>
      </CardContent>
      <CardActions sx={{ flexWrap: 'wrap' }}>
        <Button size="small" onClick={() => onDo('answer')}>{translate('app.disputes.answer')}</Button>
        <Button size="small" onClick={() => onDo('custody')}>{translate('app.timeline.custody.open')}</Button>
        <Button size="small" component={Link} to={`/pupils/${pupilId}/show`}>{translate('app.disputes.contacts')}</Button>
      </CardActions>
    </Card>
  );
}
