import { Box, Button } from '@mui/material';
import { BlockSkeleton, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../common/use-act';
import { TextDialog } from './TextDialog';
import { TextVersion } from './TextVersion';

/** Every version of a purpose's text, newest first, and the way to a new one. */
export function PurposeTexts({ purposeId }: { purposeId: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayWrite = useAllowed()('purposes.write');
  const [writing, setWriting] = useState(false);
  const { data: texts, error, refetch } = useQuery({ queryKey: ['purposes', 'texts', purposeId], queryFn: () => verbs.purposeTexts(purposeId) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!texts) return <BlockSkeleton height={200} />;
  return (
    <Box sx={{ mt: 2 }}>
      {mayWrite && <Button size="small" onClick={() => setWriting(true)}>{translate('app.consent.text.write')}</Button>}
      {texts.map((text, at) => <TextVersion key={text.id} text={text} before={texts[at + 1]} />)}
      {writing && <TextDialog purposeId={purposeId} latest={texts[0]} onClose={() => setWriting(false)} />}
    </Box>
  );
}
