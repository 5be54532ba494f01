-- What every later migration stands on. The three roles exist before any migration runs (server/platform/roles.ts).
create schema app
--> statement-breakpoint
grant usage on schema app to entente_app, entente_gate, entente_worker
--> statement-breakpoint
-- The one way to set the organization of a transaction. A second, different value is refused: see docs/decisions on row-level security.
create function app.enter(o uuid) returns void language plpgsql as $$
declare
  entered text := nullif(current_setting('app.organization_id', true), '');
begin
  if o is null then
    raise exception 'no organization to enter' using errcode = 'EN002';
  end if;
  if entered is not null and entered <> o::text then
    raise exception 'this transaction already acts for another organization' using errcode = 'EN001';
  end if;
  execute format('set local app.organization_id = %L', o);
end
$$
--> statement-breakpoint
-- The organization of this transaction, or null outside of one: what every policy compares with.
create function app.organization() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.organization_id', true), '')::uuid
$$
