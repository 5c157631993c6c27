import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { KitProvider } from './data-provider';
import type { UploadedFile } from './transport';

export interface UploadFieldProps {
  /** File name endings, e.g. `['.csv', '.xlsx']`. */
  accept: string[];
  hint?: string;
  onUploaded: (file: UploadedFile) => void;
}

/** Takes one file by drop or choice and sends it at once; the API checks what is in it. */
export function UploadField({ accept, hint, onUploaded }: UploadFieldProps) {
  const translate = useTranslate();
  const provider = useDataProvider<KitProvider>();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: async (file: File) => {
      if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) throw new Error(translate('kit.upload.wrong_kind', { accept: accept.join(', ') }));
      return provider.upload(file);
    },
    onSuccess: onUploaded,
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) mutate(file);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    <Box
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      sx={{ border: 2, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, p: 3, textAlign: 'center' }}
    >
      <UploadFileOutlined color="primary" fontSize="large" />
      <Typography id={id}>{translate('kit.upload.drop')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>{hint ?? accept.join(', ')}</Typography>
      <Button variant="contained" loading={isPending} aria-describedby={id} onClick={() => input.current?.click()}>{translate('kit.upload.choose')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(',')}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      {isPending && (
        <Box sx={{ mt: 2 }}>
          <Typography role="status" variant="body2">{translate('kit.upload.sending', { name: variables.name })}</Typography>
          <LinearProgress sx={{ mt: 0.5 }} aria-hidden />
        </Box>
      )}
      {error && <Alert severity="error" sx={{ mt: 2, textAlign: 'left' }}>{error.message}</Alert>}
    </Box>
  );
}
