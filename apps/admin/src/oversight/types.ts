import type { AlertRulesDocument, BreakGlassesDocument, ResultOf, SecurityAlertsDocument } from '@mintforge/contract';

export type AlertRow = ResultOf<typeof SecurityAlertsDocument>['securityAlerts']['items'][number];
export type AlertRuleRow = ResultOf<typeof AlertRulesDocument>['alertRules'][number];
export type GlassRow = ResultOf<typeof BreakGlassesDocument>['breakGlasses']['items'][number];
