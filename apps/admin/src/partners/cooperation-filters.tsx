import { activityFormats, grades, topics } from '@mintforge/domain/partners';
import { SearchInput, SelectInput } from 'react-admin';
import { choicesOf } from './choices';

const formats = choicesOf(activityFormats, 'app.formats');
const topicChoices = choicesOf(topics, 'app.topics');
const gradeChoices = grades.map((grade) => ({ id: grade, name: String(grade) }));

/** Filters of needs and of offers; only their states differ. */
export const cooperationFilters = (states: readonly string[], texts: string) => [
  <SearchInput key="q" source="q" placeholder="app.partners.cooperation.q" alwaysOn sx={{ minWidth: { sm: '16rem' } }} />,
  <SelectInput key="state" source="state" choices={choicesOf(states, texts)} alwaysOn />,
  <SelectInput key="format" source="format" choices={formats} alwaysOn />,
  <SelectInput key="topic" source="topic" choices={topicChoices} alwaysOn />,
  <SelectInput key="grade" source="grade" choices={gradeChoices} translateChoice={false} />,
];
