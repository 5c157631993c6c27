-- The gate for whoever writes: no decision on the purpose comes between the answer and the commit (CON-9). Volatile, so that
-- the question is asked after the lock is held.
create function app.hold_gate(wanted text, pupils uuid[]) returns table (pupil_id uuid, answer text) language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('consent ' || app.region() || ' ' || wanted, 0));
  return query select g.pupil_id, g.answer from app.consent_gate(wanted, pupils) g;
end $$;

-- Provisions a pupil needs, as far as they may be used now: a consent that has run out closes them before anybody empties the field.
create function app.open_needs(pupil uuid, sealed bytea) returns bytea language sql stable as $$
  select case when sealed is not null and (select g.answer from app.consent_gate('NEEDS_PROCESS', array[pupil]) g) = 'GIVEN' then sealed end
$$;

alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED', 'WITHHELD'));
comment on table mail is 'A mail is template and params; its body is rendered when it is sent or looked at. KEPT = no mail server configured, it stays in the mailbox; WITHHELD = the consent it needs was not given when it was to leave';
