import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import { Button, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { DateInput, required, useDataProvider, useNotify, useTranslate } from 'react-admin';
import type { ConsoleProvider } from '../../verbs';
import { useAct } from '../../common/use-act';
import { FormDialog } from '../FormDialog';
import { OrganisationInput } from '../inputs';
import type { Organisation } from '../types';

const must = required();

/** Closes an organisation with its successor, or opens it again. */
export function ClosingButton({ organisation }: { organisation: Organisation }) {
  const { id, version, name, closedOn } = organisation;
  const translate = useTranslate();
  const notify = useNotify();
  const provider = useDataProvider<ConsoleProvider>();
  const [closing, setClosing] = useState(false);
  const reopen = useAct((verbs) => verbs.reopenOrganisation(id, version), { done: 'app.partners.closing.reopened' });
  if (closedOn) {
    const open = () => reopen.mutate(undefined, { onError: (error) => notify(error.message, { type: 'error' }) });
    return <Button size="small" startIcon={<ReplayOutlined />} loading={reopen.isPending} onClick={open}>{translate('app.partners.head.reopen')}</Button>;
  }
  return (
    <>
      <Button size="small" startIcon={<EventBusyOutlined />} onClick={() => setClosing(true)}>{translate('app.partners.head.close')}</Button>
      {closing && (
        <FormDialog
          title={translate('app.partners.closing.title', { name })}
          resource="organisations"
          values={{ closedOn: berlinDay(new Date()) }}
          act="app.partners.closing.act"
          done="app.partners.closing.done"
          onSubmit={(values) => provider.closeOrganisation({ id, version, input: { closedOn: values['closedOn'] as string, successorId: values['successorId'] as string | null | undefined } })}
          onClose={() => setClosing(false)}
        >
          <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.partners.closing.hint')}</Typography>
          <DateInput source="closedOn" validate={must} helperText={false} />
          <OrganisationInput source="successorId" />
        </FormDialog>
      )}
    </>
  );
}
