import { Alert, Box, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { dayText, DesignedEmpty, DesignedError, BlockSkeleton, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { RuleDialog } from './RuleDialog';
import { RuleEffect } from './RuleEffect';
import { useRuleWords } from './use-rule-words';
import type { RuleVersion } from './verbs';

/** Who signs at what age, by rule: every version with its source, and the next one, which a second person puts into force. */
export function RulesPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayWrite = useAllowed()('purposes.write');
  const [changing, setChanging] = useState<RuleVersion>();
  const { data: rules, error, refetch } = useQuery({ queryKey: ['purposes', 'rules'], queryFn: () => verbs.signerRules() });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!rules) return <BlockSkeleton height={480} />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.signer_rules.title')} />
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{translate('app.signer_rules.hint')}</Typography>
      {rules.length === 0 && <Card><DesignedEmpty title="app.signer_rules.none" hint="app.signer_rules.none_hint" actions={false} /></Card>}
      <Stack spacing={2}>
        {[...Map.groupBy(rules, ({ code }) => code)].map(([code, versions]) => <RuleCard key={code} code={code} versions={versions} onChange={mayWrite ? setChanging : undefined} />)}
      </Stack>
      {changing && <RuleDialog latest={changing} onClose={() => setChanging(undefined)} />}
    </Box>
  );
}

/** One rule; the API lists what waits for a release first, then the latest. */
function RuleCard({ code, versions, onChange }: { code: string; versions: RuleVersion[]; onChange: ((latest: RuleVersion) => void) | undefined }) {
  const translate = useTranslate();
  const waiting = versions.find(({ released }) => !released);
  const released = versions.filter((version) => version.released);
  const latest = released[0] ?? waiting;
  const title = translate('app.signer_rules.rule', { code });
  return (
    <Card component="section" aria-label={title}>
      <CardContent>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
          <Box sx={{ flex: '1 1 20rem' }}>
            <Typography component="h2" sx={{ fontWeight: 600 }}>{title}</Typography>
            <Typography variant="body2" color="textSecondary">{latest?.purposes.map((purpose) => translate(`app.consent.purpose.${purpose}`)).join(', ')}</Typography>
          </Box>
          {onChange && latest && <Button size="small" variant="outlined" onClick={() => onChange(waiting ?? latest)}>{translate('app.signer_rules.change')}</Button>}
        </Stack>
        {waiting && <Waiting version={waiting} />}
        <Versions title={title} versions={released} />
      </CardContent>
    </Card>
  );
}

/** A proposed version with whom it changes something for, and the way into force. */
function Waiting({ version }: { version: RuleVersion }) {
  const translate = useTranslate();
  const locale = useLocale();
  const allowed = useAllowed();
  const words = useRuleWords();
  const release = useAct((verbs) => verbs.releaseSignerRule(version.id), { done: 'app.signer_rules.released' });
  return (
    <Alert severity="warning" sx={{ mb: 1.5, '& .MuiAlert-message': { flex: 1 } }} action={allowed('purposes.release') && <Button size="small" loading={release.isPending} onClick={() => release.mutate()}>{translate('app.consent.text.release')}</Button>}>
      {release.error && <Typography color="error">{release.error.message}</Typography>}
      <Typography sx={{ fontWeight: 600 }}>{translate('app.signer_rules.waiting', { day: dayText(version.validFrom, locale) })}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{words.bands(version).map((line) => <li key={line}>{line}</li>)}</Box>
      <Typography variant="body2">{words.terms(version)} · {translate('app.consent.field.source')}: {version.source}</Typography>
      <RuleEffect id={version.id} />
    </Alert>
  );
}

function Versions({ title, versions }: { title: string; versions: RuleVersion[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const words = useRuleWords();
  const columns: Column<RuleVersion>[] = [
    { label: 'app.signer_rules.valid_from', cell: ({ validFrom }) => <Stack spacing={0.5}><time dateTime={validFrom}>{dayText(validFrom, locale)}</time>{words.isInForce(validFrom, versions) && <StateChip tone="success" label={translate('app.signer_rules.in_force')} />}</Stack> },
    { label: 'app.signer_rules.who', cell: (version) => <Box component="ul" sx={{ m: 0, pl: 2.5, minWidth: '16rem' }}>{words.bands(version).map((line) => <li key={line}>{line}</li>)}</Box> },
    { label: 'app.signer_rules.terms', cell: (version) => <Box sx={{ minWidth: '10rem' }}>{words.terms(version)}</Box> },
    { label: 'app.consent.field.source', cell: ({ source }) => <Typography variant="body2" color="textSecondary" sx={{ minWidth: '12rem' }}>{source}</Typography> },
  ];
  return <Rows title={title} columns={columns} rows={versions} keyOf={({ id }) => id} />;
}
