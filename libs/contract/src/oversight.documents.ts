import { graphql } from './graphql';

export const SecurityAlertsDocument = graphql(`
  query SecurityAlerts($page: Int!, $perPage: Int!, $sort: AlertSort!, $filter: SecurityAlertFilter) {
    securityAlerts(page: $page, perPage: $perPage, sort: $sort, filter: $filter) { total hasNext items { id kind actorId actorName counted firstAt lastAt seenByName seenAt outcome createdAt } }
  }
`);

export const SecurityAlertDocument = graphql(`query SecurityAlert($id: ID!) { securityAlert(id: $id) { id kind actorId actorName counted firstAt lastAt seenByName seenAt outcome createdAt } }`);

export const AcknowledgeAlertDocument = graphql(`mutation AcknowledgeAlert($id: ID!, $outcome: AlertOutcome!) { acknowledgeAlert(id: $id, outcome: $outcome) { id seenAt outcome } }`);

export const AlertRulesDocument = graphql(`query AlertRules { alertRules { id kind threshold windowMinutes source version } }`);

export const ChangeAlertRuleDocument = graphql(`mutation ChangeAlertRule($id: ID!, $version: Int!, $patch: AlertRulePatch!) { changeAlertRule(id: $id, version: $version, patch: $patch) { id version } }`);

export const BreakGlassesDocument = graphql(`
  query BreakGlasses($page: Int!, $perPage: Int!, $sort: GlassSort!) {
    breakGlasses(page: $page, perPage: $perPage, sort: $sort) { total hasNext items { id reason explanation askedByName askedAt decidedByName decidedAt endsAt endedAt state mine } }
  }
`);

export const BreakGlassDocument = graphql(`query BreakGlass($id: ID!) { breakGlass(id: $id) { id reason explanation askedByName askedAt decidedByName decidedAt endsAt endedAt state mine } }`);

export const AskBreakGlassDocument = graphql(`mutation AskBreakGlass($input: BreakGlassInput!, $idempotencyKey: String!) { askBreakGlass(input: $input, idempotencyKey: $idempotencyKey) { id state } }`);

export const DecideBreakGlassDocument = graphql(`mutation DecideBreakGlass($id: ID!, $allowed: Boolean!) { decideBreakGlass(id: $id, allowed: $allowed) { id state } }`);

export const EndBreakGlassDocument = graphql(`mutation EndBreakGlass($id: ID!) { endBreakGlass(id: $id) { id state } }`);

export const SyntheticRegionsDocument = graphql(`query SyntheticRegions { regions(page: 1, perPage: 100, sort: NAME_ASC, filter: null) { items { id name synthetic } } }`);
