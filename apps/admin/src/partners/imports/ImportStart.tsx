import { Alert, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { importKinds, type ImportKind } from '@mintforge/domain/partners';
import { UploadField } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../../common/use-act';
import { ImportFrame } from './ImportFrame';

/** What kind of list it is, and the file; everything else is recognised from it. */
export function ImportStart() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>('SCHOOLS');
  const create = useAct((verbs, fileId: string) => verbs.createImport(fileId, kind), { then: ({ id }) => void navigate(`/imports/${id}/show`) });
  return (
    <ImportFrame step="list">
      <Title title={translate('app.imports.start.new')} />
      <FormControl sx={{ mb: 2 }}>
        <FormLabel id="import-kind">{translate('app.imports.start.kind')}</FormLabel>
        <RadioGroup aria-labelledby="import-kind" value={kind} onChange={(_, chosen) => setKind(chosen as ImportKind)}>
          {importKinds.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              sx={{ alignItems: 'flex-start', mt: 1, '& .MuiRadio-root': { pt: 0.25 } }}
              label={
                <>
                  <Typography sx={{ fontWeight: 600 }}>{translate(`app.imports.kind.${one}`)}</Typography>
                  <Typography variant="body2" color="textSecondary">{translate(`app.imports.kind_hint.${one}`)}</Typography>
                </>
              }
            />
          ))}
        </RadioGroup>
      </FormControl>
      {create.error && <Alert severity="error" sx={{ mb: 2 }}>{create.error.message}</Alert>}
      <UploadField accept={['.csv', '.txt', '.tsv', '.xlsx']} hint={translate('app.imports.start.upload_hint')} onUploaded={({ id }) => create.mutate(id)} />
    </ImportFrame>
  );
}
