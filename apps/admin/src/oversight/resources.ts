import { BreakGlassDocument, BreakGlassesDocument, SecurityAlertDocument, SecurityAlertsDocument } from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../common/console-resource';

export const oversightResources: Record<string, ConsoleResource> = {
  'security-alerts': {
    access: { read: 'alerts.read' },
    // The switch is for open ones; off means all.
    entry: { list: SecurityAlertsDocument, one: SecurityAlertDocument, toFilter: ({ open, ...filter }) => (open === true ? { ...filter, open } : filter) },
    screens: { list: lazyNamed(() => import('./AlertList'), 'AlertList') },
  },
  'break-glass': {
    access: { read: 'glass.read' },
    entry: { list: BreakGlassesDocument, one: BreakGlassDocument },
    screens: { list: lazyNamed(() => import('./BreakGlassList'), 'BreakGlassList') },
  },
};
