-- A grave act asks for a factor proven at most ten minutes ago: a session remembers when its user last proved who they are.
alter table session add column factor_at timestamptz;
comment on column session.factor_at is 'when its user last proved who they are: at sign-in, or anew before a grave act; a refreshed token does not renew it';

-- Of the acting user's own living session alone.
create function app.factor_fresh(session_id uuid) returns boolean language sql stable parallel safe
  return exists (select from public.session s where s.id = session_id and s.user_id = app.actor() and s.ended_at is null and s.factor_at > now() - interval '10 minutes');
