-- Purposes and signer rules as a region has them, texts in immutable versions, the append-only ledger of consent, the gate.
create function app.berlin_today() returns date language sql stable parallel safe
  return (now() at time zone 'Europe/Berlin')::date;

-- What a wording is known by in decisions and receipts: SHA-256 of title, an empty line, body, in UTF-8.
create function app.wording_hash(title text, body text) returns bytea language sql immutable parallel safe
  return sha256(convert_to(title || E'\n\n' || body, 'UTF8'));

-- Rows are added, never changed or removed: neither policy nor grant for it.
create procedure app.append_only(target regclass) language plpgsql as $$
begin
  execute format('drop policy changing on %s', target);
  execute format('drop policy removing on %s', target);
  execute format('revoke update, delete on %s from mintforge_app', target);
end $$;

create table signer_rule (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{0,19}$'),
  valid_from date not null,
  bands jsonb not null check (jsonb_typeof(bands) = 'array' and jsonb_array_length(bands) > 0),
  grace_days smallint not null check (grace_days between 31 and 120),
  source text not null check (length(source) > 0),
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, code, valid_from)
);
comment on column signer_rule.bands is '[{fromAge, guardians, pupil, takesOver}], ascending by age from 0: who signs';
call app.protect('signer_rule', 'purposes.read', 'purposes.write');
call app.append_only('signer_rule');

