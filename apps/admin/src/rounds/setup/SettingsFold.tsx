import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { get, useFormContext, useFormState } from 'react-hook-form';

export interface SettingsFoldProps {
  title: string;
  /** What holds now, in words. */
  words: string[];
  /** Its fields: a faulty one opens the part, so that nobody looks for it. */
  sources: string[];
  children: ReactNode;
}

/** A part of the rules that most rounds leave as it is: folded, with what holds in one line. */
export function SettingsFold({ title, words, sources, children }: SettingsFoldProps) {
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const [open, setOpen] = useState(false);
  const faulty = sources.some((source) => get(errors, source) !== undefined);
  return (
    <Accordion variant="outlined" disableGutters expanded={open || faulty} onChange={(_, expanded) => setOpen(expanded)} sx={{ width: '100%', '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMoreOutlined />}>
        <Box>
          <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>{title}</Typography>
          <Typography component="span" variant="body2" color="textSecondary">{words.join(' · ')}</Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>{children}</AccordionDetails>
    </Accordion>
  );
}
