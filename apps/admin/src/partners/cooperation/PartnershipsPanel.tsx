import EditOutlined from '@mui/icons-material/EditOutlined';
import { Button, IconButton, Link as MuiLink, Tooltip, Typography } from '@mui/material';
import { dayText, Panel, StateChip } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { AddButton } from '../AddButton';
import type { PanelOf } from '../panel';
import { EndPartnershipDialog, PartnershipDialog } from './PartnershipDialogs';
import { partnershipTones } from '../tones';
import type { Partnership } from '../types';

type Open = { kind: 'new' } | { kind: 'edit' | 'end'; partnership: Partnership };

/** With whom the organisation works together, as school or as partner. */
export function PartnershipsPanel({ organisation, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const other = ({ schoolId, school, partner }: Partnership) => (schoolId === organisation.id ? partner : school);
  const columns: Column<Partnership>[] = [
    {
      label: 'app.partners.partnerships.with',
      cell: (partnership) => {
        const { id, name, officialKey, mainSite } = other(partnership);
        return (
          <>
            <MuiLink component={Link} to={`/organisations/${id}/show`} variant="body2">{name}</MuiLink>
            {/* Houses with several schools give all of them one name; their register ids tell them apart. */}
            <Typography variant="body2" color="text.secondary">{[mainSite?.town, officialKey].filter(Boolean).join(' · ')}</Typography>
          </>
        );
      },
    },
    { label: 'resources.partnerships.fields.state', cell: ({ state, endReason }) => <StateChip label={[translate(`app.partners.partnership_state.${state}`), endReason && translate(`app.partners.end_reason.${endReason}`)].filter(Boolean).join(': ')} tone={partnershipTones[state]} /> },
    { label: 'app.partners.partnerships.term', cell: (partnership) => <Term partnership={partnership} /> },
    ...(mayWrite ? [{ label: '', right: true, cell: (partnership: Partnership) => <Acts partnership={partnership} name={other(partnership).name} onOpen={setOpen} /> }] : []),
  ];
  return (
    <Panel title={translate('app.partners.partnerships.title')} actions={mayWrite && <AddButton what="app.partners.partnerships.add" onClick={() => setOpen({ kind: 'new' })} />}>
      <PagedRows
        title={`${translate('app.partners.partnerships.title')}: ${organisation.name}`}
        columns={columns}
        keyOf={({ id }) => id}
        asked={['organisations', 'partnerships', organisation.id]}
        read={(page, perPage) => verbs.partnershipsOf(organisation.id, page, perPage)}
        empty={<Typography color="textSecondary">{translate('app.partners.partnerships.none')}</Typography>}
      />
      {open?.kind === 'new' && <PartnershipDialog organisation={organisation} onClose={close} />}
      {open?.kind === 'edit' && <PartnershipDialog organisation={organisation} partnership={open.partnership} name={other(open.partnership).name} onClose={close} />}
      {open?.kind === 'end' && <EndPartnershipDialog partnership={open.partnership} name={other(open.partnership).name} onClose={close} />}
    </Panel>
  );
}

function Term({ partnership: { since, until, source } }: { partnership: Partnership }) {
  const translate = useTranslate();
  const locale = useLocale();
  const term = [since && translate('app.partners.partnerships.since', { day: dayText(since, locale) }), until && translate('app.partners.partnerships.until', { day: dayText(until, locale) })].filter(Boolean).join(' ');
  return <Typography variant="body2" color="textSecondary">{term || translate(source === 'IMPORT' ? 'app.partners.partnerships.imported' : 'app.partners.partnerships.open_end')}</Typography>;
}

function Acts({ partnership, name, onOpen }: { partnership: Partnership; name: string; onOpen: (open: Open) => void }) {
  const translate = useTranslate();
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {partnership.state !== 'ENDED' && <Button size="small" onClick={() => onOpen({ kind: 'end', partnership })}>{translate('app.partners.partnerships.end')}</Button>}
      <Tooltip title={translate('ra.action.edit')}>
        <IconButton size="small" onClick={() => onOpen({ kind: 'edit', partnership })} aria-label={translate('app.partners.edit_thing', { name })}><EditOutlined fontSize="small" /></IconButton>
      </Tooltip>
    </span>
  );
}
