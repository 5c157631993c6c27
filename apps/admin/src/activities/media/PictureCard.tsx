import HideImageOutlined from '@mui/icons-material/HideImageOutlined';
import { Alert, Box, Button, Card, CardActions, CardContent, Link as MuiLink, Typography } from '@mui/material';
import { StateChip, useAllowed, type Tone } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { Media, MediaCandidate } from '../types';
import { DescribeDialog, ShownDialog } from './PictureDialogs';
import { usePicture } from './use-picture';

const tones: Record<Media['state'], Tone> = { INTERNAL: 'neutral', PUBLISHED: 'success', UNPUBLISHED: 'warning' };

/** A picture with who is on it, what is missing to publish it, and what one can do with it. */
export function PictureCard({ media, candidates }: { media: Media; candidates: MediaCandidate[] }) {
  const translate = useTranslate();
  const mayWrite = useAllowed()('media.write');
  const address = usePicture(media.id, media.visible);
  const [open, setOpen] = useState<'who' | 'describe' | null>(null);
  const [sure, setSure] = useState(false);
  const text = (key: string, values?: Record<string, unknown>) => translate(`app.activities.media.${key}`, values);
  const { id, version, caption, state, persons, nobody, prints, visible, publishable, publicPath } = media;
  const publish = useAct((verbs) => verbs.publishMedia(id, version), { done: 'app.activities.media.published' });
  const unpublish = useAct((verbs) => verbs.unpublishMedia(id, version), { done: 'app.activities.media.unpublished' });
  const remove = useAct((verbs) => verbs.deleteMedia(id), { done: 'app.activities.media.deleted' });
  const error = publish.error ?? unpublish.error ?? remove.error;
  const lacking = persons.filter(({ keeping, publishing }) => keeping !== 'GIVEN' || publishing !== 'GIVEN');
  const nameOf = (name: string | null) => name ?? text('unknown_person');
  return (
    <Card component="article" sx={{ display: 'flex', flexDirection: 'column' }}>
      {address ? <Box component="img" src={address} alt={caption || text('without_caption')} sx={{ width: '100%', aspectRatio: '3 / 2', objectFit: 'contain', backgroundColor: 'action.hover' }} /> : (
        <Box sx={{ aspectRatio: '3 / 2', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 1, p: 2, backgroundColor: 'action.hover', textAlign: 'center' }}>
          {!visible && <><HideImageOutlined aria-hidden /><Typography>{text('shut')}</Typography></>}
        </Box>
      )}
      <CardContent sx={{ flex: 1 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <StateChip label={text(`state.${state}`)} tone={tones[state]} />
          {state === 'PUBLISHED' && <MuiLink href={publicPath} target="_blank" rel="noreferrer">{text('public_address')}</MuiLink>}
        </Box>
        {caption && <Typography sx={{ mt: 1 }}>{caption}</Typography>}
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{nobody && persons.length === 0 ? text('nobody') : text('on_it', { names: persons.map(({ name }) => nameOf(name)).join('; ') })}</Typography>
        {prints.length > 0 && <Typography variant="body2" color="textSecondary">{text('printed_in', { prints: prints.join('; ') })}</Typography>}
        {lacking.length > 0 && (
          <Alert severity={visible ? 'info' : 'warning'} sx={{ mt: 1 }}>
            {text('missing')}
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {lacking.map(({ pupilId, name, keeping }, at) => <li key={pupilId ?? at}>{nameOf(name)}: {text(keeping === 'GIVEN' ? 'no_publishing' : 'no_keeping')}</li>)}
            </Box>
          </Alert>
        )}
        {error && <Alert severity="error" sx={{ mt: 1 }}>{error.message}</Alert>}
      </CardContent>
      {mayWrite && (
        <CardActions sx={{ flexWrap: 'wrap' }}>
          {state === 'PUBLISHED' ? <Button size="small" loading={unpublish.isPending} onClick={() => unpublish.mutate()}>{text('unpublish')}</Button> : <Button size="small" variant="contained" disabled={!publishable} loading={publish.isPending} onClick={() => publish.mutate()}>{text('publish')}</Button>}
          <Button size="small" onClick={() => setOpen('who')}>{text('change_who')}</Button>
          <Button size="small" onClick={() => setOpen('describe')}>{text('describe')}</Button>
          <Button size="small" color="error" loading={remove.isPending} onClick={() => (sure ? remove.mutate() : setSure(true))}>{text(sure ? 'delete_sure' : 'delete')}</Button>
        </CardActions>
      )}
      {open === 'who' && <ShownDialog media={media} candidates={candidates} onClose={() => setOpen(null)} />}
      {open === 'describe' && <DescribeDialog media={media} onClose={() => setOpen(null)} />}
    </Card>
  );
}
