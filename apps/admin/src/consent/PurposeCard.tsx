import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Alert, Button, Stack, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { StateChip, useAllowed } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Fact, Facts } from '../common/Facts';
import { useAct } from '../common/use-act';
import { PurposeTexts } from './PurposeTexts';
import type { Purpose } from './types';

/** The version in force and the one that waits for a release; texts come newest first. */
const standingOf = ({ texts }: Purpose) => {
  const today = berlinDay(new Date());
  return { inForce: texts.find(({ validFrom }) => validFrom !== null && validFrom <= today), waiting: texts[0]?.releasedAt === null ? texts[0] : undefined };
};

/** A purpose: closed its basis and state, open its particulars and every version of its text. */
export function PurposeCard({ purpose }: { purpose: Purpose }) {
  const translate = useTranslate();
  const allowed = useAllowed();
  const { id, code, basis, article, signerRule, validityFrom, validityMonths, effect, recipients, source, proposal, version } = purpose;
  const asked = signerRule !== null;
  const { inForce, waiting } = standingOf(purpose);
  const today = berlinDay(new Date());
  const release = useAct((verbs) => verbs.releaseConsentText(waiting?.id ?? '', today), { done: 'app.consent.text.released' });
  const releaseChange = useAct((verbs) => verbs.releasePurpose(id, version), { done: 'app.consent.purposes.released' });
  const failed = release.error ?? releaseChange.error;
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
        {failed && <Alert severity="error" sx={{ mb: 1.5 }}>{failed.message}</Alert>}
        {proposal && (
          <Alert severity="warning" sx={{ mb: 1.5 }} action={allowed('purposes.release') && <Button size="small" loading={releaseChange.isPending} onClick={() => releaseChange.mutate()}>{translate('app.consent.text.release')}</Button>}>
            {translate('app.consent.purposes.proposed')}
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
        {asked && waiting && allowed('purposes.release') && <Button variant="contained" size="small" loading={release.isPending} onClick={() => release.mutate()} sx={{ mt: 2 }}>{translate('app.consent.text.release')}</Button>}
        {asked && <PurposeTexts purposeId={id} />}
      </AccordionDetails>
    </Accordion>
  );
}
