import { needStates } from '@mintforge/domain/partners';
import { StateField, TopicsField } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List } from 'react-admin';
import { cooperationFilters } from './cooperation-filters';
import { FormatText, GradeChips, TitleCell } from './CooperationCells';
import { PeriodText } from './PeriodText';
import { needTones } from '../tones';
import type { NeedRow } from '../types';

const filters = cooperationFilters(needStates, 'app.partners.need_state');

/** What schools seek, the newest first. */
export const NeedList = () => (
  <List filters={filters} sort={{ field: 'createdAt', order: 'DESC' }}>
    <DataTable rowClick="show" bulkActionButtons={false}>
      <DataTable.Col source="title" sx={{ minWidth: '16rem' }}><FunctionField<NeedRow> render={(need) => <TitleCell {...need} />} /></DataTable.Col>
      <DataTable.Col source="state" disableSort><StateField source="state" texts="app.partners.need_state" tones={needTones} /></DataTable.Col>
      <DataTable.Col source="format" disableSort><FunctionField<NeedRow> render={({ format }) => <FormatText format={format} />} /></DataTable.Col>
      <DataTable.Col source="topics" disableSort><TopicsField source="topics" texts="app.topics" limit={2} /></DataTable.Col>
      <DataTable.Col source="grades" disableSort><FunctionField<NeedRow> render={({ grades }) => <GradeChips grades={grades} />} /></DataTable.Col>
      <DataTable.NumberCol source="size" disableSort />
      <DataTable.Col source="periodFrom" label="resources.needs.fields.period"><FunctionField<NeedRow> render={({ periodFrom, periodTo }) => <PeriodText from={periodFrom} to={periodTo} />} /></DataTable.Col>
    </DataTable>
  </List>
);
