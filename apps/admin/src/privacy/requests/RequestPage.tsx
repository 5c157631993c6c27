import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { berlinDateTime, BlockSkeleton, dayText, DesignedError, Panel, StateChip, useAllowed, useDownload } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Fact, Facts } from '../../common/Facts';
import { useAct, useVerbs } from '../../common/use-act';
import { useRecordWords } from '../record/use-record-words';
import { DueChip } from './DueChip';
import { ErasurePanel } from './ErasurePanel';
import { ExtendDialog, IdentifyDialog, LiftDialog, RefuseDialog, type StepProps } from './StepDialogs';
import { stateTones, type RequestView } from './types';

type Step = 'identify' | 'extend' | 'refuse' | 'lift';
const dialogs: Record<Step, ComponentType<StepProps>> = { identify: IdentifyDialog, extend: ExtendDialog, refuse: RefuseDialog, lift: LiftDialog };

/** A request: who asks for what, the steps to its answer, and what each kind needs. */
export function RequestPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { id = '' } = useParams();
  const { data: page, error, refetch } = useQuery({ queryKey: ['requests', id], queryFn: () => verbs.subjectRequest(id) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!page) return <BlockSkeleton height={480} />;
  const { request } = page;
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      <Title title={[translate(`app.requests.kind.${request.kind}`), request.pseudonym].filter(Boolean).join(' · ')} />
      <About page={page} />
      <Steps page={page} />
      {(request.kind === 'ACCESS' || request.kind === 'PORTABILITY') && <CopyPanel page={page} />}
      {request.subjectId !== null && request.kind !== 'ERASURE' && <Recipients page={page} />}
      {request.kind === 'ERASURE' && request.subjectId !== null && <Box sx={{ gridColumn: '1 / -1' }}><ErasurePanel page={page} /></Box>}
    </Box>
  );
}

function About({ page: { request, subjectName, note, standing, disputed } }: { page: RequestView }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { kind, subjectKind, subjectId, pseudonym, requester, channel, signer, language, receivedOn, purposes, identityCheck, refusalReason, endedOn, extendedOn, extensionReason, limitState, limitToldOn, state } = request;
  const who = subjectName ?? pseudonym ?? translate(subjectId ? `app.requests.subject.${subjectKind}` : 'app.requests.unknown');
  return (
    <Panel title={translate('app.requests.about')} actions={<StateChip label={translate(`app.requests.state.${state}`)} tone={stateTones[state]} />}>
      {disputed && requester === 'GUARDIAN' && <Alert severity="warning" sx={{ mb: 1.5 }}>{translate('app.requests.disputed')}</Alert>}
      {standing === 'TO_JUDGE' && <Alert severity="info" sx={{ mb: 1.5 }}>{translate('app.requests.standing.TO_JUDGE')}</Alert>}
      {standing === 'NOT_ENTITLED' && <Alert severity="error" sx={{ mb: 1.5 }}>{translate('app.requests.standing.NOT_ENTITLED')}</Alert>}
      <Facts>
        <Fact label="app.requests.field.due"><DueChip request={request} /></Fact>
        <Fact label="app.requests.field.subject">{subjectKind === 'PUPIL' && subjectId ? <MuiLink component={Link} to={`/pupils/${subjectId}/show`}>{who}</MuiLink> : who}</Fact>
        {subjectName && pseudonym && <Fact label="app.people.field.pseudonym"><code>{pseudonym}</code></Fact>}
        <Fact label="app.requests.field.requester">{translate(`app.requests.requester.${requester}`)}{signer && signer !== 'PUPIL' ? ` (${translate(`app.consent.signer.${signer}`)})` : ''}</Fact>
        <Fact label="app.requests.field.received">{dayText(receivedOn, locale)}, {translate(`app.requests.channel.${channel}`)}</Fact>
        {language && <Fact label="app.requests.field.language">{languageName(language, locale, translate('app.requests.plain'))}</Fact>}
        {identityCheck && <Fact label="app.requests.field.check">{translate(`app.requests.check.${identityCheck}`)}</Fact>}
        {kind === 'OBJECTION' && <Fact label="app.requests.field.purposes">{purposes.map((code) => translate(`app.consent.purpose.${code}`, { _: code })).join(', ')}</Fact>}
        {note && <Fact label="app.requests.field.note"><Box component="span" sx={{ whiteSpace: 'pre-line' }}>{note}</Box></Fact>}
        {extendedOn && extensionReason && <Fact label="app.requests.field.extended">{dayText(extendedOn, locale)}, {translate(`app.requests.extension.${extensionReason}`)}</Fact>}
        {limitState && <Fact label="app.requests.field.limit">{translate(`app.requests.limit.${limitState}`)}{limitToldOn ? ` (${dayText(limitToldOn, locale)})` : ''}</Fact>}
        {refusalReason && <Fact label="app.requests.field.refusal">{translate(`app.requests.refusal.${refusalReason}`)}</Fact>}
        {endedOn && <Fact label="app.requests.field.ended">{dayText(endedOn, locale)}</Fact>}
      </Facts>
    </Panel>
  );
}

