import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export interface ActDialogProps {
  title: string;
  /** The word on the button that acts. */
  act: string;
  onAct: () => void;
  onClose: () => void;
  acting?: boolean;
  /** Something is still missing. */
  disabled?: boolean;
  error?: Error | null;
  /** Ways on from the refusal, beside its words. */
  errorActions?: ReactNode;
  wide?: boolean;
  /** Nothing is given up by leaving: the act is done, or there is none. */
  closes?: boolean;
  children: ReactNode;
}

/** A dialog around one act: a refusal is shown in it, and it stays until the act is done. */
export function ActDialog({ title, act, onAct, onClose, acting = false, disabled = false, error, errorActions, wide = false, closes = false, children }: ActDialogProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth={wide ? 'lg' : 'sm'} fullWidth>
      <Box
        component="form"
        noValidate
        // The buttons stay in sight, the content scrolls.
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          event.stopPropagation();
          if (!disabled) onAct();
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          {error && <Alert severity="error" action={errorActions}>{error.message}</Alert>}
          {children}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{translate(closes ? 'ra.action.close' : 'ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={acting} disabled={disabled}>{act}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
