import { Box, Card, Step, StepLabel, Stepper, useMediaQuery, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export const importSteps = ['list', 'columns', 'preview', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

/** The four steps of an import, and which one this is; the last one is behind us once it is over. */
export function ImportFrame({ step, over = false, children }: { step: ImportStep; over?: boolean; children: ReactNode }) {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('sm'));
  return (
    <Box sx={{ mt: 2 }}>
      <Stepper alternativeLabel={narrow} activeStep={importSteps.indexOf(step) + (over ? 1 : 0)} sx={{ mb: 2, maxWidth: 760 }}>
        {importSteps.map((key) => <Step key={key}><StepLabel>{translate(`app.imports.step.${key}`)}</StepLabel></Step>)}
      </Stepper>
      <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>{children}</Card>
    </Box>
  );
}
