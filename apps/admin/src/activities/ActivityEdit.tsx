import { ListSkeleton } from '@mintforge/ui-kit';
import { Edit, SaveButton, SimpleForm, Toolbar } from 'react-admin';
import { ActivityFields } from './ActivityForm';
import { useActivity } from './use-activity';

function ActivityEditForm() {
  if (!useActivity()) return <ListSkeleton />;
  return (
    // Deleting is for drafts and stands on the page of the activity.
    <SimpleForm toolbar={<Toolbar><SaveButton /></Toolbar>}>
      <ActivityFields />
    </SimpleForm>
  );
}

export const ActivityEdit = () => (
  <Edit>
    <ActivityEditForm />
  </Edit>
);
