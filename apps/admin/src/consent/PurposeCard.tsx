import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Alert, Button, Stack, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { StateChip, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Fact, Facts } from '../common/Facts';
import { useAct } from '../common/use-act';
import { AsksAnewOf } from './AsksAnew';
import { PurposeChange } from './PurposeChange';
import { PurposeDialog } from './PurposeDialog';
import { PurposeTexts } from './PurposeTexts';
import { ReleaseDialog } from './ReleaseDialog';
import type { Purpose } from './types';

/** The version in force and the one that waits for a release; texts come newest first. */
const standingOf = ({ texts }: Purpose) => {
  const today = berlinDay(new Date());
  return { inForce: texts.find(({ validFrom }) => validFrom !== null && validFrom <= today), waiting: texts[0]?.releasedAt === null ? texts[0] : undefined };
};

/** A purpose: closed its basis and state, open its particulars and every version of its text. */
export function PurposeCard({ purpose, rules }: { purpose: Purpose; rules: readonly string[] }) {
  const translate = useTranslate();
  const allowed = useAllowed();
  const { id, code, basis, article, signerRule, validityFrom, validityMonths, effect, recipients, source, proposal, version } = purpose;
  const asked = signerRule !== null;
  const { inForce, waiting } = standingOf(purpose);
  const [doing, setDoing] = useState<'change' | 'release' | null>(null);
  const done = () => setDoing(null);
  const releaseChange = useAct((verbs) => verbs.releasePurpose(id, version), { done: 'app.consent.purposes.released' });
  return (
    <Accordion variant="outlined" disableGutters slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', width: '100%' }}>
          <Typography component="span" sx={{ fontWeight: 600, flex: '1 1 14rem' }}>{translate(`app.consent.purpose.${code}`)}</Typography>
          <StateChip label={translate(`app.consent.basis.${basis}`)} tone={asked ? 'info' : 'neutral'} />
          {asked && <StateChip label={inForce ? translate('app.consent.text.in_force', { number: inForce.number }) : translate('app.consent.text.none')} tone={inForce ? 'success' : 'warning'} />}
          {waiting && <StateChip label={translate('app.consent.text.waiting')} tone="warning" />}
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        {releaseChange.error && <Alert severity="error" sx={{ mb: 1.5 }}>{releaseChange.error.message}</Alert>}
        {proposal && (
          <Alert severity="warning" sx={{ mb: 1.5 }} action={allowed('purposes.release') && <Button size="small" loading={releaseChange.isPending} onClick={() => releaseChange.mutate()}>{translate('app.consent.text.release')}</Button>}>
            {translate('app.consent.purposes.proposed')}
            <PurposeChange purpose={purpose} proposal={proposal} />
            {proposal.signerRule && <AsksAnewOf what="purpose" id={id} />}
          </Alert>
        )}
        <Facts>
          <Fact label="app.consent.field.article">{article}</Fact>
          {signerRule && <Fact label="app.consent.field.signer_rule">{translate(`app.consent.rule.${signerRule}`, { _: signerRule })}</Fact>}
          {asked && <Fact label="app.consent.field.validity">{translate(`app.consent.validity.${validityFrom}`, { smart_count: validityMonths })}</Fact>}
          <Fact label="app.consent.field.effect">{translate(`app.consent.effect.${effect}`)}</Fact>
          <Fact label="app.consent.field.recipients">{recipients.map((one) => translate(`app.consent.recipient.${one}`, { _: one })).join(', ')}</Fact>
          <Fact label="app.consent.field.source">{source}</Fact>
        </Facts>
        <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
          {allowed('purposes.write') && <Button size="small" variant="outlined" onClick={() => setDoing('change')}>{translate('app.consent.purposes.change')}</Button>}
          {asked && waiting && allowed('purposes.release') && <Button variant="contained" size="small" onClick={() => setDoing('release')}>{translate('app.consent.text.release')}</Button>}
        </Stack>
        {asked && <PurposeTexts purposeId={id} />}
        {doing === 'change' && <PurposeDialog purpose={purpose} rules={rules} onClose={done} />}
        {doing === 'release' && waiting && <ReleaseDialog textId={waiting.id} onClose={done} />}
      </AccordionDetails>
    </Accordion>
  );
}