/** The name of a language as a page behind a link keeps it, e.g. de-plain. */
function languageName(language: string, locale: string, plainly: string): string {
  const [code = 'de', plain] = language.split('-');
  return [new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code, plain && plainly].filter(Boolean).join(', ');
}

/** What to do next, and the ways a request can end. */
function Steps({ page: { request, mayExtend } }: { page: RequestView }) {
  const translate = useTranslate();
  const mayWrite = useAllowed()('requests.write');
  const [step, setStep] = useState<Step | null>(null);
  const answer = useAct((verbs) => verbs.answerRequest(request.id, request.version), { done: 'app.requests.step.answer.done' });
  const withdraw = useAct((verbs) => verbs.withdrawRequest(request.id, request.version), { done: 'app.requests.step.withdraw.done' });
  const Dialog = step && dialogs[step];
  const { state, kind, limitState } = request;
  const open = state === 'RECEIVED' || state === 'EXAMINED';
  const failed = answer.error ?? withdraw.error;
  return (
    <Panel title={translate('app.requests.steps')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {open && <Typography>{translate(state === 'RECEIVED' ? 'app.requests.next.RECEIVED' : `app.requests.next.${kind}`)}</Typography>}
        {!open && <Typography color="textSecondary">{translate(`app.requests.over.${state}`)}</Typography>}
        {failed && <Alert severity="error">{failed.message}</Alert>}
        {mayWrite && open && (
          <>
            {state === 'RECEIVED' ? <Button variant="contained" onClick={() => setStep('identify')}>{translate('app.requests.step.identify.act')}</Button> : <Button variant="contained" loading={answer.isPending} onClick={() => answer.mutate()}>{translate('app.requests.step.answer.act')}</Button>}
            <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
              {mayExtend && <Button onClick={() => setStep('extend')}>{translate('app.requests.step.extend.act')}</Button>}
              <Button onClick={() => setStep('refuse')}>{translate('app.requests.step.refuse.act')}</Button>
              <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{translate('app.requests.step.withdraw.act')}</Button>
            </Stack>
          </>
        )}
        {mayWrite && !open && limitState === 'STANDS' && <Button onClick={() => setStep('lift')}>{translate('app.requests.step.lift.act')}</Button>}
      </Stack>
      {Dialog && <Dialog request={request} onClose={() => setStep(null)} />}
    </Panel>
  );
}

function CopyPanel({ page: { request, heldBack } }: { page: RequestView }) {
  const translate = useTranslate();
  const locale = useLocale();
  const allowed = useAllowed();
  const make = useAct((verbs) => verbs.makeCopy(request.id, request.version), { done: 'app.requests.copy.done' });
  const { download, downloading } = useDownload();
  const others = heldBack.filter(({ heldBack: reason }) => reason === 'SHOWS_OTHERS').length;
  const fetchCopy = (form: 'zip' | 'pdf' | 'json') => <Button startIcon={<DownloadOutlined />} disabled={downloading} onClick={() => download({ path: `/requests/${request.id}/copy.${form}`, fallbackName: `auskunft.${form}` })}>{translate(`app.requests.copy.${form}`)}</Button>;
  return (
    <Panel title={translate('app.requests.copy.title')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        <Typography color="textSecondary">{translate('app.requests.copy.hint')}</Typography>
        {make.error && <Alert severity="error">{make.error.message}</Alert>}
        {request.exportedAt && <Typography>{translate('app.requests.copy.made')} {berlinDateTime(request.exportedAt, locale)}</Typography>}
        {request.downloadUntil && allowed('exports.read') && <Stack direction="row" spacing={1}>{fetchCopy('zip')}{fetchCopy('pdf')}{fetchCopy('json')}</Stack>}
        {others > 0 && <Alert severity="info">{translate('app.requests.copy.shows_others', { smart_count: others })}</Alert>}
        {heldBack.length > others && <Alert severity="info">{translate('app.requests.copy.too_large', { smart_count: heldBack.length - others })}</Alert>}
        {request.exportedAt && !request.downloadUntil && <Alert severity="info">{translate('app.requests.copy.expired')}</Alert>}
        {request.state === 'EXAMINED' && allowed('exports.read') && <Button variant={request.downloadUntil ? 'text' : 'contained'} loading={make.isPending} onClick={() => make.mutate()}>{translate(request.exportedAt ? 'app.requests.copy.again' : 'app.requests.copy.make')}</Button>}
      </Stack>
    </Panel>
  );
}

/** Who has been given the data: to be named in the answer, and to be told of a correction. */
function Recipients({ page: { recipients } }: { page: RequestView }) {
  const translate = useTranslate();
  const words = useRecordWords();
  return (
    <Panel title={translate('app.requests.recipients.title')}>
      {recipients.length === 0 ? <Typography color="textSecondary">{translate('app.requests.recipients.none')}</Typography> : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {recipients.map(({ organisationId, name, why }) => (
            <li key={`${why} ${organisationId ?? name}`}>
              {organisationId ? <MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{name}</MuiLink> : (words.recipient[name] ?? name)}
              {' · '}{why === 'PLACEMENT' ? translate('app.requests.recipients.placement') : translate(`app.consent.purpose.${why}`, { _: why })}
            </li>
          ))}
        </Box>
      )}
    </Panel>
  );
}
