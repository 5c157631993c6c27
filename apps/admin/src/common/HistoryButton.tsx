import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { Button } from '@mui/material';
import { Allowed } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** Opens what the audit log knows about one record. */
export function HistoryButton({ id, label = 'app.common.history' }: { id: string; label?: string }) {
  const translate = useTranslate();
  return (
    <Allowed to="audit.read">
      <Button component={Link} to={`/audit?filter=${encodeURIComponent(JSON.stringify({ objectId: id }))}`} size="small" startIcon={<HistoryOutlined />}>{translate(label)}</Button>
    </Allowed>
  );
}
