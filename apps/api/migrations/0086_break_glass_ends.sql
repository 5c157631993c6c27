-- What is told of access in an emergency ends with the period of the trail of acts, by SYSTEM alone.
create policy sweeping on break_glass for delete to mintforge_app using (region_id = (select app.region()) and (select app.is_system()));
grant delete on break_glass to mintforge_app;
