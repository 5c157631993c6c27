import { Alert, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import { dayText, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { EvidenceActs } from './EvidenceActs';
import type { Access, Grant } from './types';
import { EndInterruptionDialog, InterruptDialog, PaidDialog, PutDialog } from './VaultDialogs';

type Open = 'paid' | 'interrupt' | 'put' | { endInterruption: string } | null;

/** A grant with its period, what stops it, and its documents. */
export function GrantCard({ grant, accesses }: { grant: Grant; accesses: readonly Access[] }) {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const allowed = useAllowed();
  const [open, setOpen] = useState<Open>(null);
  const { reference, title, lastPaidOn, due, interruptions, items } = grant;
  const isDue = due !== null && due <= berlinDay(new Date());
  const stopped = interruptions.some(({ endedOn }) => endedOn === null);
  const period = stopped ? translate('app.vault.stopped') : due ? translate('app.vault.kept_until', { day: dayText(due, locale) }) : translate('app.vault.unpaid');
  const close = () => setOpen(null);
  return (
    <Card variant="outlined">
      <CardContent>
        <Stack spacing={1.5}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography variant="h6" component="h2" sx={{ flex: '1 1 16rem' }}>{reference} · {title}</Typography>
            <StateChip label={isDue ? translate('app.vault.is_due') : period} tone={isDue ? 'warning' : stopped ? 'info' : 'neutral'} />
          </Stack>
          <Typography>{lastPaidOn ? translate('app.vault.paid_on', { day: dayText(lastPaidOn, locale) }) : translate('app.vault.not_paid')}</Typography>
          {interruptions.map(({ id, reason, reference: file, beganOn, endedOn }) => (
            <Alert key={id} severity="info" action={endedOn === null && allowed('vault.write') && <Button color="inherit" onClick={() => setOpen({ endInterruption: id })}>{translate('app.vault.end_interruption')}</Button>}>
              {translate(endedOn ? 'app.vault.was_stopped' : 'app.vault.is_stopped', { why: translate(`app.vault.why.${reason}`), file, from: dayText(beganOn, locale), until: endedOn && dayText(endedOn, locale) })}
            </Alert>
          ))}
          {items.length > 0 && (
            <Rows
              title={`${reference} · ${title}`} rows={items} keyOf={({ id }) => id}
              columns={[
                { label: 'app.vault.column.dated_on', cell: ({ datedOn }) => dayText(datedOn, locale) },
                { label: 'app.vault.column.kind', cell: ({ kind }) => translate(`app.vault.kind.${kind}`) },
                { label: 'app.vault.column.title', cell: (item) => item.title },
                { label: '', cell: (item) => <EvidenceActs item={item} accesses={accesses.filter(({ itemId }) => itemId === item.id)} isDue={isDue} /> },
              ]}
            />
          )}
          {allowed('vault.write') && (
            <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
              <Button variant="contained" onClick={() => setOpen('put')}>{translate('app.vault.put')}</Button>
              <Button variant="outlined" onClick={() => setOpen('paid')}>{translate('app.vault.set_paid')}</Button>
              <Button variant="outlined" onClick={() => setOpen('interrupt')}>{translate('app.vault.interrupt')}</Button>
            </Stack>
          )}
        </Stack>
      </CardContent>
      {open === 'put' && <PutDialog grant={grant} onClose={close} />}
      {open === 'paid' && <PaidDialog grant={grant} onClose={close} />}
      {open === 'interrupt' && <InterruptDialog grant={grant} onClose={close} />}
      {open !== null && typeof open === 'object' && <EndInterruptionDialog id={open.endInterruption} onClose={close} />}
    </Card>
  );
}
