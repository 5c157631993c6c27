import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined';
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined';
import { Alert, Box, IconButton, Stack, Tooltip } from '@mui/material';
import { BlockSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';

export interface ScanPictureProps {
  path: string;
  alt: string;
  /** How high it may stand before it scrolls; a small one is for looking alone. */
  height: string;
  small?: boolean;
}

/** A scan as a picture, its pages below one another; it is forgotten once nobody looks at it. */
export function ScanPicture({ path, alt, height, small = false }: ScanPictureProps) {
  const verbs = useVerbs();
  const { data, error } = useQuery({ queryKey: ['consents', 'scan', path], queryFn: async () => (await verbs.download(path)).blob, staleTime: Infinity, gcTime: 0, retry: false });
  const [address, setAddress] = useState<string>();
  const [turned, setTurned] = useState(false);
  const [large, setLarge] = useState(false);
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
      <Box tabIndex={0} role="region" aria-label={alt} sx={{ maxHeight: height, overflow: 'auto', border: 1, borderColor: 'divider' }}>
        <Box component="img" src={address} alt={alt} sx={{ display: 'block', width: large ? '200%' : '100%', ...(turned && { transform: 'rotate(180deg)' }) }} />
      </Box>
      {!small && (
        <Stack direction="row" sx={({ palette }) => ({ position: 'absolute', top: 6, right: 20, borderRadius: 1, backgroundColor: palette.background.paper, boxShadow: 1 })}>
          <Tool label="app.consent.paper.pile.zoom" on={large} onPress={() => setLarge(!large)}><ZoomInOutlined fontSize="small" /></Tool>
          <Tool label="app.consent.paper.pile.turn" on={turned} onPress={() => setTurned(!turned)}><RotateRightOutlined fontSize="small" /></Tool>
        </Stack>
      )}
    </Box>
  );
}

function Tool({ label, on, onPress, children }: { label: string; on: boolean; onPress: () => void; children: ReactNode }) {
  const words = useTranslate()(label);
  return <Tooltip title={words}><IconButton size="small" aria-label={words} aria-pressed={on} color={on ? 'primary' : 'default'} onClick={onPress}>{children}</IconButton></Tooltip>;
}
