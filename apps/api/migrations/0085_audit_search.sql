-- Every question of the audit search has an index of its own.
create index audit_actor on audit (region_id, actor_id, at desc);
create index audit_action on audit (region_id, action text_pattern_ops, at desc);
create index audit_reason on audit (region_id, reason text_pattern_ops, at desc) where reason is not null;
