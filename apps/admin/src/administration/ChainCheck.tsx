import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material';
import { berlinDateTime, DesignedError } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useVerbs } from '../common/use-act';

/** Recomputes the hash chain of the region's audit log and says whether it is whole. */
export function ChainCheck() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const locale = useLocale();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => verbs.auditChain() });
  const word = (key: string, values = {}) => translate(`app.administration.audit.chain.${key}`, values);
  const check = () => {
    setOpen(true);
    mutate();
  };
  return (
    <>
      <Button size="small" startIcon={<FactCheckOutlined />} onClick={check}>{word('button')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby={titleId} maxWidth="sm" fullWidth>
        <DialogTitle id={titleId}>{word('title')}</DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 2 }}>{word('hint')}</Typography>
          <Box role="status">
            {isPending && (
              <>
                <Typography variant="body2">{word('checking')}</Typography>
                <LinearProgress aria-hidden sx={{ mt: 1 }} />
              </>
            )}
            {error && <DesignedError error={error} onRetry={() => mutate()} />}
            {data && (data.fault === null ? (
              <Alert severity="success">
                {word('whole', { smart_count: data.rows })}{' '}
                {data.anchoredAt ? word('anchored', { smart_count: data.anchors, at: berlinDateTime(data.anchoredAt, locale) }) : word('not_anchored')}
              </Alert>
            ) : <Alert severity="error">{translate(`app.administration.audit.chain.fault.${data.fault}`, { seq: data.brokenAt })} {word('whom')}</Alert>)}
          </Box>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => setOpen(false)} autoFocus>{translate('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
