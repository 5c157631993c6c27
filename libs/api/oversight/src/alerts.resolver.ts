import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SecurityAlerts } from './alerts.service';
import { AlertRulePatch, AlertRuleRow, SecurityAlert, SecurityAlertList, SecurityAlertsArgs } from './alerts.types';
import { AlertOutcomes } from './oversight.enums';

const id = { type: () => ID };

/** Security alerts and their rules for the console. */
@Resolver()
export class AlertsResolver {
  constructor(private readonly alerts: SecurityAlerts) {}

  @Query(() => SecurityAlertList)
  @Allow('alerts.read')
  securityAlerts(@Args() args: SecurityAlertsArgs): Promise<List<SecurityAlert>> {
    return this.alerts.list(args);
  }

  @Query(() => SecurityAlert)
  @Allow('alerts.read')
  securityAlert(@Args('id', id) alertId: string): Promise<SecurityAlert> {
    return this.alerts.one(alertId);
  }

  @Query(() => [AlertRuleRow])
  @Allow('alerts.read')
  alertRules(): Promise<AlertRuleRow[]> {
    return this.alerts.rules();
  }

  @Mutation(() => SecurityAlert)
  @Allow('alerts.write')
  async acknowledgeAlert(@Args('id', id) alertId: string, @Args('outcome', { type: () => AlertOutcomes }) outcome: keyof typeof AlertOutcomes): Promise<SecurityAlert> {
    await this.alerts.acknowledge(alertId, outcome);
    return this.alerts.one(alertId);
  }

  @Mutation(() => [AlertRuleRow])
  @Allow('alerts.rules')
  async changeAlertRule(@Args('id', id) ruleId: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: AlertRulePatch): Promise<AlertRuleRow[]> {
    await this.alerts.changeRule(ruleId, version, patch);
    return this.alerts.rules();
  }
}
