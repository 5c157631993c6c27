import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { Panel, StateChip } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { gradesText } from '../../activities/words';
import { AddButton } from '../AddButton';
import type { PanelOf } from '../panel';
import { PeriodText } from './PeriodText';
import { needTones, offerTones } from '../tones';

/** What the organisation seeks, or what it offers. */
export function CooperationPanel({ organisation: { id, needs, offers }, mayWrite, kind }: PanelOf & { kind: 'needs' | 'offers' }) {
  const translate = useTranslate();
  const things = kind === 'needs'
    ? needs.map((need) => ({ ...need, states: 'need_state', tone: needTones[need.state], persons: need.size }))
    : offers.map((offer) => ({ ...offer, states: 'offer_state', tone: offerTones[offer.state], persons: offer.capacity }));
  const add = mayWrite && <AddButton what={`app.partners.cooperation.${kind === 'needs' ? 'add_need' : 'add_offer'}`} link={{ to: `/${kind}/create`, state: { record: { organisationId: id } } }} />;
  return (
    <Panel title={translate(`app.partners.cooperation.${kind}`)} actions={add}>
      {things.length === 0 && <Typography color="textSecondary">{translate(`app.partners.cooperation.no_${kind}`)}</Typography>}
      <Stack spacing={1.25}>
        {things.map(({ id: thing, title, format, topics, grades, persons, periodFrom, periodTo, state, states, tone }) => (
          <Box key={thing} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <MuiLink component={Link} to={`/${kind}/${thing}/show`} sx={{ fontWeight: 600 }}>{title}</MuiLink>
              <Typography variant="body2" color="textSecondary">
                {[
                  translate(`app.formats.${format}`),
                  grades.length > 0 && translate('app.partners.grade_short', { grades: gradesText(grades) }),
                  persons !== null && translate('app.partners.cooperation.size', { smart_count: persons }),
                  topics.map((topic) => translate(`app.topics.${topic}`)).join(', '),
                ].filter(Boolean).join(' · ')}
              </Typography>
              <Typography variant="body2" color="textSecondary"><PeriodText from={periodFrom} to={periodTo} /></Typography>
            </Box>
            <StateChip label={translate(`app.partners.${states}.${state}`)} tone={tone} />
          </Box>
        ))}
      </Stack>
    </Panel>
  );
}
