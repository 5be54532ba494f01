-- A side of a room changes hands: from the organization that recorded it to the organization that it really is.
-- The function runs as the owner of the tables, because the organization that takes over holds nothing yet. Forced row-level
-- security binds the owner as well; the policies below open to it the one partnership being claimed, and nothing else.
create function app.claiming() returns uuid language sql stable as $$
  select nullif(current_setting('app.claiming', true), '')::uuid
$$
--> statement-breakpoint
create policy partnerships_claim on partnerships to current_user
  using (id = app.claiming()) with check (id = app.claiming())
--> statement-breakpoint
create policy conversations_claim on conversations to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy threads_claim on threads to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy people_claim on people to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy messages_claim on messages to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy links_claim on links to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy claims_claim on claims to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy acts_claim on acts to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy files_claim on files to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy parts_claim on parts to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy evidence_claim on evidence to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy outbox_claim on outbox to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy relations_claim on relations to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy today_claim on today to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy organizations_claim on organizations to current_user
  using (id = app.organization()) with check (id = app.organization())
--> statement-breakpoint
create policy memberships_claim on memberships to current_user
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy audit_claim on audit for insert to current_user
  with check (subject = app.claiming()::text)
--> statement-breakpoint
-- Every table of the room gets the new holder: found in the catalog, so that none can be forgotten. Conversations and
-- threads come first, because an act or a message locks their row: behind them nothing is written with the old holder.
create function app.hand_over(p_partnership uuid, p_side text, p_from uuid, p_to uuid) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_table text;
begin
  for v_table in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'holder_a' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'partnerships'
    order by c.relname <> 'conversations', c.relname <> 'threads', c.relname
  loop
    execute format('update public.%I set holder_%s = $1 where partnership_id = $2 and holder_%s = $3', v_table, p_side, p_side)
      using p_to, p_partnership, p_from;
  end loop;
end $$
--> statement-breakpoint
revoke execute on function app.hand_over from public
--> statement-breakpoint
-- The organization that will hold the side: one that is here already, or the recorded one, which from now on is its own.
-- Answers its name and domain.
create function app.claimant(p_organization uuid, p_person uuid, p_keeper uuid, p_party uuid, p_at timestamptz, p_new jsonb)
returns public.organizations language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v_organization public.organizations;
begin
  if p_new is not null then
    update public.organizations set name = p_new ->> 'name', domain = p_new ->> 'domain', slug = p_new ->> 'slug',
      locale = coalesce(p_new ->> 'locale', locale), time_zone = coalesce(p_new ->> 'timeZone', time_zone), keeper_id = null, claimed_at = p_at
    where id = p_organization and id = p_party and keeper_id = p_keeper and claimed_at is null
    returning * into v_organization;
    if not found then
      raise exception 'taken' using errcode = 'EN409';
    end if;
    insert into public.memberships (organization_id, person_id, role, name, email, joined_at)
    values (p_organization, p_person, 'administrator', p_new ->> 'personName', p_new ->> 'personEmail', p_at);
    return v_organization;
  end if;
  select o.* into v_organization from public.organizations o
    join public.memberships m on m.organization_id = o.id
  where o.id = p_organization and o.claimed_at is not null
    and m.person_id = p_person and m.role = 'administrator' and m.ended_at is null;
  if not found then
    raise exception 'not an administrator' using errcode = 'EN403';
  end if;
  return v_organization;
end $$
--> statement-breakpoint
revoke execute on function app.claimant from public
--> statement-breakpoint
-- Both consents are checked here and nowhere else has the right: the holder's in an offered, unexpired, unrevoked claim whose
-- token the caller knows; the organization's by one of its administrators (or the first one of a new organization).
-- Refusals: EN403 and EN409 with the reason as message, EN410 with unknown, revoked, expired, accepted or not-offered.
create function app.claim(p_partnership uuid, p_token_hash text, p_organization uuid, p_person uuid, p_at timestamptz, p_new jsonb)
returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_claim public.claims;
  v_room public.partnerships;
  v_organization public.organizations;
  v_keeper uuid;
begin
  if p_organization is null or app.organization() is distinct from p_organization then
    raise exception 'another organization' using errcode = 'EN403';
  end if;
  execute format('set local app.claiming = %L', p_partnership);
  select * into v_room from public.partnerships where id = p_partnership for update;
  select * into v_claim from public.claims where partnership_id = p_partnership and token_hash = p_token_hash for update;
  if v_claim.id is null then
    raise exception 'unknown' using errcode = 'EN410';
  elsif v_claim.accepted_at is not null or (case v_claim.side when 'a' then v_room.claimed_a else v_room.claimed_b end) is not null then
    raise exception 'accepted' using errcode = 'EN410';
  elsif v_claim.revoked_at is not null then
    raise exception 'revoked' using errcode = 'EN410';
  elsif v_claim.offered_at is null or v_claim.offered_by is null then
    raise exception 'not-offered' using errcode = 'EN410';
  elsif v_claim.expires_at <= p_at then
    raise exception 'expired' using errcode = 'EN410';
  elsif p_organization in (v_room.holder_a, v_room.holder_b) then
    raise exception 'own' using errcode = 'EN409';
  end if;
  v_keeper := case v_claim.side when 'a' then v_room.holder_a else v_room.holder_b end;
  v_organization := app.claimant(p_organization, p_person, v_keeper,
    case v_claim.side when 'a' then v_room.organization_a else v_room.organization_b end, p_at, p_new);
  if v_claim.side = 'a' then
    update public.partnerships set holder_a = p_organization, claimed_a = p_organization,
      name_a = v_organization.name, domain_a = v_organization.domain where id = p_partnership;
  else
    update public.partnerships set holder_b = p_organization, claimed_b = p_organization,
      name_b = v_organization.name, domain_b = v_organization.domain where id = p_partnership;
  end if;
  perform app.hand_over(p_partnership, v_claim.side, v_keeper, p_organization);
  -- Whoever recorded this side still knows its links: none of them may speak for the organization itself.
  update public.links set revoked_at = coalesce(revoked_at, p_at) where partnership_id = p_partnership and side = v_claim.side;
  update public.claims set accepted_at = p_at, accepted_by = p_person, claimed_by = p_organization
    where partnership_id = p_partnership and id = v_claim.id;
  update public.claims set revoked_at = p_at
    where partnership_id = p_partnership and side = v_claim.side and id <> v_claim.id and revoked_at is null;
  update public.today set counterpart_id = p_organization where partnership_id = p_partnership and organization_id = v_keeper;
  insert into public.audit (organization_id, id, at, person_id, action, subject, detail)
  select o, v_claim.id, p_at, p_person, 'partnership.claimed', p_partnership::text, jsonb_build_object('side', v_claim.side,
    'from', v_keeper, 'to', p_organization, 'offeredBy', v_claim.offered_by, 'requestedBy', v_claim.requested_by, 'email', v_claim.email,
    'recordedName', case v_claim.side when 'a' then v_room.name_a else v_room.name_b end)
  from unnest(array[v_keeper, p_organization]) as o;
  set local app.claiming = '';
  return jsonb_build_object('claim', v_claim.id, 'side', v_claim.side, 'keeper', v_keeper);
end $$
--> statement-breakpoint
revoke execute on function app.claim from public
--> statement-breakpoint
grant execute on function app.claim to entente_app
