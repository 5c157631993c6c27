import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { AlertsResolver } from './alerts.resolver';
import { SecurityAlerts } from './alerts.service';
import { AuditReads } from './audits.reads';
import { AuditController, AuditsResolver } from './audits.resolver';
import { BreakGlassResolver } from './break-glass.resolver';
import { BreakGlasses } from './break-glass.service';
import './oversight.data-map';
import { oversightSweeps } from './oversight.sweeps';

/** Watching over those who work with the data: the audit trail, alerts, access in an emergency. */
@Module({
  controllers: [AuditController],
  providers: [AuditReads, AuditsResolver, SecurityAlerts, AlertsResolver, BreakGlasses, BreakGlassResolver],
})
export class OversightModule {
  constructor(sweeps: RetentionSweeps) {
    sweeps.register(...oversightSweeps);
  }
}
