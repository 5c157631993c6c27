import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CreateButton, useGetResourceLabel, useResourceContext, useResourceDefinition, useTranslate } from 'react-admin';

export interface EmptyProps {
  /** Text keys or words; absent, `resources.X.empty` and `resources.X.empty_hint`, then general words. */
  title?: string;
  hint?: string;
  icon?: ReactNode;
  /** What to do about it: buttons. Absent in a list that may create, its create button. */
  actions?: ReactNode;
}

/** Nothing here yet, why, and the next step. Every `List` shows it by theme. */
export function DesignedEmpty({ title, hint, icon, actions }: EmptyProps) {
  const translate = useTranslate();
  const resource = useResourceContext();
  const label = useGetResourceLabel();
  const { hasCreate } = useResourceDefinition({ resource });
  const general = resource ? translate('ra.page.empty', { name: label(resource, 2) }) : translate('kit.empty.title');
  return (
    <Box sx={{ textAlign: 'center', px: 2, py: 6, maxWidth: '32rem', mx: 'auto' }}>
      <Box sx={{ color: 'text.secondary', '& svg': { fontSize: '3rem' } }}>{icon ?? <InboxOutlined />}</Box>
      <Typography variant="h2" sx={{ mt: 1 }}>
        {translate(title ?? `resources.${resource}.empty`, { _: title ?? general })}
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 0.5, mb: 2 }}>
        {translate(hint ?? `resources.${resource}.empty_hint`, { _: hint ?? translate('kit.empty.hint') })}
      </Typography>
      {actions ?? (hasCreate && <CreateButton variant="contained" />)}
    </Box>
  );
}
