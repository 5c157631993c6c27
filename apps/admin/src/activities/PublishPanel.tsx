import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Alert, Box, Button, Card, Link as MuiLink, Stack, Typography } from '@mui/material';
import { missingToPublish, type MissingToPublish } from '@mintforge/domain/activities';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAct } from '../common/use-act';
import type { Activity } from './types';

const asked: MissingToPublish[] = ['DESCRIPTION', 'TOPICS', 'GRADES', 'OCCURRENCE', 'PLACE'];

/** What a draft still needs before it is offered, and the button that offers it. */
export function PublishPanel({ activity }: { activity: Activity }) {
  const translate = useTranslate();
  const { id, version, occurrences } = activity;
  const publish = useAct((verbs) => verbs.publishActivity(id, version), { done: 'app.activities.publish.done' });
  const planned = occurrences.filter(({ state }) => state === 'PLANNED').map(({ endsAt, siteId, place }) => ({ endsAt: new Date(endsAt), siteId, place }));
  const missing = missingToPublish(activity, planned, new Date());
  const ready = missing.length === 0;
  return (
    <Card sx={({ palette }) => ({ p: 2, borderLeft: `4px solid ${palette.secondary.main}` })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 20rem' }}>
          <Typography sx={{ fontWeight: 600 }}>{translate(ready ? 'app.activities.publish.ready' : 'app.activities.publish.missing_title')}</Typography>
          <Typography variant="body2" color="textSecondary">{translate('app.activities.publish.hint')}</Typography>
        </Box>
        <Button variant="contained" disabled={!ready} loading={publish.isPending} onClick={() => publish.mutate()}>{translate('app.activities.publish.act')}</Button>
      </Box>
      {publish.error && <Alert severity="error" sx={{ mt: 1.5 }}>{publish.error.message}</Alert>}
      {!ready && (
        <Stack component="ul" direction="row" useFlexGap sx={{ listStyle: 'none', p: 0, m: 0, mt: 1.5, flexWrap: 'wrap', columnGap: 3, rowGap: 0.75 }}>
          {asked.map((what) => {
            const lacks = missing.includes(what);
            return (
              <Stack key={what} component="li" direction="row" spacing={0.75} sx={{ alignItems: 'center' }}>
                {lacks ? <RadioButtonUncheckedOutlined fontSize="small" color="warning" /> : <CheckCircleOutlined fontSize="small" color="success" />}
                {lacks && what !== 'OCCURRENCE' && what !== 'PLACE' ? (
                  <MuiLink component={Link} to={`/activities/${id}`} variant="body2">{translate(`app.activities.publish.missing.${what}`)}</MuiLink>
                ) : (
                  <Typography variant="body2" color={lacks ? 'textPrimary' : 'textSecondary'}>{translate(`app.activities.publish.${lacks ? 'missing' : 'there'}.${what}`)}</Typography>
                )}
              </Stack>
            );
          })}
        </Stack>
      )}
    </Card>
  );
}
