import { Checkbox, Link as MuiLink, Stack, Typography } from '@mui/material';
import { dayText, StateChip, type Tone } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Column } from '../../common/Rows';
import type { Picked } from '../../common/use-picked';
import { nameOf } from '../name';
import type { Chase } from './verbs';

const mailTones: Record<Chase['mail'], Tone> = { NO_ADDRESS: 'neutral', NO_BIRTH_DATE: 'neutral', READY: 'info', WAITING: 'info', KEPT: 'warning', SENT: 'success', FAILED: 'error' };

/** The columns of the chase list, rows to be ticked in the first one. */
export const chaseColumns = (translate: ReturnType<typeof useTranslate>, { picked, toggle }: Pick<Picked, 'picked' | 'toggle'>): Column<Chase>[] => [
  {
    label: '', width: '3rem',
    cell: (row) => <Checkbox size="small" sx={{ p: 0 }} checked={picked.has(row.id)} onChange={() => toggle(row.id)} slotProps={{ input: { 'aria-label': translate('app.chase.tick', { name: `${nameOf(row)}, ${translate(`app.consent.signer.${row.signer}`)}` }) } }} />,
  },
  { label: 'app.chase.column.pupil', cell: (row) => <MuiLink component={Link} to={`/pupils/${row.pupilId}/show`} sx={{ fontWeight: 600 }}>{nameOf(row)}</MuiLink> },
  {
    label: 'app.chase.column.group',
    cell: ({ groupId, groupName, organisationName }) => groupId && <><MuiLink component={Link} to={`/consents?group=${groupId}`} variant="body2">{groupName ?? ''}</MuiLink><Small>{organisationName ?? ''}</Small></>,
  },
  {
    label: 'app.chase.column.signer',
    cell: ({ signer, purposes }) => <><Typography variant="body2">{translate(`app.consent.signer.${signer}`)}</Typography><Small>{purposes.map((code) => translate(`app.consent.purpose.${code}`)).join(' · ')}</Small></>,
  },
  { label: 'app.chase.column.asked', cell: ({ askedOn, reminders }) => <><Day day={askedOn} /><Small>{translate('app.chase.reminders', { smart_count: reminders })}</Small></> },
  {
    label: 'app.chase.column.latest',
    cell: ({ lastChannel, mail }) => (
      <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
        {lastChannel && lastChannel !== 'MAIL' && <Typography variant="body2">{translate(`app.chase.channel.${lastChannel}`)}</Typography>}
        <StateChip label={translate(`app.chase.mail.${mail}`)} tone={mailTones[mail]} />
      </Stack>
    ),
  },
  {
    label: 'app.chase.column.next',
    cell: ({ step, dueOn, unreachable }) => (
      <>
        <Typography variant="body2" sx={{ fontWeight: step === 'WAIT' ? 400 : 600 }}>{translate(`app.chase.step.${step}`)}</Typography>
        <DueSince step={step} dueOn={dueOn} />
        {unreachable && <StateChip label={translate('app.chase.unreachable')} tone="warning" />}
      </>
    ),
  },
];

const Small = ({ children }: { children: string }) => <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{children}</Typography>;

function Day({ day }: { day: string }) {
  const locale = useLocale();
  return <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>{dayText(day, locale)}</Typography>;
}

function DueSince({ step, dueOn }: Pick<Chase, 'step' | 'dueOn'>) {
  const translate = useTranslate();
  const locale = useLocale();
  return <Small>{translate(step === 'WAIT' ? 'app.chase.wait' : 'app.chase.due', { day: dayText(dueOn, locale) })}</Small>;
}
