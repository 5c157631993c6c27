import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import { Alert, AlertTitle, Button } from '@mui/material';
import { HttpError, Title, useListContext, useTranslate } from 'react-admin';

export interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong and a way on; a refusal in its own words, anything else (a bug) in general ones. */
export function DesignedError({ error, onRetry }: ErrorStateProps) {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      icon={<CloudOffOutlined />}
      sx={{ m: 2 }}
      action={onRetry && <Button color="inherit" onClick={onRetry}>{translate('kit.error.retry')}</Button>}
    >
      <AlertTitle sx={{ fontWeight: 650 }}>{translate('kit.error.title')}</AlertTitle>
      {error instanceof HttpError ? error.message : translate('kit.error.unexpected_without_id')}
    </Alert>
  );
}

/** Lets the theme hide the page numbers of a list that has no rows to count. */
export const listErrorClass = 'mf-list-error';

/** The error state of every `List`, by theme. */
export function DesignedListError() {
  const { error, refetch } = useListContext();
  return (
    <div className={listErrorClass}>
      <DesignedError error={error} onRetry={() => void refetch()} />
    </div>
  );
}

/** A page that broke while drawing itself; the rest of the console goes on. For `<Layout error>`. */
export function DesignedPageError({ error }: { error: unknown }) {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('ra.page.error')} />
      <DesignedError error={error} onRetry={() => window.location.reload()} />
    </>
  );
}
