import { Box, Paper, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { Notification } from 'react-admin';
import { LocaleButton } from '../shell/LocaleButton';

/** The frame of the pages before sign-in. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · mintforge`;
  }, [title]);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, borderTop: 4, borderColor: 'secondary.main', backgroundColor: 'background.default' }}>
      <Box sx={{ width: '100%', maxWidth: 400 }}>
        <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center', mb: 2 }}>
          <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={36} height={36} />
          <Typography component="p" sx={{ flex: 1, fontSize: '1.35rem', fontWeight: 650, letterSpacing: '-0.01em' }}>mintforge</Typography>
          <LocaleButton />
        </Stack>
        <Paper elevation={1} sx={{ p: 3 }}>
          <Typography variant="h1" sx={{ fontSize: '1.45rem', mb: 1.5 }}>{title}</Typography>
          {children}
        </Paper>
      </Box>
      <Notification />
    </Box>
  );
}
