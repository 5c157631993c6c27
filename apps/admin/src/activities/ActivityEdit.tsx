import { ListSkeleton } from '@mintforge/ui-kit';
import { Edit, SaveButton, SimpleForm, Toolbar, useRecordContext } from 'react-admin';
import { ActivityFields } from './ActivityForm';

function ActivityEditForm() {
  if (!useRecordContext()) return <ListSkeleton />;
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
