import DeleteForeverOutlined from '@mui/icons-material/DeleteForeverOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import { Alert, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { Allowed, dayText, Panel, TopicsField, useAllowed } from '@mintforge/ui-kit';
import { useState, type ComponentType } from 'react';
import { EditButton, Show, TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAct } from '../common/use-act';
import { AccessLogPanel } from '../administration/AccessLogPanel';
import { Fact, Facts } from '../common/Facts';
import { GoneChip } from './GoneChip';
import { GuardiansPanel } from './guardians/GuardiansPanel';
import { HistoryButton } from '../common/HistoryButton';
import { NeedsPanel } from './NeedsPanel';
import { LeaveDialog, MoveDialog, type PupilDialogProps } from './PupilActs';
import { PupilPlacements } from './PupilPlacements';
import { ShieldPanel } from './ShieldPanel';
import type { Pupil } from './types';

const dialogs: Record<'move' | 'leave', ComponentType<PupilDialogProps>> = { move: MoveDialog, leave: LeaveDialog };

function BackButton({ pupil: { id, version } }: { pupil: Pupil }) {
  const translate = useTranslate();
  const back = useAct((verbs) => verbs.recordPupilLeaving(id, version, null), { done: 'app.people.leave.back_done' });
  return <Button size="small" loading={back.isPending} onClick={() => back.mutate()}>{translate('app.people.leave.back')}</Button>;
}

function PupilActions() {
  const translate = useTranslate();
  const pupil = useRecordContext<Pupil>();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  if (!pupil) return null;
  const Dialog = open && dialogs[open];
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      <Allowed to="consent.read"><Button size="small" startIcon={<HowToRegOutlined />} component={Link} to={`/consents/${pupil.id}/show`}>{translate('app.consent.title')}</Button></Allowed>
      <HistoryButton id={pupil.id} />
      {!pupil.erasedOn && (
        <Allowed to="people.write">
          <EditButton />
          <Button size="small" startIcon={<SwapHorizOutlined />} onClick={() => setOpen('move')}>{translate('app.people.move.button')}</Button>
          {pupil.leftOn ? <BackButton pupil={pupil} /> : <Button size="small" startIcon={<LogoutOutlined />} onClick={() => setOpen('leave')}>{translate('app.people.leave.button')}</Button>}
          <Allowed to="requests.write"><Button size="small" color="error" startIcon={<DeleteForeverOutlined />} component={Link} to={`/requests?register=ERASURE&pupil=${pupil.id}`}>{translate('app.people.pupils.erase')}</Button></Allowed>
        </Allowed>
      )}
      {Dialog && <Dialog pupil={pupil} onClose={() => setOpen(null)} />}
    </TopToolbar>
  );
}

/** Who the pupil is: open to roles that identify people, locked to others, gone when erased. */
function Identity({ pupil: { firstName, lastName, birthDate, erasedOn } }: { pupil: Pupil }) {
  const translate = useTranslate();
  const locale = useLocale();
  const identify = useAllowed()('people.identify');
  if (erasedOn) return <Alert severity="warning">{translate('app.people.pupils.erased_on', { day: dayText(erasedOn, locale) })}</Alert>;
  if (!identify) return <Alert severity="info" icon={<LockOutlined />}>{translate('app.people.pupils.locked')}</Alert>;
  return (
    <>
      <Facts>
        <Fact label="app.people.field.first_name">{firstName}</Fact>
        <Fact label="app.people.field.last_name">{lastName}</Fact>
        <Fact label="app.people.field.birth_date">{birthDate ? dayText(birthDate, locale) : translate('app.people.pupils.unknown')}</Fact>
      </Facts>
      <Stack direction="row" spacing={0.75} sx={{ alignItems: 'center', mt: 2, color: 'text.secondary' }}>
        <LockOutlined fontSize="small" aria-hidden />
        <Typography variant="body2">{translate('app.people.pupils.opened')}</Typography>
      </Stack>
    </>
  );
}

function Wishes({ wishes }: { wishes: string[] | null }) {
  const translate = useTranslate();
  if (!wishes?.length) return <Typography variant="body2" color="textSecondary">{translate('app.people.pupils.no_wishes')}</Typography>;
  return <Box component="ol" sx={{ m: 0, pl: 2.5 }}>{wishes.map((wish, at) => <Typography key={`${at} ${wish}`} component="li" variant="body2">{wish}</Typography>)}</Box>;
}

function PupilPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const allowed = useAllowed();
  const pupil = useRecordContext<Pupil>();
  if (!pupil) return null;
  const { pseudonym, organisationId, organisationName, groupId, groupName, grade, interests, leftOn, erasedOn, statedWishes } = pupil;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      <Panel title={translate('app.people.pupils.identity')} actions={<GoneChip pupil={pupil} />}><Identity pupil={pupil} /></Panel>
      <Panel title={translate('app.people.pupils.at_school')}>
        <Facts>
          <Fact label="app.people.field.pseudonym"><Box component="span" sx={{ fontFamily: 'monospace', fontWeight: 600 }}>{pseudonym}</Box></Fact>
          <Fact label="app.people.field.school"><MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{organisationName}</MuiLink></Fact>
          <Fact label="app.people.field.group">{groupId ? <MuiLink component={Link} to={`/groups/${groupId}/show`}>{groupName}</MuiLink> : translate('app.people.pupils.without_group')}</Fact>
          {grade !== null && <Fact label="app.people.field.grade">{grade}</Fact>}
          {leftOn && <Fact label="app.people.field.left_on">{dayText(leftOn, locale)}</Fact>}
        </Facts>
      </Panel>
      {!erasedOn && (
        <Panel title={translate('app.people.field.interests')}>
          {interests.length > 0 ? <TopicsField source="interests" texts="app.topics" /> : <Typography variant="body2" color="textSecondary">{translate('app.people.pupils.no_interests')}</Typography>}
        </Panel>
      )}
      {!erasedOn && allowed('people.identify') && <NeedsPanel pupil={pupil} />}
      {!erasedOn && allowed('people.identify') && <Panel title={translate('app.people.pupils.wishes')}><Wishes wishes={statedWishes} /></Panel>}
      {!erasedOn && allowed('people.identify') && <ShieldPanel pupil={pupil} />}
      {!erasedOn && allowed('people.identify') && <GuardiansPanel pupilId={pupil.id} />}
      <Allowed to="audit.read">
        <Box sx={{ gridColumn: '1 / -1' }}><AccessLogPanel pupilId={pupil.id} /></Box>
      </Allowed>
      <Allowed to="matching.read">
        <Box sx={{ gridColumn: '1 / -1' }}><PupilPlacements pupilId={pupil.id} /></Box>
      </Allowed>
    </Box>
  );
}

/** A pupil: the identity behind its lock, where they belong, what they like and what they got. */
export const PupilShow = () => (
  <Show component="div" actions={<PupilActions />}>
    <PupilPage />
  </Show>
);
