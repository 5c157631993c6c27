import { Box } from '@mui/material';
import { Allowed, Panel, StateChip } from '@mintforge/ui-kit';
import { DeleteButton, EditButton, Show, TopToolbar, useRecordContext, useTranslate } from 'react-admin';
import { Fact } from '../../common/Facts';
import { CooperationFacts } from './CooperationFacts';
import { needTones } from '../tones';
import type { Need } from '../types';

const NeedActions = () => (
  <TopToolbar>
    <Allowed to="partners.write">
      <EditButton />
      <DeleteButton redirect="list" />
    </Allowed>
  </TopToolbar>
);

function NeedSheet() {
  const translate = useTranslate();
  const need = useRecordContext<Need>();
  if (!need) return null;
  return (
    <Panel title={need.title} actions={<StateChip label={translate(`app.partners.need_state.${need.state}`)} tone={needTones[need.state]} />}>
      <CooperationFacts of={need} resource="needs">
        {need.size !== null && <Fact label="resources.needs.fields.size">{translate('app.partners.cooperation.size', { smart_count: need.size })}</Fact>}
      </CooperationFacts>
    </Panel>
  );
}

/** One need of a school. */
export const NeedPage = () => (
  <Show actions={<NeedActions />} component="div">
    <Box sx={{ maxWidth: 860 }}><NeedSheet /></Box>
  </Show>
);
