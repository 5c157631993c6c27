import { offerStates } from '@mintforge/domain/partners';
import { StateField, TopicsField } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List } from 'react-admin';
import { cooperationFilters } from './cooperation-filters';
import { FormatText, GradeChips, TitleCell } from './CooperationCells';
import { PeriodText } from './PeriodText';
import { offerTones } from '../tones';
import type { OfferRow } from '../types';

const filters = cooperationFilters(offerStates, 'app.partners.offer_state');

/** What companies and research centres offer, the newest first. */
export const OfferList = () => (
  <List filters={filters} sort={{ field: 'createdAt', order: 'DESC' }}>
    <DataTable rowClick="show" bulkActionButtons={false}>
      <DataTable.Col source="title" sx={{ minWidth: '16rem' }}><FunctionField<OfferRow> render={(offer) => <TitleCell {...offer} />} /></DataTable.Col>
      <DataTable.Col source="state" disableSort><StateField source="state" texts="app.partners.offer_state" tones={offerTones} /></DataTable.Col>
      <DataTable.Col source="format" disableSort><FunctionField<OfferRow> render={({ format }) => <FormatText format={format} />} /></DataTable.Col>
      <DataTable.Col source="topics" disableSort><TopicsField source="topics" texts="app.topics" limit={2} /></DataTable.Col>
      <DataTable.Col source="grades" disableSort><FunctionField<OfferRow> render={({ grades }) => <GradeChips grades={grades} />} /></DataTable.Col>
      <DataTable.NumberCol source="capacity" disableSort />
      <DataTable.Col source="periodFrom" label="resources.offers.fields.period"><FunctionField<OfferRow> render={({ periodFrom, periodTo }) => <PeriodText from={periodFrom} to={periodTo} />} /></DataTable.Col>
    </DataTable>
  </List>
);
