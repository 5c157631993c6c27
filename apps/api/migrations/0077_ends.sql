-- What may end at all: rows that nobody could remove so far go when their period is over, by SYSTEM alone.
create policy sweeping on outbox for delete to mintforge_app using (region_id = (select app.region()) and (select app.is_system()));
create policy sweeping_finds on idempotency for select to mintforge_app using (region_id = (select app.region()) and (select app.is_system()));
create policy sweeping on idempotency for delete to mintforge_app using (region_id = (select app.region()) and (select app.is_system()));
create policy sweeping on app_user for delete to mintforge_app using ((select app.is_system()));
grant delete on app_user to mintforge_app;

-- The day on which each ledger of consent ended: withdrawn, refused or invalidated; run out, taken over by the pupil or by a
-- material change of its text; never answered. A dispute ends with the pupil's identity. Null or to come while it stands.
create view consent_ledger_end with (security_invoker = true) as
select d.region_id, d.pupil_id, d.purpose_id, d.id as decision_id,
  case
    when d.state = 'GIVEN' then least(d.state_valid_until, d.state_lapses_on, (
      select min(t.valid_from) from consent_text t where t.region_id = d.region_id and t.purpose_id = d.purpose_id and t.released_at is not null and t.series > d.state_series))
    when d.state = 'DISPUTED' then p.erased_on
    else (greatest(d.decided_at, d.created_at) at time zone 'Europe/Berlin')::date
  end as ended_on
from (select distinct on (region_id, purpose_id, pupil_id) * from consent_decision order by region_id, purpose_id, pupil_id, number desc) d
  join pupil p on p.region_id = d.region_id and p.id = d.pupil_id;
comment on view consent_ledger_end is 'A ledger ends as a whole, with its last act: earlier answers are what the later standing rests on';
grant select on consent_ledger_end to mintforge_app;

create policy forgetting on consent_decision to mintforge_owner using (true) with check (true);
create policy forgetting on consent_receipt to mintforge_owner using (true) with check (true);
create policy forgetting on custody to mintforge_owner using (true) with check (true);

-- Forgets whole ledgers with their receipts, each named by its last act: one that a newer act has followed is left alone. The
-- ledger stays append-only for everybody; this is for SYSTEM alone.
create function app.forget_consents(last_acts uuid[]) returns int language plpgsql security definer set search_path = '' as $$
declare
  acts uuid[];
begin
  if not app.is_system() then
    raise insufficient_privilege;
  end if;
  acts := array(
    select d.id from public.consent_decision l join public.consent_decision d on d.region_id = l.region_id and d.pupil_id = l.pupil_id and d.purpose_id = l.purpose_id
    where l.region_id = app.region() and l.id = any(last_acts) and not exists (
      select from public.consent_decision n where n.region_id = l.region_id and n.pupil_id = l.pupil_id and n.purpose_id = l.purpose_id and n.number > l.number));
  delete from public.consent_receipt r where r.region_id = app.region() and r.decision_id = any(acts);
  delete from public.consent_decision d where d.region_id = app.region() and d.id = any(acts);
  return cardinality(last_acts);
end $$;
revoke all on function app.forget_consents(uuid[]) from public;
grant execute on function app.forget_consents(uuid[]) to mintforge_app;

-- Forgets declarations of custody, likewise.
create function app.forget_custody(declarations uuid[]) returns int language plpgsql security definer set search_path = '' as $$
declare
  gone int;
begin
  if not app.is_system() then
    raise insufficient_privilege;
  end if;
  delete from public.custody c where c.region_id = app.region() and c.id = any(declarations);
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function app.forget_custody(uuid[]) from public;
grant execute on function app.forget_custody(uuid[]) to mintforge_app;

-- The last day of the school year a day falls in; schoolYearEnd of the kernel says the same.
create function app.school_year_end(day date) returns date language sql immutable parallel safe
  return make_date(extract(year from day)::int + case when extract(month from day) >= 8 then 1 else 0 end, 7, 31);
