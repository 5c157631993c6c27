import { Alert, Button, TextField, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Media, MediaCandidate } from '../types';
import { PersonsPicker, type Shown } from './PersonsPicker';

const isSaid = ({ pupilIds, nobody }: Shown) => nobody || pupilIds.length > 0;

/** Takes a picture in: first who is on it, then the file. */
export function AddPictureDialog({ occurrenceId, candidates, onClose }: { occurrenceId: string; candidates: MediaCandidate[]; onClose: () => void }) {
  const translate = useTranslate();
  const [shown, setShown] = useState<Shown>({ pupilIds: [], nobody: false });
  const [caption, setCaption] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const add = useAct((verbs) => verbs.addPicture(occurrenceId, file!, { ...shown, caption }), { done: 'app.activities.media.added', then: onClose });
  return (
    <ActDialog title={translate('app.activities.media.add')} act={translate('app.activities.media.add')} onAct={() => add.mutate()} onClose={onClose} acting={add.isPending} disabled={!file || !isSaid(shown)} error={add.error}>
      <Typography>{translate('app.activities.media.add_hint')}</Typography>
      <PersonsPicker candidates={candidates} value={shown} onChange={setShown} />
      <TextField label={translate('app.activities.media.caption')} value={caption} onChange={(event) => setCaption(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }} />
      <Button variant="outlined" onClick={() => input.current?.click()} sx={{ alignSelf: 'flex-start' }}>{file?.name ?? translate('app.activities.media.choose')}</Button>
      <input ref={input} type="file" hidden accept=".jpg,.jpeg,.png,.webp" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
    </ActDialog>
  );
}

/** Says anew who is on a picture. */
export function ShownDialog({ media: { id, version, nobody, persons, state }, candidates, onClose }: { media: Media; candidates: MediaCandidate[]; onClose: () => void }) {
  const translate = useTranslate();
  const [shown, setShown] = useState<Shown>({ nobody, pupilIds: persons.flatMap(({ pupilId }) => pupilId ?? []) });
  const save = useAct((verbs) => verbs.showOnMedia({ id, version, ...shown }), { done: 'app.activities.media.saved', then: onClose });
  return (
    <ActDialog title={translate('app.activities.media.change_who')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} disabled={!isSaid(shown)} error={save.error}>
      {state === 'PUBLISHED' && <Alert severity="info">{translate('app.activities.media.change_published')}</Alert>}
      <PersonsPicker candidates={candidates} value={shown} onChange={setShown} />
    </ActDialog>
  );
}

/** Caption, and where the picture was printed. */
export function DescribeDialog({ media: { id, version, caption, prints }, onClose }: { media: Media; onClose: () => void }) {
  const translate = useTranslate();
  const [words, setWords] = useState(caption);
  const [printed, setPrinted] = useState(prints.join('\n'));
  const save = useAct((verbs) => verbs.updateMedia({ id, version, patch: { caption: words.trim(), prints: printed.split('\n').map((line) => line.trim()).filter(Boolean) } }), { done: 'app.activities.media.saved', then: onClose });
  return (
    <ActDialog title={translate('app.activities.media.describe')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} error={save.error}>
      <TextField label={translate('app.activities.media.caption')} value={words} onChange={(event) => setWords(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }} />
      <TextField label={translate('app.activities.media.prints')} helperText={translate('app.activities.media.prints_hint')} value={printed} onChange={(event) => setPrinted(event.target.value)} multiline minRows={3} />
    </ActDialog>
  );
}
