import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined';
import { Alert, Box, IconButton, Tooltip } from '@mui/material';
import { BlockSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';

export interface ScanPictureProps {
  path: string;
  alt: string;
  /** How high it may stand before it scrolls; a small one cannot be turned. */
  height: string;
  small?: boolean;
}

/** A scan as a picture, its pages below one another; it is forgotten once nobody looks at it. */
export function ScanPicture({ path, alt, height, small = false }: ScanPictureProps) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data, error } = useQuery({ queryKey: ['consents', 'scan', path], queryFn: async () => (await verbs.download(path)).blob, staleTime: Infinity, gcTime: 0, retry: false });
  const [address, setAddress] = useState<string>();
  const [turned, setTurned] = useState(false);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  if (!data) return <BlockSkeleton height={small ? 120 : 320} />;
  return (
    <Box sx={{ position: 'relative' }}>
      <Box tabIndex={0} role="region" aria-label={alt} sx={{ maxHeight: height, overflowY: 'auto', border: 1, borderColor: 'divider' }}>
        <Box component="img" src={address} alt={alt} sx={{ display: 'block', width: '100%', ...(turned && { transform: 'rotate(180deg)' }) }} />
      </Box>
      {!small && (
        <Tooltip title={translate('app.consent.paper.pile.turn')}>
          <IconButton size="small" aria-label={translate('app.consent.paper.pile.turn')} onClick={() => setTurned(!turned)} sx={({ palette }) => ({ position: 'absolute', top: 6, right: 20, backgroundColor: palette.background.paper, boxShadow: 1, '&:hover': { backgroundColor: palette.background.paper } })}><RotateRightOutlined fontSize="small" /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
