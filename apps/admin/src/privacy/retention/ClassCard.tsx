import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Alert, Button, Stack, Typography } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import { termText, type RetentionClass } from '@mintforge/domain/privacy';
import { dayText, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useGetIdentity, useLocale, useTranslate } from 'react-admin';
import { Fact, Facts } from '../../common/Facts';
import { Rows } from '../../common/Rows';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useRecordWords } from '../record/use-record-words';
import { ProposeDialog, ReleaseDialog, SignDialog } from './RuleDialogs';
import type { ClassReport } from './types';
import { useWhat } from './use-what';

type Open = 'propose' | 'release' | 'sign' | null;
const term = ({ termFrom, termCount, termUnit }: Pick<ClassReport['rule'], 'termFrom' | 'termCount' | 'termUnit'>) => ({ from: termFrom, count: termCount, unit: termUnit });

/** One class of data: closed its period and whether it is executed, open source, counts and acts. */
export function ClassCard({ report, until }: { report: ClassReport; until: string | null }) {
  const translate = useTranslate();
  const locale = useLocale() as Locale;
  const allowed = useAllowed();
  const words = useRecordWords();
  const what = useWhat();
  const { whole } = useNumbers();
  const { identity } = useGetIdentity();
  const [open, setOpen] = useState<Open>(null);
  const { retentionClass, rule, proposed, signedAt, signedByName, kinds } = report;
  const discard = useAct((verbs) => verbs.discardRetentionRule(retentionClass));
  const keeps = rule.action === 'KEEP';
  const due = kinds.reduce((sum, kind) => sum + kind.due, 0);
  return (
    <Accordion variant="outlined" disableGutters slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', width: '100%' }}>
          <Typography component="span" sx={{ fontWeight: 600, flex: '1 1 14rem' }}>{words.retention[retentionClass as RetentionClass]}</Typography>
          <Typography component="span" color="textSecondary" sx={{ flex: '2 1 18rem' }}>{keeps ? words.action.KEEP : `${words.action[rule.action]} ${termText(term(rule), locale)}`}</Typography>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', flex: { sm: '0 1 12rem' }, justifyContent: { sm: 'flex-end' }, mr: 1 }}>
            {proposed && <StateChip label={translate('app.retention.proposed')} tone="info" />}
            {due > 0 && <StateChip label={translate('app.retention.due', { count: whole(due) })} tone={signedAt ? 'info' : 'warning'} />}
            {!keeps && kinds.length > 0 && <StateChip label={translate(signedAt ? 'app.retention.signed' : 'app.retention.unsigned')} tone={signedAt ? 'success' : 'neutral'} />}
          </Stack>
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={1.5}>
          <Facts>
            <Fact label="app.retention.field.source">{rule.source}</Fact>
            <Fact label="app.retention.field.valid_from">{dayText(rule.validFrom, locale)}</Fact>
            {rule.dpoReference && <Fact label="app.retention.field.dpo">{rule.dpoReference}</Fact>}
            {signedAt && <Fact label="app.retention.field.signed">{[dayText(signedAt.slice(0, 10), locale), signedByName].filter(Boolean).join(', ')}</Fact>}
          </Facts>
          {proposed && (
            <Alert severity="info" action={(
              <>
                {allowed('retention.write') && <Button color="inherit" loading={discard.isPending} onClick={() => discard.mutate()}>{translate('app.retention.discard')}</Button>}
                {allowed('retention.release') && proposed.proposedBy !== identity?.id && <Button color="inherit" onClick={() => setOpen('release')}>{translate('app.retention.release')}</Button>}
              </>
            )}>
              {translate('app.retention.change', { term: termText(term(proposed), locale), source: proposed.source })}
            </Alert>
          )}
          {kinds.length === 0 ? <Typography color="textSecondary">{translate(keeps ? 'app.retention.kept' : retentionClass === 'R-ESF-DOC' ? 'app.retention.in_vault' : 'app.retention.no_data')}</Typography> : (
            <Rows
              title={words.retention[retentionClass as RetentionClass]} rows={kinds} keyOf={(kind) => kind.what}
              columns={[
                { label: 'app.retention.column.what', cell: (kind) => what(kind.what) },
                { label: 'app.retention.column.due', right: true, cell: (kind) => whole(kind.due) },
                { label: 'app.retention.column.in30', right: true, cell: ({ in30 }) => whole(in30) },
                { label: 'app.retention.column.in90', right: true, cell: ({ in90 }) => whole(in90) },
                ...(until ? [{ label: 'app.retention.column.until', right: true, cell: (kind: ClassReport['kinds'][number]) => whole(kind.until) }] : []),
                { label: 'app.retention.column.held', right: true, cell: ({ held }) => whole(held) },
                { label: 'app.retention.column.next', right: true, cell: ({ nextEnd }) => nextEnd && dayText(nextEnd, locale) },
              ]}
            />
          )}
          <Stack direction="row" spacing={1}>
            {!signedAt && !keeps && kinds.length > 0 && allowed('retention.release') && <Button variant="contained" onClick={() => setOpen('sign')}>{translate('app.retention.sign')}</Button>}
            {!keeps && allowed('retention.write') && <Button variant="outlined" onClick={() => setOpen('propose')}>{translate('app.retention.propose')}</Button>}
          </Stack>
        </Stack>
        {open === 'sign' && <SignDialog report={report} due={due} onClose={() => setOpen(null)} />}
        {open === 'propose' && <ProposeDialog report={report} onClose={() => setOpen(null)} />}
        {open === 'release' && <ReleaseDialog report={report} onClose={() => setOpen(null)} />}
      </AccordionDetails>
    </Accordion>
  );
}
