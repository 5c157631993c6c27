-- Papers that we did not print: a school's own form, a letter that takes a consent back. Known from the day they are entered, never without a scan and a second look.
alter table consent_form add column own boolean not null default false, add check (not own or (scan_sha256 is not null and returned_at is not null));
comment on column consent_form.own is 'a paper that we did not print; its number was given when it was entered';
comment on column consent_form.ticks is '[{purpose, answer}] as entered last; what was left open is missing. On a paper of its own an answer may take a consent back';
