import { Button, Card, Stack, Typography } from '@mui/material';
import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import type { RetentionClass } from '@mintforge/domain/privacy';
import { BlockSkeleton, dayText, DesignedEmpty, DesignedError, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { useRecordWords } from '../record/use-record-words';
import { PlaceHoldDialog, ProlongHoldDialog } from './HoldDialogs';
import type { Hold } from './types';

/** Holds that stand, and those that are over. */
export function HoldsPanel() {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const allowed = useAllowed();
  const verbs = useVerbs();
  const words = useRecordWords();
  const [open, setOpen] = useState<'place' | Hold | null>(null);
  const { data: holds, error, refetch } = useQuery({ queryKey: ['retention', 'holds'], queryFn: () => verbs.legalHolds() });
  const lift = useAct((acting, { id, version }: Hold) => acting.liftHold(id, version), { done: 'app.retention.hold.lifted' });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!holds) return <BlockSkeleton height={320} />;
  const today = berlinDay(new Date());
  const stands = ({ liftedAt, expiresOn }: Hold) => liftedAt === null && expiresOn >= today;
  const subject = ({ subjectKind, subjectId, retentionClass }: Hold) => (
    <>
      {subjectKind === 'PUPIL' && subjectId ? <Link to={`/pupils/${subjectId}/show`}>{words.subject.PUPIL}</Link> : subjectKind && words.subject[subjectKind]}
      {subjectKind && ' · '}{retentionClass ? words.retention[retentionClass as RetentionClass] : translate('app.retention.hold.everything')}
    </>
  );
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ flex: '1 1 20rem', maxWidth: '60rem' }}>{translate('app.retention.hold.hint')}</Typography>
        {allowed('holds.write') && <Button variant="contained" onClick={() => setOpen('place')}>{translate('app.retention.hold.place')}</Button>}
      </Stack>
      <Card>
        {holds.length === 0 ? <DesignedEmpty title="app.retention.hold.none" hint="app.retention.hold.none_hint" /> : (
          <Rows
            title={translate('app.retention.part.holds')} rows={holds} keyOf={({ id }) => id}
            columns={[
              { label: 'app.retention.hold.reason', cell: ({ reason }) => translate(`app.retention.hold.why.${reason}`) },
              { label: 'app.retention.hold.reference', cell: ({ reference }) => reference },
              { label: 'app.retention.hold.scope', cell: subject },
              { label: 'app.retention.hold.review_on', right: true, cell: ({ reviewOn }) => dayText(reviewOn, locale) },
              { label: 'app.retention.hold.expires_on', right: true, cell: ({ expiresOn }) => dayText(expiresOn, locale) },
              { label: 'app.retention.column.state', cell: (hold) => <StateChip label={translate(stands(hold) ? 'app.retention.hold.stands' : 'app.retention.hold.over')} tone={!stands(hold) ? 'neutral' : hold.reviewOn <= today ? 'warning' : 'info'} /> },
              {
                label: '',
                cell: (hold) => stands(hold) && allowed('holds.write') && (
                  <Stack direction="row">
                    <Button onClick={() => setOpen(hold)}>{translate('app.retention.hold.prolong')}</Button>
                    <Button loading={lift.isPending} onClick={() => lift.mutate(hold)}>{translate('app.retention.hold.lift')}</Button>
                  </Stack>
                ),
              },
            ]}
          />
        )}
      </Card>
      {open === 'place' ? <PlaceHoldDialog onClose={() => setOpen(null)} /> : open && <ProlongHoldDialog hold={open} onClose={() => setOpen(null)} />}
    </Stack>
  );
}
