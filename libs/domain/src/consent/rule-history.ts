import type { Day } from '../kernel';

/** A version of a signer rule of a region, as far as it takes to tell which is in force. */
export interface DatedRule {
  code: string;
  /** Its first day. */
  validFrom: Day;
  /** Whether consents given before must satisfy it, too, or are asked anew. */
  material: boolean;
}

/** A purpose that was put under another rule. */
export interface RuleSwitch {
  /** The first day of the new rule. */
  validFrom: Day;
  /** The code of the rule until then; null = nobody was asked. */
  before: string | null;
  material: boolean;
}

/** What the signers of a purpose are judged by. */
export interface RuleHistory<Rule> {
  /** The rule in force on a day; undefined before the first. */
  ruleOn(day: Day): Rule | undefined;
  /** First days of material versions and switches, ascending. */
  renewals: Day[];
}

/**
 * The signer rules of a purpose through time: what was given remains judged by the rule of its day, whatever rule the
 * purpose stands under now. `rules` of the region ascend by their first day, `switches` are in the order they were made;
 * `code` is that of the rule now.
 */
export function ruleHistory<Rule extends DatedRule>(code: string, rules: readonly Rule[], switches: readonly RuleSwitch[]): RuleHistory<Rule> {
  const codeOn = (day: Day): string => switches.find(({ validFrom }) => validFrom > day)?.before ?? code;
  const material = [...rules.filter((rule) => rule.material && rule.code === codeOn(rule.validFrom)), ...switches.filter((one) => one.material)];
  return {
    ruleOn: (day) => rules.findLast((rule) => rule.code === codeOn(day) && rule.validFrom <= day),
    renewals: [...new Set(material.map(({ validFrom }) => validFrom))].sort(),
  };
}
