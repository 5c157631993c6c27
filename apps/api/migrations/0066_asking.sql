-- Mails to people whose address must not rest in clear; how often and by what way we asked for consents that are open.
alter table mail
  alter column recipient drop not null,
  add column recipient_kind text check (recipient_kind in ('GUARDIAN', 'PUPIL')),
  add column recipient_id uuid,
  add column secret bytea,
  add column purpose text,
  add column pupil_id uuid,
  add constraint mail_to check (num_nonnulls(recipient, recipient_id) = 1 and (recipient_kind is null) = (recipient_id is null)),
  add foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade;
create index mail_pupil on mail (region_id, pupil_id);
create index mail_recipient on mail (region_id, recipient_id);
comment on column mail.recipient is 'the address of somebody at work; null where the recipient is a minor or a guardian';
comment on column mail.recipient_id is 'a guardian or pupil, whose address is opened when the mail leaves';
comment on column mail.secret is 'params that only the recipient may read, sealed; gone when the mail has left';
comment on column mail.purpose is 'the purpose whose consent the mail needs; null = none';
comment on column mail.pupil_id is 'the pupil it is about';

create table consent_approach (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  pupil_id uuid not null,
  signer text not null check (signer in ('PUPIL', 'GUARDIAN_1', 'GUARDIAN_2')),
  purposes text[] not null check (cardinality(purposes) > 0),
  channel text not null check (channel in ('MAIL', 'LINK', 'SLIP', 'CALL', 'TEACHER')),
  reminder boolean not null,
  mail_id uuid,
  made_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (region_id, id),
  foreign key (region_id, pupil_id) references pupil (region_id, id) on delete cascade,
  foreign key (region_id, mail_id) references mail (region_id, id) on delete set null (mail_id)
);
create index consent_approach_of on consent_approach (region_id, pupil_id, signer, created_at desc);
create index consent_approach_mail on consent_approach (region_id, mail_id);
comment on table consent_approach is 'Each time a signer was approached (Ansprache) about consents that are open';
comment on column consent_approach.reminder is 'false = it came with the asking itself';
call app.protect('consent_approach', 'consent.read', 'consent.write');

create table chase_rule (
  region_id uuid not null references region (id) on delete cascade,
  id uuid not null default uuidv7(),
  first_after_days smallint not null check (first_after_days between 1 and 60),
  then_every_days smallint not null check (then_every_days between 1 and 60),
  most_reminders smallint not null check (most_reminders between 0 and 10),
  automatic boolean not null,
  source text not null check (length(source) between 1 and 500),
  version int not null,
  decided_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id)
);
comment on table chase_rule is 'When a region reminds (Nachfassen): the latest row counts, earlier ones tell what counted; without a row the standard does, which sends nothing by itself';
call app.protect('chase_rule', 'consent.read', 'consent.write');
call app.append_only('chase_rule');
