import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../common/Facts';
import { changesOf, pageOfTable, type Change } from './audit-entry';
import type { AuditRow } from './types';
import { useAuditWords } from './use-audit-words';

const shownIds = 10;

/** The rows one change touched, each with its page and its own history. */
function Touched({ change }: { change: Change }) {
  const translate = useTranslate();
  const page = change.verb === 'delete' ? undefined : pageOfTable[change.table];
  const more = change.count - Math.min(change.ids.length, shownIds);
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {change.ids.slice(0, shownIds).map((id) => (
        <li key={id}>
          <Box component="code" sx={{ mr: 1.5 }}>{id}</Box>
          {page && <MuiLink component={Link} to={`/${page}/${id}/show`} sx={{ mr: 1.5 }}>{translate('app.administration.audit.open')}</MuiLink>}
          <MuiLink component={Link} to={`/audit?displayedFilters=${encodeURIComponent('{"objectId":true}')}&filter=${encodeURIComponent(JSON.stringify({ objectId: id }))}`}>{translate('app.administration.audit.all_of')}</MuiLink>
        </li>
      ))}
      {more > 0 && <li>{translate('app.administration.audit.more', { smart_count: more })}</li>}
    </Box>
  );
}

/** The numbers behind a sentence of the audit log. */
export function AuditDetails() {
  const row = useRecordContext<AuditRow>();
  const { changeText, reasonText } = useAuditWords();
  if (!row) return null;
  const changes = changesOf(row);
  return (
    <Box sx={{ p: 1 }}>
      <Facts>
        <Fact label="app.administration.audit.technical"><code>{row.action}</code></Fact>
        {row.reason && <Fact label="app.administration.audit.reason">{reasonText(row.reason)}</Fact>}
      </Facts>
      {changes.map((change) => (
        <Box key={`${change.table} ${change.verb}`} sx={{ mt: 1.5 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{changeText(change)}</Typography>
          <Typography variant="body2" component="div"><Touched change={change} /></Typography>
        </Box>
      ))}
    </Box>
  );
}
