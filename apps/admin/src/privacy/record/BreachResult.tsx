import { Alert, Box, Button, Card, Stack, TextField, Typography } from '@mui/material';
import { Allowed, berlinDateTime, BlockSkeleton, DesignedEmpty, DesignedError, saveFile, StateChip, type Tone } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { PagedRows } from '../../common/PagedRows';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { PlainDialog } from '../../rounds/needs/PlainDialog';
import type { Breach, BreachContact, BreachFacts, BreachPerson } from './types';
import { useRecordWords } from './use-record-words';

const severities = { NONE: 'info', RISK: 'warning', HIGH: 'error' } as const satisfies Record<Breach['risk'], string>;
const tones: Record<string, Tone> = { C2: 'neutral', C3: 'info', C4: 'warning', C5: 'error' };

/** What a breach means: deadline, risk, counts, and the affected people by pseudonyms. */
export function BreachResult({ asked }: { asked: BreachFacts }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const words = useRecordWords();
  const [telling, setTelling] = useState(false);
  const { data: breach, error, refetch } = useQuery({ queryKey: ['breach', asked], queryFn: () => verbs.breach(asked) });
  const csv = useAct((acting) => acting.breachCsv(asked), { then: (text) => saveFile(new Blob([text], { type: 'text/csv' }), 'betroffene.csv') });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!breach) return <BlockSkeleton height={320} />;
  const { deadline, risk, affected, notListed } = breach;
  const classesText = ({ byClass }: Breach['affected'][number]) => byClass.map(({ dataClass, people }) => `${whole(people)} ${words.dataClass[dataClass]}`).join(', ');
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Alert severity={severities[risk]} role="status">{translate(`app.breach.risk.${risk}`, { deadline: berlinDateTime(deadline, locale) })}</Alert>
      {notListed > 0 && <Alert severity="warning">{translate('app.breach.not_listed', { smart_count: notListed })}</Alert>}
      {csv.error && <Alert severity="error">{csv.error.message}</Alert>}
      {affected.length > 0 && (
        <>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {affected.map((count) => <Typography key={count.kind} component="li">{`${words.subject[count.kind]}: ${whole(count.people)} (${classesText(count)})`}</Typography>)}
          </Box>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
            <Button variant="outlined" loading={csv.isPending} onClick={() => csv.mutate()}>{translate('app.breach.csv')}</Button>
            <Allowed to="people.identify"><Button variant="outlined" color="warning" onClick={() => setTelling(true)}>{translate('app.breach.contacts.open')}</Button></Allowed>
          </Stack>
          <Card>
            <PagedRows<BreachPerson>
              title={translate('app.breach.people')} asked={['breach', 'people', asked]} read={(page, perPage) => verbs.breachPeople({ input: asked, page, perPage })} keyOf={({ kind, id }) => `${kind} ${id}`}
              empty={<DesignedEmpty title="app.breach.nobody" hint="app.breach.nobody_hint" />}
              columns={[
                { label: 'app.breach.column.kind', cell: ({ kind }) => words.subject[kind] },
                { label: 'app.breach.column.pseudonym', cell: ({ pseudonym }) => <code>{pseudonym}</code> },
                { label: 'app.breach.column.classes', cell: ({ classes }) => <Stack direction="row" spacing={0.5}>{classes.map((one) => <StateChip key={one} label={one} tone={tones[one] ?? 'neutral'} />)}</Stack> },
              ]}
            />
          </Card>
        </>
      )}
      {telling && <PlainDialog title={translate('app.breach.contacts.title')} onClose={() => setTelling(false)}><Contacts asked={asked} /></PlainDialog>}
    </Stack>
  );
}

/** Names and contacts, after the reason for opening them is given. */
function Contacts({ asked }: { asked: BreachFacts }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const words = useRecordWords();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    setReason(typed.trim());
  };
  if (!reason) {
    return (
      <Stack component="form" spacing={2} onSubmit={open}>
        <Typography>{translate('app.breach.contacts.hint')}</Typography>
        <TextField required autoFocus label={translate('app.breach.contacts.reason')} value={typed} onChange={({ target }) => setTyped(target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <Button type="submit" variant="contained" disabled={!typed.trim()} sx={{ alignSelf: 'flex-start' }}>{translate('app.breach.contacts.show')}</Button>
      </Stack>
    );
  }
  return (
    <PagedRows<BreachContact>
      title={translate('app.breach.contacts.title')} asked={['breach', 'contacts', asked, reason]} read={(page, perPage) => verbs.breachContacts({ input: asked, reason, page, perPage })} keyOf={({ kind, id }) => `${kind} ${id}`}
      empty={<DesignedEmpty title="app.breach.nobody" hint="app.breach.nobody_hint" />}
      columns={[
        { label: 'app.breach.column.kind', cell: ({ kind }) => words.subject[kind] },
        { label: 'app.breach.column.pseudonym', cell: ({ pseudonym }) => <code>{pseudonym}</code> },
        { label: 'app.breach.column.name', cell: ({ name }) => name ?? '–' },
        { label: 'app.breach.column.contacts', cell: ({ contacts }) => contacts.join(', ') || '–' },
      ]}
    />
  );
}
