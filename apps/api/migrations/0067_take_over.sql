-- Pupils who take over what guardians consented to, corrected birth dates, and consents that ended by time.
alter table consent_decision
  drop constraint consent_decision_act_check,
  add check (act in ('REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'INVALIDATED', 'CUSTODY', 'RECTIFIED')),
  add column state_renew_on date;
comment on column consent_decision.state_renew_on is 'first or sixteenth of a month on which the pupil is asked to renew a consent of guardians; coarse, so that no birthday can be read from it; null = not to be asked, or asked';
-- Consents on record get a day that lies behind the birthday for every standard grace; the owner writes past the wall only here.
alter table consent_decision no force row level security;
update consent_decision set state_renew_on = (state_lapses_on - interval '1 month')::date + 15 where state = 'GIVEN' and state_lapses_on is not null;
alter table consent_decision force row level security;

create or replace view consent_current with (security_invoker = true) as
select d.region_id, d.purpose_id, d.pupil_id, d.id as decision_id, d.number, d.decided_at, d.missing,
  d.state_valid_until as valid_until, d.state_lapses_on as lapses_on,
  case
    when d.state <> 'GIVEN' then d.state
    when d.state_valid_until < (select app.berlin_today()) or d.state_lapses_on <= (select app.berlin_today()) then 'EXPIRED'
    when d.state_series < f.series then 'SUPERSEDED'
    else 'GIVEN'
  end as state,
  d.state_renew_on as renew_on
from (
  select distinct on (region_id, purpose_id, pupil_id) * from consent_decision order by region_id, purpose_id, pupil_id, number desc
) d left join text_in_force f on f.region_id = d.region_id and f.purpose_id = d.purpose_id;

create table consent_ended (
  region_id uuid not null,
  decision_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (region_id, decision_id),
  foreign key (region_id, decision_id) references consent_decision (region_id, id) on delete cascade
);
comment on table consent_ended is 'Consents that ended by time alone, after which decision, and whose uses were ended: once each';
call app.protect('consent_ended', 'consent.read', 'consent.write');
call app.append_only('consent_ended');
