import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate, type RaRecord } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { FormDialog, type FormValues } from './FormDialog';

export interface RecordDialogProps {
  resource: string;
  title: string;
  /** The record to change; absent for a new one. */
  record?: RaRecord;
  /** What a new one starts with. */
  start?: FormValues;
  /** What a record to be removed is called; absent where it may not be removed here. */
  removable?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Makes or changes a record that lives on another one's page. */
export function RecordDialog({ resource, title, record, start = {}, removable, onClose, children }: RecordDialogProps) {
  const provider = useDataProvider();
  const translate = useTranslate();
  const [removing, setRemoving] = useState(false);
  const remove = useAct((verbs) => verbs.delete(resource, { id: record?.id as string }), { done: 'app.partners.removed', then: onClose });
  if (removing && record && removable) {
    return (
      <ActDialog title={translate('app.partners.remove_thing', { name: removable })} act={translate('ra.action.delete')} onAct={() => remove.mutate()} acting={remove.isPending} error={remove.error} onClose={() => setRemoving(false)}>
        {translate('app.partners.remove_text', { name: removable })}
      </ActDialog>
    );
  }
  return (
    <FormDialog
      title={title}
      resource={resource}
      values={record ?? start}
      onSubmit={(values) => (record ? provider.update(resource, { id: record.id, data: values, previousData: record }) : provider.create(resource, { data: values }))}
      onClose={onClose}
      aside={record && removable && <Button color="error" onClick={() => setRemoving(true)}>{translate('ra.action.delete')}</Button>}
    >
      {children}
    </FormDialog>
  );
}
