import { Box, Button, Card, Link as MuiLink, Stack, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, DesignedError, ListSkeleton, StateChip, useAllowed, useDownload } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Rows, type Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { nameOf } from '../name';
import { consentTones } from '../tones';
import { CustodyDialog } from './CustodyDialog';
import type { Step } from './verbs';
import { VoidDialog } from './VoidDialog';

/** All that happened to the consents of a pupil, the latest first: who said what, how we know, where it stood then, with the receipt of every answer. */
export function TimelinePage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { id = '' } = useParams();
  const mayWrite = useAllowed()('consent.write');
  const [voiding, setVoiding] = useState<Step>();
  const [declaring, setDeclaring] = useState(false);
  const pupil = useQuery({ queryKey: ['consents', 'pupil', id], queryFn: () => verbs.pupilConsents(id) });
  const { data: steps, error: failed, refetch } = useQuery({ queryKey: ['consents', 'timeline', id], queryFn: () => verbs.consentTimeline(id) });
  const columns = useColumns(steps ?? [], mayWrite ? setVoiding : undefined);
  const error = failed ?? pupil.error;
  const name = pupil.data ? nameOf(pupil.data) : '';
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.timeline.title', { name })} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <Typography sx={{ flex: '1 1 16rem' }}>
          <MuiLink component={Link} to={`/pupils/${id}/show`}>{name}</MuiLink>
          {pupil.data?.groupId && <> · <MuiLink component={Link} to={`/consents?group=${pupil.data.groupId}`}>{pupil.data.groupName}</MuiLink></>}
        </Typography>
        {mayWrite && pupil.data && <Button variant="outlined" onClick={() => setDeclaring(true)}>{translate('app.timeline.custody.open')}</Button>}
      </Stack>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !steps ? <ListSkeleton /> : (
        <Card>{steps.length === 0 ? <DesignedEmpty title="app.timeline.none" hint="app.timeline.none_hint" actions={false} /> : <Rows title={translate('app.timeline.title', { name })} columns={columns} rows={steps} keyOf={(step) => step.id} />}</Card>
      )}
      {voiding && <VoidDialog pupilId={id} step={voiding} onClose={() => setVoiding(undefined)} />}
      {declaring && <CustodyDialog pupilId={id} onClose={() => setDeclaring(false)} />}
    </Box>
  );
}

function useColumns(steps: readonly Step[], onVoid: ((step: Step) => void) | undefined): Column<Step>[] {
  const translate = useTranslate();
  const locale = useLocale();
  const signed = (signers: readonly string[]) => signers.map((signer) => translate(`app.consent.signer.${signer}`)).join(', ');
  const isLatest = (step: Step) => steps.find(({ purpose }) => purpose === step.purpose) === step;
  return [
    { label: 'app.timeline.when', cell: ({ decidedAt, createdAt, recordedByName }) => <Box sx={{ whiteSpace: 'nowrap' }}>{berlinDateTime(decidedAt, locale)}<Typography variant="caption" component="div" color="textSecondary">{translate('app.timeline.recorded', { at: berlinDateTime(createdAt, locale), by: recordedByName ?? translate('app.timeline.nobody') })}</Typography></Box> },
    { label: 'app.timeline.purpose', cell: ({ purpose, textNumber }) => <>{translate(`app.consent.purpose.${purpose}`)}{textNumber !== null && <Typography variant="caption" component="div" color="textSecondary">{translate('app.consent.text.version', { number: textNumber })}</Typography>}</> },
    {
      label: 'app.timeline.what',
      cell: ({ act, signer, signerName, channel, assurance, voidReason }) => (
        <>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{[translate(`app.consent.act.${act}`), voidReason && translate(`app.timeline.reason.${voidReason}`)].filter(Boolean).join(': ')}</Typography>
          <Typography variant="body2" color="textSecondary">{[signer && signed([signer]), signerName, channel && translate(`app.consent.channel.${channel}`), assurance && translate(`app.timeline.assurance.${assurance}`)].filter(Boolean).join(' · ')}</Typography>
        </>
      ),
    },
    { label: 'app.timeline.stands', cell: ({ state, missing }) => <><StateChip label={translate(`app.consent.state.${state}`)} tone={consentTones[state]} />{missing.length > 0 && <Typography variant="caption" component="div" color="textSecondary">{translate('app.consent.missing', { who: signed(missing) })}</Typography>}</> },
    {
      label: '',
      cell: (step) => (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap' }}>
          {step.hasReceipt && <ReceiptButtons step={step} />}
          {onVoid && isLatest(step) && step.state !== 'INVALIDATED' && step.state !== 'NOT_ASKED' && <Button size="small" color="error" onClick={() => onVoid(step)} aria-label={`${translate('app.timeline.void.open')}: ${translate(`app.consent.purpose.${step.purpose}`)}`}>{translate('app.timeline.void.open')}</Button>}
        </Stack>
      ),
    },
  ];
}

/** The receipt of an answer: signed, for programs, and printed, for people. */
function ReceiptButtons({ step: { id, decidedAt } }: { step: Step }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { download, downloading } = useDownload();
  return (['pdf', 'json'] as const).map((kind) => (
    <Button
      key={kind} size="small" disabled={downloading} aria-label={translate(`app.timeline.receipt.${kind}_of`, { at: berlinDateTime(decidedAt, locale) })}
      onClick={() => download({ path: `/consent-receipts/${id}/receipt.${kind}`, fallbackName: `receipt-${id}.${kind}` })}
    >
      {translate(`app.timeline.receipt.${kind}`)}
    </Button>
  ));
}
