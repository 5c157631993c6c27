import { AcknowledgeAlertDocument, AlertRulesDocument, AskBreakGlassDocument, ChangeAlertRuleDocument, DecideBreakGlassDocument, EndBreakGlassDocument, SyntheticRegionsDocument, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';

/** What one does about alerts, break-glass and viewing as another role. */
export const oversightVerbs = ({ transport, keys }: VerbTools) => ({
  alertRules: async () => (await transport.run(AlertRulesDocument, {})).alertRules,
  changeAlertRule: (id: string, version: number, patch: VariablesOf<typeof ChangeAlertRuleDocument>['patch']) => transport.run(ChangeAlertRuleDocument, { id, version, patch }),
  acknowledgeAlert: (id: string, outcome: VariablesOf<typeof AcknowledgeAlertDocument>['outcome']) => transport.run(AcknowledgeAlertDocument, { id, outcome }),
  askBreakGlass: (input: VariablesOf<typeof AskBreakGlassDocument>['input']) => keys.once('askBreakGlass', input, (idempotencyKey) => transport.run(AskBreakGlassDocument, { input, idempotencyKey })),
  decideBreakGlass: (id: string, allowed: boolean) => transport.run(DecideBreakGlassDocument, { id, allowed }),
  endBreakGlass: (id: string) => transport.run(EndBreakGlassDocument, { id }),
  syntheticRegions: async () => (await transport.run(SyntheticRegionsDocument, {})).regions.items.filter(({ synthetic }) => synthetic),
});
