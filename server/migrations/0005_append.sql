-- One act, one call: the expected head is checked by the update itself, so of two people acting at once one wins and the
-- other gets SQLSTATE EN409. Everything the act leaves behind commits with it. Rows are given by the server, which folded
-- the log; the holders are copied from the conversation's own row, never taken from the caller. The caller names those it
-- saw, as it names the head: where a side changed hands meanwhile, what it decided no longer holds.
create function app.append(
  p_partnership uuid, p_conversation text, p_expected text,
  p_act text, p_party uuid, p_seq integer, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamptz, p_bytes text,
  p_state text, p_outcome text, p_folded text, p_title text, p_due timestamptz, p_person_customer uuid, p_person_performer uuid,
  p_parts jsonb, p_evidence jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid
) returns integer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_position integer;
  v_a uuid;
  v_b uuid;
begin
  update conversations set head = p_act, length = length + 1, state = p_state, outcome = p_outcome, folded = p_folded,
    title = coalesce(p_title, title), due_at = p_due, last_at = p_at, person_customer = p_person_customer, person_performer = p_person_performer
  where partnership_id = p_partnership and id = p_conversation and head = p_expected and holder_a = p_holder_a and holder_b = p_holder_b
  returning length, holder_a, holder_b into v_position, v_a, v_b;
  if not found then
    raise exception 'the conversation has moved on' using errcode = 'EN409';
  end if;
  insert into acts (partnership_id, conversation_id, position, id, party, seq, speaker, kind, via, author, recorded_by, at, bytes, holder_a, holder_b)
  values (p_partnership, p_conversation, v_position, p_act, p_party, p_seq, p_speaker, p_kind, p_via, p_author, p_recorder, p_at, p_bytes, v_a, v_b);
  perform app.append_beside(p_partnership, p_conversation, p_act, p_at, v_a, v_b, p_parts, p_evidence, p_today, p_outbox);
  return v_position;
end $$
--> statement-breakpoint
-- What an act leaves beside the log: content, evidence, whose move it is now, and what has to be told to whom.
create function app.append_beside(
  p_partnership uuid, p_conversation text, p_act text, p_at timestamptz, p_a uuid, p_b uuid,
  p_parts jsonb, p_evidence jsonb, p_today jsonb, p_outbox jsonb
) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if p_parts is not null then
    insert into parts (partnership_id, conversation_id, commitment, name, salt, text, file_id, holder_a, holder_b)
    select p_partnership, p_conversation, r.commitment, r.name, r.salt, r.text, r.file_id, p_a, p_b
    from jsonb_to_recordset(p_parts) as r(commitment text, name text, salt text, text text, file_id uuid)
    on conflict on constraint parts_pkey do nothing;
    update files set attached_at = p_at
    where partnership_id = p_partnership and attached_at is null
      and id in (select r.file_id from jsonb_to_recordset(p_parts) as r(file_id uuid) where r.file_id is not null);
  end if;
  if p_evidence is not null then
    insert into evidence (partnership_id, conversation_id, act_id, n, at, kind, about, via, facts, holder_a, holder_b)
    select p_partnership, p_conversation, r.act_id, r.n, r.at, r.kind, r.about, r.via, r.facts, p_a, p_b
    from jsonb_to_recordset(p_evidence) as r(act_id text, n smallint, at timestamptz, kind text, about text, via text, facts jsonb);
  end if;
  if p_today is null then
    delete from today where organization_id in (p_a, p_b) and partnership_id = p_partnership and conversation_id = p_conversation;
  else
    insert into today (organization_id, partnership_id, conversation_id, counterpart_id, mine, role, waits_for, person_id, move_by, since, last_at, due_at, lapses_at)
    select r.organization_id, p_partnership, p_conversation, r.counterpart_id, r.mine, r.role, r.waits_for,
      (select p.person_id from people p where p.partnership_id = p_partnership and p.id = r.person), r.move_by, p_at, p_at, r.due_at, r.lapses_at
    from jsonb_to_recordset(p_today) as r(organization_id uuid, counterpart_id uuid, mine boolean, role text, waits_for text, person uuid,
      move_by timestamptz, due_at timestamptz, lapses_at timestamptz)
    on conflict on constraint today_pkey do update set counterpart_id = excluded.counterpart_id, mine = excluded.mine, role = excluded.role,
      waits_for = excluded.waits_for, person_id = excluded.person_id, move_by = excluded.move_by,
      since = case when today.mine = excluded.mine then today.since else excluded.since end, last_at = excluded.last_at, due_at = excluded.due_at,
      lapses_at = excluded.lapses_at;
  end if;
  if p_outbox is not null then
    insert into outbox (partnership_id, id, name, payload, at, holder_a, holder_b)
    select p_partnership, r.id, r.name, r.payload, p_at, p_a, p_b
    from jsonb_to_recordset(p_outbox) as r(id uuid, name text, payload jsonb);
  end if;
end $$
--> statement-breakpoint
-- The opening act creates the conversation it opens. The holders come from the partnership.
create function app.open(
  p_partnership uuid, p_conversation text, p_thread uuid, p_import uuid, p_customer_side text, p_title text,
  p_party uuid, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamptz, p_bytes text,
  p_state text, p_folded text, p_due timestamptz, p_person_customer uuid, p_person_performer uuid,
  p_parts jsonb, p_evidence jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid
) returns integer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_a uuid;
  v_b uuid;
begin
  select holder_a, holder_b into v_a, v_b from partnerships where id = p_partnership for share;
  if not found then
    raise exception 'no such partnership' using errcode = 'EN404';
  elsif v_a <> p_holder_a or v_b <> p_holder_b then
    raise exception 'a side has changed hands' using errcode = 'EN409';
  end if;
  insert into conversations (partnership_id, id, thread_id, import_id, customer_side, person_customer, person_performer, title, state, head, length,
    folded, opened_at, last_at, due_at, holder_a, holder_b)
  values (p_partnership, p_conversation, p_thread, p_import, p_customer_side, p_person_customer, p_person_performer, p_title, p_state, p_conversation, 1,
    p_folded, p_at, p_at, p_due, v_a, v_b);
  insert into acts (partnership_id, conversation_id, position, id, party, seq, speaker, kind, via, author, recorded_by, at, bytes, holder_a, holder_b)
  values (p_partnership, p_conversation, 1, p_conversation, p_party, 1, p_speaker, p_kind, p_via, p_author, p_recorder, p_at, p_bytes, v_a, v_b);
  perform app.append_beside(p_partnership, p_conversation, p_conversation, p_at, v_a, v_b, p_parts, p_evidence, p_today, p_outbox);
  return 1;
end $$
--> statement-breakpoint
grant execute on function app.append, app.append_beside, app.open to entente_app
