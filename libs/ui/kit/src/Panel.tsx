import { Box, Card, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

export interface PanelProps {
  title: string;
  /** Buttons or a link beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled section of a page: the building block of dashboards and detail pages. */
export function Panel({ title, actions, children }: PanelProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: 2, height: '100%' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5, minHeight: 32 }}>
        <Typography variant="h2" id={id} sx={{ flex: 1 }}>{title}</Typography>
        {actions}
      </Box>
      {children}
    </Card>
  );
}
