import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { StateChip } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Rows, type Column } from '../../common/Rows';
import { useNumbers } from '../../common/use-numbers';
import { wayOf } from './finding-ways';
import type { Finding, FindingSubject } from './verbs';

/** One kind of finding: what it means, whom it is about and why, and where to mend it. */
export function FindingFold({ finding: { code, count, leavesOut, params, subjects }, roundId }: { finding: Finding; roundId: string }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const way = wayOf(code, roundId);
  const ofRound = subjects.length === 0;
  return (
    <Accordion variant="outlined" disableGutters slotProps={{ transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMoreOutlined />}>
        <Stack component="span" direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', flex: 1 }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>{translate(`app.check.finding.${code}`)}</Typography>
          {!ofRound && <StateChip tone={leavesOut ? 'error' : 'warning'} label={whole(count)} />}
          {leavesOut && <StateChip tone="error" label={translate('app.check.leaves_out')} />}
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={1.5}>
          <Box>
            <Typography>{translate(`app.check.meaning.${code}`, JSON.parse(params) as Record<string, number>)}</Typography>
            <Typography color="textSecondary">{translate(`app.check.mend.${code}`)}</Typography>
          </Box>
          {way && <Button component={Link} to={way.to} variant="outlined" size="small" sx={{ alignSelf: 'flex-start' }}>{translate(`app.check.way.${way.key}`)}</Button>}
          {!ofRound && <Subjects code={code} subjects={subjects} />}
          {count > subjects.length && !ofRound && <Typography variant="body2" color="textSecondary">{translate('app.check.more', { smart_count: count - subjects.length, count: whole(count - subjects.length) })}</Typography>}
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}

function Subjects({ code, subjects }: { code: Finding['code']; subjects: FindingSubject[] }) {
  const translate = useTranslate();
  const why = useWhy();
  const told = subjects.some((subject) => why(code, subject) !== '');
  const columns: Column<FindingSubject>[] = [
    { label: 'app.check.who', cell: ({ label }) => <Typography variant="body2" sx={{ fontWeight: 600 }}>{label}</Typography> },
    { label: 'app.check.organisation', cell: ({ organisationId, organisation }) => <MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{organisation}</MuiLink> },
    ...(told ? [{ label: 'app.check.why', cell: (subject: FindingSubject) => why(code, subject) }] : []),
  ];
  return <Rows title={translate(`app.check.finding.${code}`)} columns={columns} rows={subjects} keyOf={({ participantId, occurrenceId }) => participantId ?? occurrenceId ?? ''} />;
}

/** Why a subject is found, beyond what its finding says of all. */
function useWhy() {
  const translate = useTranslate();
  const words: Partial<Record<Finding['code'], (rule: string) => string>> = {
    NO_ELIGIBLE_WISH: (rule) => translate(`app.rounds.reason.NOT_ELIGIBLE.${rule}`, { _: translate('app.rounds.reason.NOT_ELIGIBLE.OTHER') }),
    PIN_BARRED: (rule) => translate(`app.rounds.reason.NOT_ELIGIBLE.${rule}`, { _: translate('app.rounds.reason.NOT_ELIGIBLE.OTHER') }),
    CONSENT_MISSING: (rule) => translate(`app.check.consent.${rule}`, { _: translate('app.check.consent.OTHER') }),
    HOST_NOT_READY: (rule) => translate(`app.readiness.kind.${rule}`),
  };
  return (code: Finding['code'], { rules, params }: FindingSubject): string => {
    if (code === 'BELOW_MINIMUM' || code === 'NO_APPLICANTS') {
      const { seats = 0, applicants = 0, needed = 0 } = JSON.parse(params) as Partial<Record<'seats' | 'applicants' | 'needed', number>>;
      return translate(`app.check.said.${code}`, { smart_count: code === 'NO_APPLICANTS' ? seats : applicants, needed });
    }
    const say = words[code];
    // Names of proofs are listed, the rest are sentences.
    return say ? [...new Set(rules.map(say))].join(code === 'HOST_NOT_READY' ? ', ' : ' ') : '';
  };
}
