import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { Form, HttpError, ResourceContextProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

export type FormValues = Record<string, unknown>;

export interface FormDialogProps {
  title: string;
  /** Names the fields: `resources.<resource>.fields`. */
  resource: string;
  values: FormValues;
  onSubmit: (values: FormValues) => Promise<unknown>;
  onClose: () => void;
  /** Text key of the notice afterwards. */
  done?: string;
  /** The word on the button, `save` when absent. */
  act?: string;
  /** Beside the buttons, on the left: deleting, for instance. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A small form over the page: what the API refuses is shown in it and at its fields, and it stays until all is well. */
export function FormDialog({ title, resource, values, onSubmit, onClose, done = 'app.partners.saved', act = 'ra.action.save', aside, children }: FormDialogProps) {
  const refresh = useRefresh();
  const notify = useNotify();
  const id = useId();
  const [failure, setFailure] = useState<string>();

  async function submit(entered: FormValues) {
    setFailure(undefined);
    try {
      await onSubmit(entered);
    } catch (error) {
      setFailure((error as Error).message);
      return error instanceof HttpError ? ((error.body as { errors?: object } | null)?.errors ?? {}) : {};
    }
    refresh();
    notify(done, { type: 'success' });
    onClose();
    return undefined;
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <ResourceContextProvider value={resource}>
        {/* The record of the page around it must not fill these fields. */}
        <Form record={values} onSubmit={submit} noValidate>
          <DialogTitle id={id}>{title}</DialogTitle>
          <DialogContent>
            {failure && <Alert severity="error" sx={{ mb: 1 }}>{failure}</Alert>}
            {children}
          </DialogContent>
          <DialogActions sx={{ px: 3, pb: 2 }}>
            {aside && <div style={{ flex: 1 }}>{aside}</div>}
            <Buttons act={act} onClose={onClose} />
          </DialogActions>
        </Form>
      </ResourceContextProvider>
    </Dialog>
  );
}

function Buttons({ act, onClose }: { act: string; onClose: () => void }) {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <>
      <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      <Button type="submit" variant="contained" loading={isSubmitting}>{translate(act, { _: act })}</Button>
    </>
  );
}
