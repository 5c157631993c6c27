import AddPhotoAlternateOutlined from '@mui/icons-material/AddPhotoAlternateOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, usePermissions, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { AccessDeniedPage } from '../../shell/DeadEnds';
import { OccurrenceTabs } from '../attendance/OccurrenceTabs';
import { PictureCard } from './PictureCard';
import { AddPictureDialog } from './PictureDialogs';

/** The pictures of an occurrence: who is on them, what may be published, what is missing. */
export function MediaPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const verbs = useVerbs();
  const { isPending } = usePermissions();
  const allowed = useAllowed();
  const maySee = allowed('media.read');
  const { data, error, refetch } = useQuery({ queryKey: ['media', id], queryFn: () => verbs.mediaOf(id), enabled: maySee });
  const [adding, setAdding] = useState(false);
  if (!isPending && !maySee) return <AccessDeniedPage />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.activities.media.title')} />
      <OccurrenceTabs id={id} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Typography sx={{ flex: '1 1 24rem' }}>{translate('app.activities.media.intro')}</Typography>
        {allowed('media.write') && data && <Button variant="contained" startIcon={<AddPhotoAlternateOutlined />} onClick={() => setAdding(true)}>{translate('app.activities.media.add')}</Button>}
      </Box>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : !data ? <BlockSkeleton height={320} /> : data.media.length === 0 ? <Card><DesignedEmpty title="app.activities.media.empty" hint="app.activities.media.empty_hint" /></Card> : (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 20rem), 1fr))' }}>
          {data.media.map((media) => <PictureCard key={media.id} media={media} candidates={data.candidates} />)}
        </Box>
      )}
      {adding && data && <AddPictureDialog occurrenceId={id} candidates={data.candidates} onClose={() => setAdding(false)} />}
    </Box>
  );
}
