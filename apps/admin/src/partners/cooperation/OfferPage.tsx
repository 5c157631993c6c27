import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import { Alert, Box, Button } from '@mui/material';
import { Allowed, Panel, StateChip } from '@mintforge/ui-kit';
import { DeleteButton, EditButton, ReferenceField, Show, TextField, TopToolbar, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact } from '../../common/Facts';
import { CooperationFacts } from './CooperationFacts';
import { offerTones } from '../tones';
import type { Offer } from '../types';

function OfferActions() {
  const translate = useTranslate();
  const offer = useRecordContext<Offer>();
  if (!offer) return null;
  return (
    <TopToolbar>
      <Allowed to="partners.write">
        <EditButton />
        <DeleteButton redirect="list" />
      </Allowed>
      {offer.state === 'OPEN' && (
        <Allowed to="activities.write">
          <Button component={Link} to={`/activities/create?offer=${offer.id}`} size="small" variant="contained" startIcon={<ScienceOutlined />}>{translate('app.partners.cooperation.to_activity')}</Button>
        </Allowed>
      )}
    </TopToolbar>
  );
}

function OfferSheet() {
  const translate = useTranslate();
  const offer = useRecordContext<Offer>();
  if (!offer) return null;
  const { title, state, capacity, minimumAge, equipmentId, description } = offer;
  return (
    <Panel title={title} actions={<StateChip label={translate(`app.partners.offer_state.${state}`)} tone={offerTones[state]} />}>
      {state === 'IN_ACTIVITY' && <Alert severity="info" sx={{ mb: 2 }}>{translate('app.partners.cooperation.taken')}</Alert>}
      <CooperationFacts of={offer} resource="offers">
        {capacity !== null && <Fact label="resources.offers.fields.capacity">{translate('app.partners.cooperation.size', { smart_count: capacity })}</Fact>}
        {minimumAge !== null && <Fact label="resources.offers.fields.minimumAge">{translate('app.partners.equipment.age', { age: minimumAge })}</Fact>}
        {equipmentId && <Fact label="resources.offers.fields.equipmentId"><ReferenceField source="equipmentId" reference="equipments" link={false}><TextField source="name" /></ReferenceField></Fact>}
        {description && <Fact label="resources.offers.fields.description"><span style={{ whiteSpace: 'pre-line' }}>{description}</span></Fact>}
      </CooperationFacts>
    </Panel>
  );
}

/** One offer, and the way from it to an activity. */
export const OfferPage = () => (
  <Show actions={<OfferActions />} component="div">
    <Box sx={{ maxWidth: 860 }}><OfferSheet /></Box>
  </Show>
);
