import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { AsksAnew } from '../AsksAnew';
import { useRuleWords } from './use-rule-words';

const guardiansOf = (count: number) => (['NONE', 'ONE', 'ALL'] as const)[count] ?? 'ALL';

/** For how many of those who are asked a proposed version changes whose yes it takes, and how many consents that are given it asks anew. */
export function RuleEffect({ id }: { id: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const words = useRuleWords();
  const { data } = useQuery({ queryKey: ['purposes', 'rules', 'effect', id], queryFn: () => verbs.signerRuleEffect(id) });
  if (!data) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <AsksAnew count={data.asksAnew} />
      <Typography variant="body2">{translate(data.changes.length === 0 ? 'app.signer_rules.effect.none' : 'app.signer_rules.effect.some', { asked: data.asked })}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {data.changes.map(({ guardiansBefore, pupilBefore, guardiansAfter, pupilAfter, pupils }) => (
          <li key={`${guardiansBefore} ${pupilBefore} ${guardiansAfter} ${pupilAfter}`}>
            {translate('app.signer_rules.effect.change', { smart_count: pupils, before: words.signers(guardiansOf(guardiansBefore), pupilBefore), after: words.signers(guardiansOf(guardiansAfter), pupilAfter) })}
          </li>
        ))}
      </Box>
    </Box>
  );
}