create table purpose (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  code text not null check (code ~ '^[A-Z][A-Z_]{2,39}$'),
  basis text not null check (basis in ('CONSENT', 'EXPLICIT_CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'PUBLIC_TASK', 'LEGITIMATE_INTEREST')),
  article text not null check (length(article) between 1 and 200),
  signer_rule text,
  validity_from text not null check (validity_from in ('SCHOOL_YEAR_END', 'DECISION')),
  validity_months smallint not null check (validity_months between 0 and 60),
  effect text not null,
  data text[] not null,
  recipients text[] not null,
  source text not null check (length(source) between 1 and 500),
  proposal jsonb,
  proposed_by uuid references app_user (id) on delete set null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, code),
  check ((basis in ('CONSENT', 'EXPLICIT_CONSENT')) = (signer_rule is not null))
);
comment on column purpose.proposal is 'changed columns that wait for a second person';
call app.protect('purpose', 'purposes.read', 'purposes.write');
create policy releasing on purpose for update to mintforge_app using (region_id = (select app.region()) and (select app.can('purposes.release')));

create table consent_text (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  purpose_id uuid not null,
  number int not null check (number > 0),
  series int not null check (series > 0),
  change text not null check (change in ('MATERIAL', 'EDITORIAL')),
  dpo_reference text,
  valid_from date,
  proposed_by uuid references app_user (id) on delete set null,
  released_by uuid references app_user (id) on delete set null,
  released_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  unique (region_id, purpose_id, number),
  foreign key (region_id, purpose_id) references purpose (region_id, id) on delete restrict,
  check (released_by <> proposed_by),
  check ((released_at is null) = (valid_from is null))
);
comment on column consent_text.series is 'a material change begins the next one; consents of an older series no longer count';
call app.protect('consent_text', 'purposes.read', 'purposes.write');
call app.append_only('consent_text');
grant update (valid_from, released_by, released_at) on consent_text to mintforge_app;
create policy releasing on consent_text for update to mintforge_app
  using (region_id = (select app.region()) and released_at is null and (select app.can('purposes.release')))
  with check (region_id = (select app.region()) and released_at is not null and (select app.can('purposes.release')));

create table consent_wording (
  region_id uuid not null,
  text_id uuid not null,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  plain boolean not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  sha256 bytea not null check (sha256 = app.wording_hash(title, body)),
  primary key (region_id, text_id, language, plain),
  foreign key (region_id, text_id) references consent_text (region_id, id) on delete restrict
);
comment on column consent_wording.plain is 'plain language (Einfache Sprache)';
call app.protect('consent_wording', 'purposes.read', 'purposes.write');
call app.append_only('consent_wording');

create table custody (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  pupil_id uuid not null,
  kind text not null check (kind in ('JOINT', 'SOLE', 'AUTHORISED')),
  recorded_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete restrict
);
create index custody_of on custody (region_id, pupil_id, id desc);
comment on table custody is 'Declared custody; the latest counts, none declared = JOINT';
call app.protect('custody', 'consent.read', 'consent.write');
call app.append_only('custody');

create table consent_decision (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  pupil_id uuid not null,
  purpose_id uuid not null,
  number int not null check (number > 0),
  act text not null check (act in ('REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'INVALIDATED', 'CUSTODY')),
  signer text check (signer in ('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2')),
  signer_name bytea,
  decided_at timestamptz not null,
  text_id uuid,
  language text,
  plain boolean,
  series int not null,
  channel text check (channel in ('LINK', 'PAPER', 'PHONE')),
  assurance text check (assurance in ('BIRTH_DATE', 'SCHOOL_LETTER_CODE', 'PAPER_SEEN', 'CALL_BACK')),
  required_guardians smallint not null check (required_guardians between 0 and 2),
  required_pupil boolean not null,
  valid_until date,
  lapses_on date,
  state text not null check (state in ('NOT_ASKED', 'REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'INVALIDATED', 'DISPUTED')),
  missing text[] not null,
  state_series int not null,
  state_valid_until date,
  state_lapses_on date,
  recorded_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (region_id, id),
  unique (region_id, purpose_id, pupil_id, number),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete restrict,
  foreign key (region_id, purpose_id) references purpose (region_id, id) on delete restrict,
  foreign key (region_id, text_id) references consent_text (region_id, id) on delete restrict,
  check ((act in ('GIVEN', 'REFUSED', 'WITHDRAWN')) = (num_nonnulls(signer, channel, assurance) = 3)),
  check (act <> 'GIVEN' or num_nonnulls(text_id, valid_until) = 2),
  check (state <> 'GIVEN' or state_valid_until is not null)
);
create index consent_decision_pupil on consent_decision (region_id, pupil_id, purpose_id, number desc);
create index consent_decision_text on consent_decision (region_id, text_id);
comment on table consent_decision is 'The ledger: what happened, by whom and how we know; state… = where the consent stood after it';
comment on column consent_decision.number is 'counts the acts on one pupil and purpose; two writers at once meet at its unique key';
comment on column consent_decision.decided_at is 'of a paper the day of the signature; created_at is when it was recorded';
comment on column consent_decision.signer_name is 'the name as declared, sealed by the key of the pupil';
comment on column consent_decision.lapses_on is 'first of a month after which a guardian''s yes no longer counts, as the pupil took over; coarse, so that no birthday can be read from it';
call app.protect('consent_decision', 'consent.read', 'consent.write');
call app.append_only('consent_decision');

-- The text of each purpose in force on a day: the newest released version whose first day has come.
create view text_in_force with (security_invoker = true) as
select distinct on (t.region_id, t.purpose_id) t.region_id, t.purpose_id, t.id, t.number, t.series, t.valid_from
from consent_text t where t.released_at is not null and t.valid_from <= (select app.berlin_today())
order by t.region_id, t.purpose_id, t.number desc;
grant select on text_in_force to mintforge_app;

-- Current consent: where each ledger stands today. What ends by time alone ends here, whether a job ran or not.
create view consent_current with (security_invoker = true) as
select d.region_id, d.purpose_id, d.pupil_id, d.id as decision_id, d.number, d.decided_at, d.missing,
  d.state_valid_until as valid_until, d.state_lapses_on as lapses_on,
  case
    when d.state <> 'GIVEN' then d.state
    when d.state_valid_until < (select app.berlin_today()) or d.state_lapses_on <= (select app.berlin_today()) then 'EXPIRED'
    when d.state_series < f.series then 'SUPERSEDED'
    else 'GIVEN'
  end as state
from (
  select distinct on (region_id, purpose_id, pupil_id) * from consent_decision order by region_id, purpose_id, pupil_id, number desc
) d left join text_in_force f on f.region_id = d.region_id and f.purpose_id = d.purpose_id;
grant select on consent_current to mintforge_app;

-- The gate: may data of these pupils be used for a purpose, and if not, why. Every use asks here, in its own transaction.
create function app.consent_gate(wanted text, pupils uuid[]) returns table (pupil_id uuid, answer text) language sql stable as $$
  select asked.id, case
      when p.id is null then 'NO_PURPOSE'
      when known.id is null then 'UNKNOWN_PUPIL'
      when p.basis not in ('CONSENT', 'EXPLICIT_CONSENT') then 'GIVEN'
      else coalesce(c.state, 'NOT_ASKED')
    end
  from (select distinct unnest(pupils) as id) asked
    left join public.purpose p on p.region_id = (select app.region()) and p.code = wanted
    left join public.pupil known on known.region_id = (select app.region()) and known.id = asked.id and known.erased_on is null
    left join (
      select s.pupil_id, s.state from public.consent_current s
        where s.region_id = (select app.region()) and s.pupil_id = any(pupils)
          and s.purpose_id = (select w.id from public.purpose w where w.region_id = (select app.region()) and w.code = wanted)
    ) c on c.pupil_id = asked.id
$$;
