-- A side that was handed over has no row of its own any more: what stood there before has to go with the act.
create or replace function app.append_beside(
  p_partnership uuid, p_conversation text, p_act text, p_at timestamptz, p_a uuid, p_b uuid,
  p_parts jsonb, p_evidence jsonb, p_today jsonb, p_outbox jsonb
) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if p_parts is not null then
    insert into parts (partnership_id, conversation_id, commitment, name, salt, text, file_id, holder_a, holder_b)
    select p_partnership, p_conversation, r.commitment, r.name, r.salt, r.text, r.file_id, p_a, p_b
    from jsonb_to_recordset(p_parts) as r(commitment text, name text, salt text, text text, file_id uuid)
    on conflict on constraint parts_pkey do nothing;
    if jsonb_path_exists(p_parts, '$[*].file_id ? (@ != null)') then
      update files set attached_at = p_at
      where partnership_id = p_partnership and attached_at is null
        and id in (select r.file_id from jsonb_to_recordset(p_parts) as r(file_id uuid) where r.file_id is not null);
    end if;
  end if;
  if p_evidence is not null then
    insert into evidence (partnership_id, conversation_id, act_id, n, at, kind, about, via, facts, holder_a, holder_b)
    select p_partnership, p_conversation, r.act_id, r.n, r.at, r.kind, r.about, r.via, r.facts, p_a, p_b
    from jsonb_to_recordset(p_evidence) as r(act_id text, n smallint, at timestamptz, kind text, about text, via text, facts jsonb);
  end if;
  if p_today is null or jsonb_array_length(p_today) < (case when p_a = p_b then 1 else 2 end) then
    delete from today where organization_id in (p_a, p_b) and partnership_id = p_partnership and conversation_id = p_conversation
      and (p_today is null or not exists (select 1 from jsonb_to_recordset(p_today) as r(organization_id uuid) where r.organization_id = today.organization_id));
  end if;
  if p_today is not null then
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
