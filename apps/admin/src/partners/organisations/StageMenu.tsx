import ExpandMore from '@mui/icons-material/ExpandMore';
import { Button, Menu, MenuItem } from '@mui/material';
import { alpha } from '@mui/material/styles';
import { contactStages } from '@mintforge/domain/partners';
import { StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import { stageTones } from '../tones';
import type { Organisation } from '../types';

type Stage = Organisation['stage'];

/** The stage of contact, changed in place; the history notes it by itself. */
export function StageMenu({ organisation }: { organisation: Organisation }) {
  const translate = useTranslate();
  const notify = useNotify();
  const mayWrite = useAllowed()('partners.write');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const change = useAct<unknown, Stage>((verbs, stage) => verbs.update('organisations', { id: organisation.id, data: { stage }, previousData: organisation }), { done: 'app.partners.saved' });
  const tone = stageTones[organisation.stage];
  const words = translate(`app.partners.stage.${organisation.stage}`);
  if (!mayWrite) return <StateChip label={words} tone={tone} />;

  function choose(stage: Stage) {
    setAnchor(null);
    if (stage !== organisation.stage) change.mutate(stage, { onError: (error) => notify(error.message, { type: 'error' }) });
  }

  return (
    <>
      <Button
        size="small"
        loading={change.isPending}
        endIcon={<ExpandMore />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={translate('app.partners.head.stage_change', { stage: words })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={({ palette }) => {
          const colour = tone === 'neutral' ? palette.text.secondary : palette[tone].main;
          return { color: colour, backgroundColor: alpha(colour, 0.1), px: 1.25 };
        }}
      >
        {words}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {contactStages.map((stage) => <MenuItem key={stage} selected={stage === organisation.stage} onClick={() => choose(stage)}>{translate(`app.partners.stage.${stage}`)}</MenuItem>)}
      </Menu>
    </>
  );
}
