import { readReasons, type ReadReason } from '@mintforge/domain/oversight';
import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Asks why something outside the routine is looked at; the code lands in the audit log. */
export function ReasonSelect({ value, onChange }: { value: ReadReason | ''; onChange: (reason: ReadReason) => void }) {
  const translate = useTranslate();
  return (
    <TextField select required fullWidth label={translate('app.oversight.reason.label')} value={value} onChange={({ target }) => onChange(target.value as ReadReason)} helperText={translate('app.oversight.reason.hint')}>
      {readReasons.map((reason) => <MenuItem key={reason} value={reason}>{translate(`app.oversight.reason.${reason}`)}</MenuItem>)}
    </TextField>
  );
}
