import { berlinDay } from '@mintforge/domain/kernel';
import { useTranslate } from 'react-admin';
import type { RuleVersion } from './verbs';

type Band = RuleVersion['bands'][number];

/** A signer rule in words. */
export function useRuleWords() {
  const translate = useTranslate();
  /** Whose yes it takes: guardians in words, and the pupil. */
  const signers = (guardians: Band['guardians'], pupil: boolean): string => translate(`app.signer_rules.signers.${guardians}${pupil ? '_PUPIL' : ''}`);
  return {
    signers,
    /** A line for every band, by age. */
    bands: ({ bands }: Pick<RuleVersion, 'bands'>): string[] =>
      bands.map(({ fromAge, guardians, pupil, takesOver }, at) => {
        const until = bands[at + 1]?.fromAge;
        const ages = until === undefined ? translate('app.signer_rules.from', { age: fromAge }) : translate('app.signer_rules.ages', { from: fromAge, to: until - 1 });
        return `${ages}: ${signers(guardians, pupil)}${takesOver ? ` (${translate('app.signer_rules.takes_over')})` : ''}`;
      }),
    /** Grace, papers and calls, and whether what was given before is asked anew. */
    terms: ({ graceDays, inWriting, checkPercent, material }: Pick<RuleVersion, 'graceDays' | 'inWriting' | 'checkPercent' | 'material'>): string =>
      [translate('app.signer_rules.grace', { days: graceDays }), translate(inWriting ? 'app.signer_rules.in_writing' : 'app.signer_rules.by_call'), translate('app.signer_rules.checked', { percent: checkPercent }), ...(material ? [translate('app.signer_rules.is_material')] : [])].join(' · '),
    /** Whether the version of this day is the one that counts today. */
    isInForce: (validFrom: string, versions: readonly RuleVersion[]): boolean => {
      const today = berlinDay(new Date());
      return validFrom === versions.filter((version) => version.validFrom <= today).map((version) => version.validFrom).sort().at(-1);
    },
  };
}
