import { TabbedShowLayout } from 'react-admin';
import type { Round } from '../types';
import { AllocationsTab } from './AllocationsTab';
import { MarksTab } from './MarksTab';
import { NeedsOverview } from './NeedsOverview';
import { SidesTab } from './SidesTab';

/** A round of needs and offers, from what is wanted to what was accepted. */
export function NeedsTabs({ round }: { round: Round }) {
  return (
    <TabbedShowLayout>
      <TabbedShowLayout.Tab label="app.rounds.tab.overview"><NeedsOverview round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.needs_rounds.tab.needs" path="needs"><SidesTab round={round} of="needs" /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.needs_rounds.tab.offers" path="offers"><SidesTab round={round} of="offers" /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.needs_rounds.tab.marks" path="marks"><MarksTab round={round} /></TabbedShowLayout.Tab>
      <TabbedShowLayout.Tab label="app.needs_rounds.tab.allocations" path="allocations"><AllocationsTab round={round} /></TabbedShowLayout.Tab>
    </TabbedShowLayout>
  );
}
