import { Link as MuiLink, Typography } from '@mui/material';
import { Panel, TopicsField } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Fact, Facts } from '../../common/Facts';
import type { Organisation } from '../types';

const label = (field: string) => `resources.organisations.fields.${field}`;
/** Only addresses of the web become links, whatever somebody typed. */
const webAddress = (website: string) => (/^https?:\/\//i.test(website) ? website : `https://${website}`);

/** How to reach the organisation as a whole, its tags and notes. */
export function FactsPanel({ organisation }: { organisation: Organisation }) {
  const translate = useTranslate();
  const { phone, fax, email, website, land, tags, notes } = organisation;
  const nothing = ![phone, fax, email, website, land, notes].some(Boolean) && tags.length === 0;
  return (
    <Panel title={translate('app.partners.facts.title')}>
      {nothing ? <Typography color="textSecondary">{translate('app.partners.facts.none')}</Typography> : (
        <Facts>
          {phone && <Fact label={label('phone')}><MuiLink href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</MuiLink></Fact>}
          {email && <Fact label={label('email')}><MuiLink href={`mailto:${email}`}>{email}</MuiLink></Fact>}
          {website && <Fact label={label('website')}><MuiLink href={webAddress(website)} target="_blank" rel="noreferrer noopener" sx={{ overflowWrap: 'anywhere' }}>{website}</MuiLink></Fact>}
          {fax && <Fact label={label('fax')}>{fax}</Fact>}
          {land && <Fact label={label('land')}>{land}</Fact>}
          {tags.length > 0 && <Fact label={label('tags')}><TopicsField source="tags" texts="app.partners.tag" /></Fact>}
          {notes && <Fact label={label('notes')}><span style={{ whiteSpace: 'pre-line' }}>{notes}</span></Fact>}
        </Facts>
      )}
    </Panel>
  );
}
