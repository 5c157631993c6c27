import { Create } from 'react-admin';
import { RoundForm } from './RoundForm';

export const RoundCreate = () => (
  <Create>
    <RoundForm />
  </Create>
);
