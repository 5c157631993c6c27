import { Box, Typography } from '@mui/material';
import { Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../common/use-act';

/** When the region is warned, and where the numbers come from. */
export function AlertRules() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data } = useQuery({ queryKey: ['alertRules'], queryFn: () => verbs.alertRules() });
  if (!data?.length) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('app.oversight.alerts.rules')}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate('app.oversight.alerts.rules_hint')}</Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', columnGap: 2, rowGap: 0.5, gridTemplateColumns: { md: 'auto auto 1fr' } }}>
          {data.map(({ id, kind, threshold, windowMinutes, source }) => (
            <Box key={id} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" sx={{ fontWeight: 600 }}>{translate(`app.oversight.alerts.about.${kind}`)}</Typography>
              <Typography component="dd" variant="body2" sx={{ m: 0 }}>{translate('app.oversight.alerts.rule', { threshold, minutes: windowMinutes })}</Typography>
              <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0 }}>{source}</Typography>
            </Box>
          ))}
        </Box>
      </Panel>
    </Box>
  );
}
