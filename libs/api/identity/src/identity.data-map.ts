import { describeTable, type PersonalColumn } from '@mintforge/platform';

const account: PersonalColumn = { purpose: 'ACCOUNT', category: 'ACCOUNT', dataClass: 'C2', rest: 'PLAIN' };
const activity: PersonalColumn = { ...account, category: 'ACTIVITY_LOG' };
const hashed: PersonalColumn = { purpose: 'ACCOUNT', category: 'CREDENTIALS', dataClass: 'C5', rest: 'HASH' };
const seed: PersonalColumn = { ...hashed, rest: 'MASTER_KEY' };

const here = 'exists (select from membership m where m.region_id = $1 and m.user_id = $2)';
const elsewhere = 'exists (select from membership m where m.region_id <> $1 and m.user_id = $2)';

describeTable('region', { retention: 'CONFIG', internal: ['key', 'name', 'land', 'centre_lat', 'centre_lon', 'host_view_days', 'synthetic'] });

describeTable('app_user', {
  retention: 'R-ACC',
  subjects: [
    { kind: 'USER', rows: `t.id = $2 and ${here} and not ${elsewhere}`, onErasure: 'DELETE' },
    { kind: 'USER', rows: `t.id = $2 and ${here} and ${elsewhere}`, onErasure: 'KEEP', because: 'MEMBER_ELSEWHERE' },
  ],
  personal: {
    email: { ...account, category: 'ADDRESS' },
    email_key: { ...account, category: 'ADDRESS' },
    display_name: { ...account, category: 'NAME' },
    locale: { ...account, category: 'LANGUAGE' },
    password_hash: hashed,
    recovery_hashes: hashed,
    totp_secret: seed,
    totp_pending: seed,
    disabled_at: account,
    last_sign_in_at: activity,
  },
  internal: ['totp_last_step'],
});

describeTable('membership', {
  retention: 'R-ACC',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.user_id = $2', onErasure: 'DELETE' }],
  personal: { role: account },
  internal: ['user_id'],
});

describeTable('session', {
  retention: 'R-ACC',
  subjects: [{ kind: 'USER', rows: 't.region_id = $1 and t.user_id = $2', onErasure: 'DELETE' }],
  personal: { token_hash: hashed, previous_hash: hashed, user_agent: activity },
  internal: ['user_id', 'role', 'rotated_at', 'expires_at', 'factor_at', 'ended_at', 'end_reason', 'looking', 'grant_id'],
});

describeTable('link', {
  retention: 'R-ACC',
  subjects: [{ kind: 'USER', rows: `t.user_id = $2 and ${here}`, onErasure: 'DELETE' }],
  personal: { token_hash: hashed },
  internal: ['kind', 'user_id', 'expires_at', 'used_at'],
});

describeTable('guess', {
  retention: 'R-LOG',
  nobodys: 'keyed hashes of account and network, gone within hours: nobody can be looked up by them',
  personal: { key: hashed },
  internal: ['points', 'expire'],
});
