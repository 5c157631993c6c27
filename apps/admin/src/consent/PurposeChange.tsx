import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Purpose } from './types';

type Values = Pick<Purpose, 'basis' | 'article' | 'signerRule' | 'validityFrom' | 'validityMonths' | 'recipients' | 'source'>;

/** What a proposal changes about a purpose, field by field: what counts now struck through, what would count underlined. */
export function PurposeChange({ purpose, proposal }: { purpose: Purpose; proposal: NonNullable<Purpose['proposal']> }) {
  const translate = useTranslate();
  const set = Object.fromEntries(Object.entries(proposal).filter(([, value]) => value !== null)) as Partial<Values>;
  // A purpose that nobody is asked for any more has no signers.
  const unsigned = set.basis !== undefined && purpose.signerRule !== null && !set.signerRule && set.basis !== 'CONSENT' && set.basis !== 'EXPLICIT_CONSENT';
  const after: Values = { ...purpose, ...set, ...(unsigned ? { signerRule: null } : {}) };
  const shown = (of: Values): [string, string][] => [
    ['app.consent.purposes.basis', translate(`app.consent.basis.${of.basis}`)],
    ['app.consent.field.article', of.article],
    ['app.consent.field.signer_rule', of.signerRule ? translate('app.signer_rules.rule', { code: of.signerRule }) : '–'],
    ['app.consent.field.validity', translate(`app.consent.validity.${of.validityFrom}`, { smart_count: of.validityMonths })],
    ['app.consent.field.recipients', of.recipients.map((one) => translate(`app.consent.recipient.${one}`, { _: one })).join(', ')],
    ['app.consent.field.source', of.source],
  ];
  const now = new Map(shown(purpose));
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, '& ins': { color: 'success.main' }, '& del': { color: 'error.main' } }}>
      {proposal.material && <li>{translate('app.signer_rules.material')}</li>}
      {shown(after).filter(([label, value]) => now.get(label) !== value).map(([label, value]) => <li key={label}>{translate(label)}: <del>{now.get(label)}</del> <ins>{value}</ins></li>)}
    </Box>
  );
}
