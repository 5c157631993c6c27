import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import { Alert, Box, Button, Card, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, UploadField, type UploadedFile } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { ClassListMappingStep } from './ClassListMappingStep';
import { ClassListResultStep } from './ClassListResultStep';
import { ClassListRowsStep } from './ClassListRowsStep';
import type { ClassListMapping, ClassListResult, Group } from './types';

const steps = ['upload', 'mapping', 'rows', 'result'] as const;

/** How far the wizard is: nothing yet, a file, a file with its columns, or what came of it. */
type Progress =
  | { step: 'upload' }
  | { step: 'mapping'; file: UploadedFile; mapping?: ClassListMapping }
  | { step: 'rows'; file: UploadedFile; mapping: ClassListMapping }
  | { step: 'result'; result: ClassListResult; withWishes: number };

function UploadStep({ onUploaded }: { onUploaded: (file: UploadedFile) => void }) {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>{translate('app.people.class_list.upload_title')}</Typography>
      <UploadField accept={['.csv', '.txt', '.xlsx']} hint={translate('app.people.class_list.upload_hint')} onUploaded={onUploaded} />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate('app.people.class_list.upload_note')}</Typography>
    </>
  );
}

/** Takes a class list into a group: file, columns, a look at every row, result. */
export function ClassListPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { data: group, error, refetch } = useGetOne<Group>('groups', { id });
  const [progress, setProgress] = useState<Progress>({ step: 'upload' });

  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!group) return <ListSkeleton />;
  const again = () => setProgress({ step: 'upload' });
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.people.class_list.title')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
        <Typography sx={{ flex: 1 }}>{translate('app.people.class_list.into', { group: group.name, school: group.organisationName })}</Typography>
        <Button component={Link} to={`/groups/${id}/show`} size="small" startIcon={<ArrowBackOutlined />}>{translate('app.people.class_list.back')}</Button>
      </Box>
      <Stepper activeStep={steps.indexOf(progress.step)} sx={{ mb: 2, maxWidth: 720 }}>
        {steps.map((step) => <Step key={step}><StepLabel>{translate(`app.people.class_list.step.${step}`)}</StepLabel></Step>)}
      </Stepper>
      {'file' in progress && (
        <Alert severity="info" icon={false} sx={{ mb: 2, py: 0 }} action={<Button color="inherit" size="small" onClick={again}>{translate('app.people.class_list.other_file')}</Button>}>
          {translate('app.people.class_list.file', { name: progress.file.name })}
        </Alert>
      )}
      <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
        {progress.step === 'upload' && <UploadStep onUploaded={(file) => setProgress({ step: 'mapping', file })} />}
        {progress.step === 'mapping' && (
          <ClassListMappingStep fileId={progress.file.id} groupId={id} given={progress.mapping} onMapped={(mapping) => setProgress({ step: 'rows', file: progress.file, mapping })} />
        )}
        {progress.step === 'rows' && (
          <ClassListRowsStep
            fileId={progress.file.id}
            groupId={id}
            mapping={progress.mapping}
            onBack={() => setProgress({ step: 'mapping', file: progress.file, mapping: progress.mapping })}
            onImported={(result, withWishes) => setProgress({ step: 'result', result, withWishes })}
          />
        )}
        {progress.step === 'result' && <ClassListResultStep groupId={id} result={progress.result} withWishes={progress.withWishes} onAgain={again} />}
      </Card>
    </Box>
  );
}
