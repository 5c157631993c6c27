import { activityFormats, grades, topics } from '@mintforge/domain/partners';
import { SelectInput } from 'react-admin';
import { SearchFilter } from '../../common/inputs';
import { choicesOf } from '../choices';

const formats = choicesOf(activityFormats, 'app.formats');
const topicChoices = choicesOf(topics, 'app.topics');
const gradeChoices = grades.map((grade) => ({ id: grade, name: String(grade) }));

/** Filters of needs and of offers; only their states differ. */
export const cooperationFilters = (states: readonly string[], texts: string) => [
  <SearchFilter key="q" source="q" hint="app.partners.cooperation.q" alwaysOn />,
  <SelectInput key="state" source="state" choices={choicesOf(states, texts)} alwaysOn />,
  <SelectInput key="format" source="format" choices={formats} alwaysOn />,
  <SelectInput key="topic" source="topic" choices={topicChoices} alwaysOn />,
  <SelectInput key="grade" source="grade" choices={gradeChoices} translateChoice={false} />,
];
