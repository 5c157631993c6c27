import { Box, Stack } from '@mui/material';
import { Allowed, ListSkeleton, useAllowed } from '@mintforge/ui-kit';
import { EditButton, Show, TopToolbar, useRecordContext, useShowContext } from 'react-admin';
import { HistoryButton } from '../../common/HistoryButton';
import { ClosingButton } from './ClosingButton';
import { ContactsPanel } from '../belongings/ContactsPanel';
import { CooperationPanel } from '../cooperation/CooperationPanel';
import { DuplicatesNotice } from '../duplicates/DuplicatesNotice';
import { EquipmentPanel } from '../readiness/EquipmentPanel';
import { FactsPanel } from './FactsPanel';
import { HistoryPanel } from '../history/HistoryPanel';
import { NamesPanel } from './NamesPanel';
import { OrganisationHead } from './OrganisationHead';
import { PartnershipsPanel } from '../cooperation/PartnershipsPanel';
import { ReadinessPanel } from '../readiness/ReadinessPanel';
import { SitesPanel } from '../belongings/SitesPanel';
import type { Organisation } from '../types';

function Actions() {
  const organisation = useRecordContext<Organisation>();
  if (!organisation) return null;
  return (
    <TopToolbar>
      <HistoryButton id={organisation.id} label="app.partners.head.log" />
      <Allowed to="partners.write">
        <ClosingButton organisation={organisation} />
        <EditButton />
      </Allowed>
    </TopToolbar>
  );
}

function Sections() {
  const { record: organisation } = useShowContext<Organisation>();
  const allowed = useAllowed();
  if (!organisation) return <ListSkeleton />;
  const panel = { organisation, mayWrite: allowed('partners.write') };
  const offering = organisation.roles.some((role) => role !== 'SCHOOL');
  return (
    <Stack spacing={2}>
      <OrganisationHead organisation={organisation} />
      <DuplicatesNotice organisation={organisation} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' }, alignItems: 'start' }}>
        <Stack spacing={2}>
          <HistoryPanel {...panel} />
          {organisation.roles.includes('SCHOOL') && <CooperationPanel {...panel} kind="needs" />}
          {(offering || organisation.offers.length > 0) && <CooperationPanel {...panel} kind="offers" />}
          <PartnershipsPanel {...panel} />
        </Stack>
        <Stack spacing={2}>
          <ContactsPanel {...panel} />
          <SitesPanel {...panel} />
          <FactsPanel organisation={organisation} />
          {(offering || organisation.equipment.length > 0) && <EquipmentPanel {...panel} />}
          {offering && <ReadinessPanel {...panel} />}
          <NamesPanel {...panel} />
        </Stack>
      </Box>
    </Stack>
  );
}

/** Everything about one organisation on one page: who it is, whom to call, what was talked about, what it seeks and offers. */
export const OrganisationPage = () => (
  <Show actions={<Actions />} component="div">
    <Sections />
  </Show>
);
