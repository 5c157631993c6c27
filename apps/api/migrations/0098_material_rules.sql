-- A rule that is marked as material is to be satisfied by what was given before, too; which rule a purpose stood under when.
alter table signer_rule add column material boolean not null default false;
alter table signer_rule_proposal add column material boolean not null default false;
comment on column signer_rule.material is 'consents given before that do not satisfy it lapse on its first day and are asked anew';

create table purpose_rule_switch (
  region_id uuid not null,
  id uuid not null default uuidv7(),
  purpose_id uuid not null,
  valid_from date not null,
  before text,
  material boolean not null,
  released_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (region_id, id),
  foreign key (region_id, purpose_id) references purpose (region_id, id) on delete cascade
);
create index purpose_rule_switch_of on purpose_rule_switch (region_id, purpose_id, id);
comment on table purpose_rule_switch is 'Purposes that were put under another signer rule: what was given before stays judged by the rule of its day';
comment on column purpose_rule_switch.before is 'code of the rule until the day before; null = nobody was asked';
comment on column purpose_rule_switch.material is 'consents given before that do not satisfy the new rule were asked anew';
call app.protect('purpose_rule_switch', 'purposes.read', 'purposes.release');
call app.append_only('purpose_rule_switch');

alter table consent_decision
  drop constraint consent_decision_act_check,
  add check (act in ('REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'INVALIDATED', 'CUSTODY', 'RECTIFIED', 'RULE_CHANGED'));
comment on column consent_decision.state_lapses_on is 'from this day it no longer counts: first of a month where a pupil took over, or the first day of a material rule that it does not satisfy';
comment on column consent_decision.state_renew_on is 'on this day somebody is asked to renew it: first or sixteenth of a month where a pupil takes over, so that no birthday can be read from it, or the first day of a material rule; null = not to be asked, or asked';
