import { Chip } from '@mui/material';
import { alpha } from '@mui/material/styles';
import { useFieldValue, useTranslate } from 'react-admin';

/** What a state means for the reader: nothing to do, going on, good, look here, bad. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/** A small word for a state. Colour only repeats what the word says. */
export function StateChip({ label, tone = 'neutral' }: { label: string; tone?: Tone }) {
  return (
    <Chip
      size="small"
      label={label}
      sx={({ palette }) => {
        const colour = tone === 'neutral' ? palette.text.secondary : palette[tone].main;
        return { color: colour, backgroundColor: alpha(colour, 0.1) };
      }}
    />
  );
}

export interface StateFieldProps {
  source: string;
  label?: string | false;
  /** Prefix of the text keys: `resources.rounds.states` -> `resources.rounds.states.OPEN`. */
  texts: string;
  tones?: Record<string, Tone>;
}

/** The state of the record in context as a chip. */
export function StateField({ source, texts, tones = {} }: StateFieldProps) {
  const translate = useTranslate();
  const state: string | null | undefined = useFieldValue({ source });
  return state ? <StateChip label={translate(`${texts}.${state}`, { _: state })} tone={tones[state]} /> : null;
}
