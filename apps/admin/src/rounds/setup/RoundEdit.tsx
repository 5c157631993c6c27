import { Edit } from 'react-admin';
import { RoundForm } from './RoundForm';

export const RoundEdit = () => (
  <Edit>
    <RoundForm />
  </Edit>
);
