import { Edit, SimpleForm } from 'react-admin';
import { ActivityFields } from './ActivityForm';

export const ActivityEdit = () => (
  <Edit>
    <SimpleForm>
      <ActivityFields />
    </SimpleForm>
  </Edit>
);
