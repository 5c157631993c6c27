import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Button, Chip, IconButton, Link as MuiLink, Stack, Tooltip, Typography } from '@mui/material';
import { contactRoles } from '@mintforge/domain/partners';
import { dayText, Panel } from '@mintforge/ui-kit';
import { useState } from 'react';
import { CheckboxGroupInput, useLocale, useTranslate } from 'react-admin';
import { AddButton } from '../AddButton';
import { choicesOf } from '../choices';
import { ContactInputs } from './ContactInputs';
import { HandOverDialog } from './HandOverDialog';
import type { PanelOf } from '../panel';
import { RecordDialog } from '../RecordDialog';
import type { Contact } from '../types';

const roleChoices = choicesOf(contactRoles, 'app.partners.contact_role');

type Open = { kind: 'new' } | { kind: 'edit' | 'hand-over'; contact: Contact };

/** Whom to call; who left stays visible with whoever took over. */
export function ContactsPanel({ organisation: { id, contacts }, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const [open, setOpen] = useState<Open>();
  const [withFormer, setWithFormer] = useState(false);
  const close = () => setOpen(undefined);
  const [present, former] = [contacts.filter(({ leftOn }) => !leftOn), contacts.filter(({ leftOn }) => leftOn)];
  return (
    <Panel title={translate('app.partners.contacts.title')} actions={mayWrite && <AddButton what="app.partners.contacts.add" onClick={() => setOpen({ kind: 'new' })} />}>
      {present.length === 0 && <Typography color="textSecondary">{translate('app.partners.contacts.none')}</Typography>}
      <Stack spacing={1.5}>
        {present.map((contact) => (
          <Person key={contact.id} contact={contact} onEdit={mayWrite ? () => setOpen({ kind: 'edit', contact }) : undefined} onHandOver={mayWrite ? () => setOpen({ kind: 'hand-over', contact }) : undefined} />
        ))}
      </Stack>
      {former.length > 0 && (
        <Button size="small" sx={{ mt: 1 }} aria-expanded={withFormer} onClick={() => setWithFormer(!withFormer)}>{translate('app.partners.contacts.former', { smart_count: former.length })}</Button>
      )}
      {withFormer && former.map((contact) => <Former key={contact.id} contact={contact} heir={contacts.find((other) => other.id === contact.successorId)?.name} />)}
      {(open?.kind === 'new' || open?.kind === 'edit') && (
        <RecordDialog
          resource="contacts"
          title={open.kind === 'new' ? translate('app.partners.contacts.add') : translate('app.partners.edit_thing', { name: open.contact.name })}
          record={open.kind === 'edit' ? open.contact : undefined}
          start={{ organisationId: id, roles: contacts.length === 0 ? ['MAIN'] : [] }}
          removable={open.kind === 'edit' ? open.contact.name : undefined}
          onClose={close}
        >
          <ContactInputs />
          <CheckboxGroupInput source="roles" choices={roleChoices} helperText={false} />
        </RecordDialog>
      )}
      {open?.kind === 'hand-over' && <HandOverDialog contact={open.contact} others={present.filter((other) => other.id !== open.contact.id)} onClose={close} />}
    </Panel>
  );
}

function Person({ contact: { name, function: work, email: address, phone, roles }, onEdit, onHandOver }: { contact: Contact; onEdit?: () => void; onHandOver?: () => void }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        {work && <Typography variant="body2" color="textSecondary">{work}</Typography>}
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 2 }}>
          {phone && <MuiLink variant="body2" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</MuiLink>}
          {address && <MuiLink variant="body2" href={`mailto:${address}`} sx={{ overflowWrap: 'anywhere' }}>{address}</MuiLink>}
        </Stack>
        {roles.length > 0 && (
          <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
            {roles.map((role) => <Chip key={role} size="small" variant="outlined" label={translate(`app.partners.contact_role.${role}`)} />)}
          </Stack>
        )}
      </Box>
      {onHandOver && <Button size="small" onClick={onHandOver}>{translate('app.partners.contacts.hand_over')}</Button>}
      {onEdit && (
        <Tooltip title={translate('ra.action.edit')}>
          <IconButton size="small" onClick={onEdit} aria-label={translate('app.partners.edit_thing', { name })}><EditOutlined fontSize="small" /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}

function Former({ contact: { name, leftOn }, heir }: { contact: Contact; heir: string | undefined }) {
  const translate = useTranslate();
  const locale = useLocale();
  const facts = [leftOn && translate('app.partners.contacts.left_on', { day: dayText(leftOn, locale) }), heir && translate('app.partners.contacts.taken_over_by', { name: heir })];
  return <Typography variant="body2" color="textSecondary">{name}: {facts.filter(Boolean).join(', ')}</Typography>;
}
