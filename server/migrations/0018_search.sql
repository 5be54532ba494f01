-- Search: every searched table keeps the words of its own row beside it, found by a GIN index. Decision 0024 says why app.search runs as
-- the owner: below row-level security no index may answer `@@`, which is not leakproof.
--
-- Text as it is compared: without capitals and accents, and without the signs that would make one word of several (addresses, paths, signed
-- numbers). translate looks through its whole list for each letter, so text of ASCII alone goes a shorter way.
create function app.plain(t text) returns text language sql immutable parallel safe
  return case when octet_length(t) = char_length(t) then translate(lower(left(t, 40000)), './-_@<&+~', repeat(' ', 9))
    else translate(replace(regexp_replace(lower(normalize(left(t, 40000), nfkd)), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'),
      U&'\00F8\0111\0142\0131./-_@<&+~\00AB\00BB\00BF\00A1\2013\2014\2018\2019\201C\201D\2022\00B7',
      'odli' || repeat(' ', 21)) end
--> statement-breakpoint
-- Whose row it is stands among its words too, so that the index itself leaves out everybody else's. No word of a text begins with "@".
create function app.holder_word(o uuid) returns text language sql immutable parallel safe
  return '@' || right(o::text, 12)
--> statement-breakpoint
create function app.words(t text, a uuid, b uuid) returns tsvector language sql immutable parallel safe
  return strip(to_tsvector('simple'::regconfig, app.plain(t))) || array_to_tsvector(array[app.holder_word(a), app.holder_word(b)])
--> statement-breakpoint
-- What is asked for. Words longer than p_whole letters count as beginnings of words, shorter ones as whole words: a single letter begins
-- half of all words there are. Two signs of a script such as Chinese are longer than they look.
create function app.asked(t text, p_whole integer) returns tsquery language sql immutable parallel safe
  return (select string_agg('''' || replace(replace(w, '\', '\\'), '''', '''''') || case when length(w) > p_whole or octet_length(w) > 2 * p_whole then ''':*' else '''' end, ' & ')::tsquery
    from unnest(tsvector_to_array(to_tsvector('simple'::regconfig, app.plain(t)))) as w)
--> statement-breakpoint
create function app.bare(t text) returns text language sql immutable parallel safe
  return btrim(app.plain(t))
--> statement-breakpoint
create function app.joined(t text[]) returns text language sql immutable parallel safe
  return coalesce(array_to_string(t, ' '), '')
--> statement-breakpoint
-- How near a title is to what was asked: 0 the same, 1 begins with it, 2 holds its words.
create function app.closeness(p_title text, p_asked text) returns integer language sql immutable parallel safe
  return case when not starts_with(app.bare(p_title), p_asked) then 2 when app.bare(p_title) = p_asked then 0 else 1 end
--> statement-breakpoint
-- True in app.search and nowhere else. Said to be immutable so that it is a constant when a statement is planned: a policy that is not
-- constantly true would keep the index from being used. The statements of app.search are planned inside of it, all others outside.
create function app.searching() returns boolean language plpgsql immutable parallel safe as $$
begin
  return coalesce(current_setting('app.searching', true), '') = 'on';
end $$
--> statement-breakpoint
alter table partnerships
  add column findable_a tsvector generated always as (app.words(name_a || ' ' || coalesce(domain_a, ''), holder_a, holder_b)) stored,
  add column findable_b tsvector generated always as (app.words(name_b || ' ' || coalesce(domain_b, ''), holder_a, holder_b)) stored
--> statement-breakpoint
alter table memberships
  add column findable tsvector generated always as (app.words(name || ' ' || email, organization_id, organization_id)) stored
--> statement-breakpoint
alter table people add column findable tsvector generated always as (
  app.words(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(title, '') || ' ' || coalesce(newcomer_name, '') || ' ' || coalesce(function, '') || ' ' || app.joined(topics), holder_a, holder_b)) stored
--> statement-breakpoint
alter table conversations add column findable tsvector generated always as (app.words(title, holder_a, holder_b)) stored
--> statement-breakpoint
alter table parts add column findable tsvector generated always as (app.words(text, holder_a, holder_b)) stored
--> statement-breakpoint
alter table threads add column findable tsvector generated always as (app.words(subject, holder_a, holder_b)) stored
--> statement-breakpoint
alter table messages add column findable tsvector generated always as (app.words(text, holder_a, holder_b)) stored
--> statement-breakpoint
alter table notes add column findable tsvector generated always as (app.words(text, organization_id, organization_id)) stored
--> statement-breakpoint
alter table needs_offers add column findable tsvector generated always as (
  app.words(title || ' ' || detail || ' ' || coalesce(source_words, '') || ' ' || app.joined(skills), organization_id, organization_id)) stored
--> statement-breakpoint
-- A row of disclosures holds what was told and nothing else, so its words are no more than that either.
alter table disclosures add column findable tsvector generated always as (app.words(coalesce(title, '') || ' ' || coalesce(detail, '') || ' ' || app.joined(skills), holder_a, holder_b)) stored
--> statement-breakpoint
alter table interviews add column findable tsvector generated always as (app.words(guide_title || ' ' || coalesce(place, ''), organization_id, organization_id)) stored
--> statement-breakpoint
alter table points add column findable tsvector generated always as (app.words(text || ' ' || coalesce(settled_words, ''), organization_id, organization_id)) stored
--> statement-breakpoint
alter table readbacks add column findable tsvector generated always as (app.words(words || ' ' || coalesce(answer_words, ''), holder_a, holder_b)) stored
--> statement-breakpoint
alter table readback_points add column findable tsvector generated always as (app.words(text || ' ' || coalesce(correction, ''), holder_a, holder_b)) stored
--> statement-breakpoint
create index partnerships_findable_a on partnerships using gin (findable_a)
--> statement-breakpoint
create index partnerships_findable_b on partnerships using gin (findable_b)
--> statement-breakpoint
create index people_findable on people using gin (findable)
--> statement-breakpoint
create index conversations_findable on conversations using gin (findable)
--> statement-breakpoint
create index parts_findable on parts using gin (findable)
--> statement-breakpoint
create index threads_findable on threads using gin (findable)
--> statement-breakpoint
create index messages_findable on messages using gin (findable)
--> statement-breakpoint
create index notes_findable on notes using gin (findable)
--> statement-breakpoint
create index needs_offers_findable on needs_offers using gin (findable)
--> statement-breakpoint
create index disclosures_findable on disclosures using gin (findable)
--> statement-breakpoint
create index interviews_findable on interviews using gin (findable)
--> statement-breakpoint
create index points_findable on points using gin (findable)
--> statement-breakpoint
create index readbacks_findable on readbacks using gin (findable)
--> statement-breakpoint
create index readback_points_findable on readback_points using gin (findable)
--> statement-breakpoint
-- The newest messages and threads of an organization, in which a frequent word is found at once.
create index messages_holder_a on messages (holder_a, id desc)
--> statement-breakpoint
create index messages_holder_b on messages (holder_b, id desc)
--> statement-breakpoint
create index threads_holder_a on threads (holder_a, id desc)
--> statement-breakpoint
create index threads_holder_b on threads (holder_b, id desc)
--> statement-breakpoint
create policy partnerships_search on partnerships for select to current_user using (app.searching())
--> statement-breakpoint
create policy people_search on people for select to current_user using (app.searching())
--> statement-breakpoint
create policy conversations_search on conversations for select to current_user using (app.searching())
--> statement-breakpoint
create policy parts_search on parts for select to current_user using (app.searching())
--> statement-breakpoint
create policy threads_search on threads for select to current_user using (app.searching())
--> statement-breakpoint
create policy messages_search on messages for select to current_user using (app.searching())
--> statement-breakpoint
create policy notes_search on notes for select to current_user using (app.searching())
--> statement-breakpoint
create policy needs_offers_search on needs_offers for select to current_user using (app.searching())
--> statement-breakpoint
create policy disclosures_search on disclosures for select to current_user using (app.searching())
--> statement-breakpoint
create policy interviews_search on interviews for select to current_user using (app.searching())
--> statement-breakpoint
create policy points_search on points for select to current_user using (app.searching())
--> statement-breakpoint
create policy readbacks_search on readbacks for select to current_user using (app.searching())
--> statement-breakpoint
create policy readback_points_search on readback_points for select to current_user using (app.searching())
--> statement-breakpoint
-- Partners, their people, and our own. Of many the shortest come first: nearest to a name that is typed, and cheaper to know than how near.
create function app.search_names(p_org uuid, p_bare text, p_all tsquery, p_mine tsquery)
returns table (kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamptz)
language plpgsql set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    select 'partner', f.id, f.id::text, null::text, least(app.closeness(f.name, p_bare), app.closeness(coalesce(f.domain, ''), p_bare)), f.created_at
    from (select f.* from (select p.id, p.created_at, p.holder_a, p.holder_b,
        case when p.claimed_b = p_org then p.name_a else p.name_b end as name,
        case when p.claimed_b = p_org then p.domain_a else p.domain_b end as domain,
        case when p.claimed_b = p_org then p.findable_a else p.findable_b end as findable
      from partnerships p where p.findable_a @@ p_mine or p.findable_b @@ p_mine limit 200) f
      where p_org in (f.holder_a, f.holder_b) and f.findable @@ p_all order by length(f.findable), f.created_at desc, f.id limit 60) f;
  return query
    select 'person', f.partnership_id, f.id::text, null::text, app.closeness(coalesce(f.name, ''), p_bare), f.created_at
    from (select f.* from (select p.* from people p where p.findable @@ p_mine limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by length(f.findable), f.created_at desc, f.id limit 100) f
    join partnerships r on r.id = f.partnership_id
    where f.person_id is null or f.side <> case when r.claimed_b = p_org then 'b' else 'a' end;
  return query
    select 'member', null::uuid, m.person_id::text, null::text, app.closeness(m.name, p_bare), m.joined_at
    from memberships m where m.organization_id = p_org and m.ended_at is null and m.findable @@ p_all
    limit 600;
end $$
--> statement-breakpoint
-- What both sides see. The newest rows are looked through first: a word that is everywhere is found there at once, one that is not is rare,
-- and then the index is quick.
create function app.search_room(p_org uuid, p_bare text, p_all tsquery, p_text tsquery, p_mine_all tsquery, p_mine_text tsquery, p_most integer)
returns table (kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamptz)
language plpgsql set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_found bigint;
begin
  return query
    select 'conversation', f.partnership_id, f.id, null::text, app.closeness(f.title, p_bare), f.opened_at from (
      (select * from (select c.* from conversations c where c.holder_a = p_org order by c.opened_at desc limit 400) n
        where n.findable @@ p_all order by n.opened_at desc limit 24)
      union all
      (select * from (select c.* from conversations c where c.holder_b = p_org order by c.opened_at desc limit 400) n
        where n.findable @@ p_all and n.holder_a <> p_org order by n.opened_at desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'conversation', f.partnership_id, f.id, null::text, app.closeness(f.title, p_bare), f.opened_at
      from (select c.* from conversations c where c.findable @@ p_mine_all limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.opened_at desc limit 24;
  end if;
  return query
    select 'conversation', f.partnership_id, f.conversation_id, f.commitment, 3, f.opened_at from (
      (select * from (select p.*, n.opened_at, p_org as holder_a from (select c.partnership_id, c.id, c.opened_at from conversations c where c.holder_a = p_org order by c.opened_at desc limit 250) n
        join lateral (select p.conversation_id, p.commitment, p.partnership_id, p.findable from parts p
          where p.partnership_id = n.partnership_id and p.conversation_id = n.id limit 50) p on true) g
        where g.findable @@ p_text limit 24)
      union all
      (select * from (select p.*, n.opened_at, n.holder_a from (select c.partnership_id, c.id, c.opened_at, c.holder_a from conversations c where c.holder_b = p_org order by c.opened_at desc limit 250) n
        join lateral (select p.conversation_id, p.commitment, p.partnership_id, p.findable from parts p
          where p.partnership_id = n.partnership_id and p.conversation_id = n.id limit 50) p on true) g
        where g.findable @@ p_text and g.holder_a <> p_org limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'conversation', f.partnership_id, f.conversation_id, f.commitment, 3, c.opened_at
      from (select p.* from parts p where p.findable @@ p_mine_text limit 200) f
      join conversations c on c.partnership_id = f.partnership_id and c.id = f.conversation_id
      where p_org in (f.holder_a, f.holder_b) order by c.opened_at desc limit 24;
  end if;
  return query
    select 'thread', f.partnership_id, f.id::text, null::text, app.closeness(f.subject, p_bare), f.last_at from (
      (select * from (select t.* from threads t where t.holder_a = p_org order by t.id desc limit 400) n
        where n.findable @@ p_all order by n.id desc limit 24)
      union all
      (select * from (select t.* from threads t where t.holder_b = p_org order by t.id desc limit 400) n
        where n.findable @@ p_all and n.holder_a <> p_org order by n.id desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'thread', f.partnership_id, f.id::text, null::text, app.closeness(f.subject, p_bare), f.last_at
      from (select t.* from threads t where t.findable @@ p_mine_all limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.id desc limit 24;
  end if;
  return query
    select 'thread', f.partnership_id, f.thread_id::text, f.id::text, 3, f.at from (
      (select * from (select m.* from messages m where m.holder_a = p_org order by m.id desc limit 400) n
        where n.findable @@ p_text order by n.id desc limit 24)
      union all
      (select * from (select m.* from messages m where m.holder_b = p_org order by m.id desc limit 400) n
        where n.findable @@ p_text and n.holder_a <> p_org order by n.id desc limit 24)) f;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'thread', f.partnership_id, f.thread_id::text, f.id::text, 3, f.at
      from (select m.* from messages m where m.findable @@ p_mine_text limit 200) f
      where p_org in (f.holder_a, f.holder_b) order by f.id desc limit 24;
  end if;
  return query
    select 'need', f.partnership_id, f.id::text, 'disclosed', app.closeness(f.title, p_bare), f.disclosed_at
    from (select d.* from disclosures d where d.findable @@ p_mine_all limit 100) f
    join partnerships r on r.id = f.partnership_id
    where p_org in (f.holder_a, f.holder_b) and f.title is not null and f.side <> case when r.claimed_b = p_org then 'b' else 'a' end
    order by f.disclosed_at desc limit 24;
  return query
    select 'readback', f.partnership_id, f.id::text, null::text, 3, f.sent_at
    from (select r.* from readbacks r where r.findable @@ p_mine_text limit 100) f
    where p_org in (f.holder_a, f.holder_b) order by f.sent_at desc limit 24;
  return query
    select 'readback', f.partnership_id, f.readback_id::text, f.id::text, 3, r.sent_at
    from (select p.* from readback_points p where p.findable @@ p_mine_text limit 100) f
    join readbacks r on r.partnership_id = f.partnership_id and r.id = f.readback_id
    where p_org in (f.holder_a, f.holder_b) order by r.sent_at desc limit 24;
end $$
--> statement-breakpoint
-- What is one organization's own.
create function app.search_own(p_org uuid, p_bare text, p_all tsquery, p_text tsquery, p_mine_all tsquery, p_mine_text tsquery, p_most integer)
returns table (kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamptz)
language plpgsql set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_found bigint;
begin
  return query
    select 'need', f.partnership_id, f.id::text, 'own', app.closeness(f.title, p_bare), f.created_at
    from (select * from needs_offers n where n.organization_id = p_org order by n.id desc limit 400) f
    where f.findable @@ p_all order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'need', f.partnership_id, f.id::text, 'own', app.closeness(f.title, p_bare), f.created_at
      from (select n.* from needs_offers n where n.findable @@ p_mine_all limit 200) f
      where f.organization_id = p_org order by f.id desc limit 24;
  end if;
  return query
    select 'note', f.partnership_id, f.id::text, null::text, 3, f.created_at
    from (select * from notes n where n.organization_id = p_org order by n.id desc limit 400) f
    where f.findable @@ p_text order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'note', f.partnership_id, f.id::text, null::text, 3, f.created_at
      from (select n.* from notes n where n.findable @@ p_mine_text limit 200) f
      where f.organization_id = p_org order by f.id desc limit 24;
  end if;
  return query
    select 'interview', f.partnership_id, f.id::text, null::text, app.closeness(f.guide_title, p_bare), f.created_at
    from (select i.* from interviews i where i.findable @@ p_mine_text limit 100) f
    where f.organization_id = p_org order by f.id desc limit 24;
  return query
    select 'interview', i.partnership_id, f.interview_id::text, f.id::text, 3, f.created_at
    from (select * from points p where p.organization_id = p_org order by p.id desc limit 400) f
    join interviews i on i.organization_id = p_org and i.id = f.interview_id
    where f.findable @@ p_text and f.dropped_at is null order by f.id desc limit 24;
  get diagnostics v_found = row_count;
  if v_found < p_most then
    return query
      select 'interview', i.partnership_id, f.interview_id::text, f.id::text, 3, f.created_at
      from (select p.* from points p where p.findable @@ p_mine_text limit 200) f
      join interviews i on i.organization_id = p_org and i.id = f.interview_id
      where f.organization_id = p_org and f.dropped_at is null order by f.id desc limit 24;
  end if;
end $$
--> statement-breakpoint
-- What the entered organization may see and what was asked for is in: keys only, so many of each kind at most, the nearest and newest first. What they
-- say is read behind it, under row-level security.
create function app.search(p_query text, p_most integer)
returns table (kind text, partnership_id uuid, id text, place text, closeness integer, newest timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
declare
  v_org uuid := app.organization();
  v_bare text := app.bare(p_query);
  v_all tsquery := app.asked(p_query, 0);
  v_text tsquery := app.asked(p_query, 2);
  v_mine tsquery;
begin
  if v_org is null or v_all is null then
    return;
  end if;
  set local app.searching = 'on';
  v_mine := ('''' || app.holder_word(v_org) || '''')::tsquery;
  return query
    select f.kind, f.partnership_id, f.id, f.place, f.closeness, f.newest
    from (select n.*, row_number() over (partition by n.kind order by n.closeness, n.newest desc, n.id) as rank
      from (select distinct on (a.kind, a.id) a.* from (
          select * from app.search_names(v_org, v_bare, v_all, v_all && v_mine)
          union all select * from app.search_room(v_org, v_bare, v_all, v_text, v_all && v_mine, v_text && v_mine, p_most)
          union all select * from app.search_own(v_org, v_bare, v_all, v_text, v_all && v_mine, v_text && v_mine, p_most)) a
        order by a.kind, a.id, a.closeness, a.newest desc, a.place) n) f
    where f.rank <= p_most order by f.kind, f.rank;
  set local app.searching = '';
end $$
--> statement-breakpoint
revoke execute on function app.search, app.search_names, app.search_room, app.search_own from public
--> statement-breakpoint
grant execute on function app.search to entente_app
