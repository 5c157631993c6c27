import { Box, Button, TextField, Typography } from '@mui/material';
import { Allowed, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct, useVerbs } from '../common/use-act';
import type { AlertRuleRow } from './types';

/** A whole number within a range, as a field holds it. */
const within = (text: string, least: number, most: number): boolean => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

function RuleDialog({ rule, onClose }: { rule: AlertRuleRow; onClose: () => void }) {
  const translate = useTranslate();
  const [threshold, setThreshold] = useState(String(rule.threshold));
  const [minutes, setMinutes] = useState(String(rule.windowMinutes));
  const [source, setSource] = useState(rule.source);
  const change = useAct((verbs) => verbs.changeAlertRule(rule.id, rule.version, { threshold: Number(threshold), windowMinutes: Number(minutes), source }), { done: 'app.oversight.alerts.rule_changed', then: onClose });
  const word = (key: string) => translate(`app.oversight.alerts.rule_field.${key}`);
  const fits = within(threshold, 1, 100_000) && within(minutes, 5, 1440) && source.trim() !== '';
  return (
    <ActDialog title={translate(`app.oversight.alerts.about.${rule.kind}`)} act={translate('ra.action.save')} acting={change.isPending} disabled={!fits} error={change.error} onAct={() => change.mutate()} onClose={onClose}>
      <TextField required label={word('threshold')} value={threshold} onChange={({ target }) => setThreshold(target.value)} slotProps={{ htmlInput: { inputMode: 'numeric' } }} sx={{ mt: 1 }} />
      <TextField required label={word('minutes')} value={minutes} onChange={({ target }) => setMinutes(target.value)} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
      <TextField required multiline label={word('source')} helperText={word('source_hint')} value={source} onChange={({ target }) => setSource(target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
    </ActDialog>
  );
}

/** When the region is warned, and where the numbers come from. */
export function AlertRules() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data, refetch } = useQuery({ queryKey: ['alertRules'], queryFn: () => verbs.alertRules() });
  const [changed, setChanged] = useState<AlertRuleRow | null>(null);
  if (!data?.length) return null;
  const close = () => {
    setChanged(null);
    void refetch();
  };
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('app.oversight.alerts.rules')}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate('app.oversight.alerts.rules_hint')}</Typography>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.map((rule) => (
            <Box component="li" key={rule.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', py: 0.25 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>{translate(`app.oversight.alerts.about.${rule.kind}`)}</Typography>
              <Typography variant="body2">{translate('app.oversight.alerts.rule', { threshold: rule.threshold, minutes: rule.windowMinutes })}</Typography>
              <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: '16rem' }}>{rule.source}</Typography>
              <Allowed to="alerts.rules"><Button size="small" onClick={() => setChanged(rule)}>{translate('ra.action.edit')}</Button></Allowed>
            </Box>
          ))}
        </Box>
      </Panel>
      {changed && <RuleDialog rule={changed} onClose={close} />}
    </Box>
  );
}
