import { describeTable, type PersonalColumn } from '@mintforge/platform';

const logged: PersonalColumn = { purpose: 'ACCOUNTABILITY', category: 'ACTIVITY_LOG', dataClass: 'C2', rest: 'PLAIN' };

describeTable('security_event', {
  retention: 'R-LOG',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.actor_id = $2', onErasure: 'KEEP', because: 'ACCOUNTABILITY' }],
  personal: { kind: logged, actor_id: logged },
  internal: ['ids', 'at'],
});

describeTable('alert_rule', { retention: 'CONFIG', internal: ['kind', 'threshold', 'window_minutes', 'source'] });

describeTable('security_alert', {
  retention: 'R-AUDIT',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.actor_id = $2', onErasure: 'KEEP', because: 'ACCOUNTABILITY' }],
  personal: { kind: logged, actor_id: logged, counted: logged },
  internal: ['first_at', 'last_at', 'seen_by', 'seen_at', 'outcome'],
});

describeTable('break_glass', {
  retention: 'R-AUDIT',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.user_id = $2', onErasure: 'KEEP', because: 'ACCOUNTABILITY' }],
  personal: { reason: logged, explanation: logged },
  internal: ['user_id', 'asked_at', 'decided_by', 'decided_at', 'allowed', 'ends_at', 'ended_at', 'ended_by'],
});
