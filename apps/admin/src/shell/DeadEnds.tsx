import ExploreOffOutlined from '@mui/icons-material/ExploreOffOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import { Button } from '@mui/material';
import { DesignedEmpty } from '@mintforge/ui-kit';
import type { ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

function DeadEnd({ title, hint, icon }: { title: string; hint: string; icon: ReactNode }) {
  const translate = useTranslate();
  const home = <Button component={Link} to="/" variant="contained">{translate('app.menu.today')}</Button>;
  return (
    <>
      <Title title={translate(title)} />
      <DesignedEmpty title={title} hint={hint} icon={icon} actions={home} />
    </>
  );
}

export const AccessDeniedPage = () => <DeadEnd title="ra.page.access_denied" hint="ra.message.access_denied" icon={<LockOutlined />} />;
export const NotFoundPage = () => <DeadEnd title="ra.page.not_found" hint="ra.message.not_found" icon={<ExploreOffOutlined />} />;
