import CallMergeOutlined from '@mui/icons-material/CallMergeOutlined';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import PhoneOutlined from '@mui/icons-material/PhoneOutlined';
import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import StickyNote2Outlined from '@mui/icons-material/StickyNote2Outlined';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { berlinDateTime, dayText, useAllowed } from '@mintforge/ui-kit';
import { useState, type ComponentType } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { readDetails } from './event-details';
import type { HistoryEntry, Organisation } from '../types';
import { UndoMergeDialog } from '../duplicates/UndoMergeDialog';

const icons: Record<HistoryEntry['kind'], ComponentType<{ fontSize?: 'small' }>> = {
  CALL: PhoneOutlined, MAIL: MailOutlined, VISIT: PlaceOutlined, MEETING: GroupsOutlined, NOTE: StickyNote2Outlined,
  STAGE: TrendingUpOutlined, CLOSED: EventBusyOutlined, HAND_OVER: SwapHorizOutlined, MERGE: CallMergeOutlined, IMPORT: UploadFileOutlined,
};

/** What an entry says: a person's own words, or what the system noted, in the reader's language. */
function useWordsOf(organisation: Organisation) {
  const translate = useTranslate();
  const locale = useLocale();
  return (entry: HistoryEntry): string => {
    const { from, to, closedOn, successorId, name, undone, fields } = readDetails(entry);
    const heir = organisation.contacts.find(({ id }) => id === successorId)?.name;
    switch (entry.kind) {
      case 'STAGE': return translate('app.partners.history.stage', { from: translate(`app.partners.stage.${from}`, { _: from }), to: translate(`app.partners.stage.${to}`, { _: to }) });
      case 'CLOSED': return closedOn ? translate('app.partners.history.closed', { day: dayText(closedOn, locale) }) : translate('app.partners.history.reopened');
      case 'HAND_OVER': return heir ? translate('app.partners.history.hand_over_to', { name: heir }) : translate('app.partners.history.hand_over');
      case 'MERGE': return translate(undone ? 'app.partners.history.merge_undone' : 'app.partners.history.merge', { name });
      case 'IMPORT': return fields?.length ? translate('app.partners.history.imported', { fields: fields.map((field) => translate(`app.imports.field.${field}`, { _: field })).join(', ') }) : translate('app.partners.history.import_created');
      default: return entry.summary;
    }
  };
}

/** One entry: what kind, what was said, with whom, when and by whom. */
export function HistoryEntryLine({ entry, organisation, mayUndo }: { entry: HistoryEntry; organisation: Organisation; mayUndo: boolean }) {
  const translate = useTranslate();
  const locale = useLocale();
  const words = useWordsOf(organisation);
  const mayImport = useAllowed()('imports.write');
  const [undoing, setUndoing] = useState(false);
  const { kind, at, userName, contactId } = entry;
  const { mergeId, undone, importId, name } = readDetails(entry);
  const Icon = icons[kind];
  const person = organisation.contacts.find(({ id }) => id === contactId)?.name;
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '1.5rem 1fr auto', gap: 1.25, py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ color: 'text.secondary', pt: 0.25 }}><Icon fontSize="small" /></Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words(entry)}</Typography>
        <Typography variant="body2" color="textSecondary">
          {[translate(`app.partners.event.${kind}`), person, <time key="at" dateTime={at}>{berlinDateTime(at, locale)}</time>, userName].filter(Boolean).flatMap((part, index) => (index > 0 ? [' · ', part] : [part]))}
        </Typography>
      </Box>
      <Box>
        {kind === 'MERGE' && !undone && mayUndo && mergeId && <Button size="small" onClick={() => setUndoing(true)}>{translate('app.partners.history.undo_merge')}</Button>}
        {kind === 'IMPORT' && importId && mayImport && <MuiLink component={Link} to={`/imports/${importId}/show`} variant="body2">{translate('app.partners.history.open_import')}</MuiLink>}
      </Box>
      {undoing && mergeId && <UndoMergeDialog mergeId={mergeId} name={name ?? ''} onClose={() => setUndoing(false)} />}
    </Box>
  );
}
