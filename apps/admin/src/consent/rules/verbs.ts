import { ProposeSignerRuleDocument, ReleaseSignerRuleDocument, SignerRuleEffectDocument, SignerRulesDocument, type ResultOf, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

export type RuleVersion = ResultOf<typeof SignerRulesDocument>['signerRules'][number];
export type NewRule = Omit<VariablesOf<typeof ProposeSignerRuleDocument>, 'idempotencyKey'>;

/** Who signs at what age: read, proposed from a day on, put into force by a second person. */
export const signerRuleVerbs = ({ transport, keys }: VerbTools) => ({
  signerRules: async () => (await transport.run(SignerRulesDocument, {})).signerRules,
  signerRuleEffect: async (id: string) => (await transport.run(SignerRuleEffectDocument, { id })).signerRuleEffect,
  proposeSignerRule: (rule: NewRule) => keys.once('proposeSignerRule', rule, (idempotencyKey) => transport.run(ProposeSignerRuleDocument, { ...rule, idempotencyKey })),
  releaseSignerRule: (id: string) => transport.run(ReleaseSignerRuleDocument, { id }),
});
