-- What trust sees of a conversation once something is promised in it: one row, written with the act that changes it, so that a
-- number is read from here and never from the logs. customer and performer are parties as the log knows them.
create table commitments (
  partnership_id uuid not null,
  conversation_id text not null,
  customer text not null,
  performer text not null,
  kind text,
  promised_at timestamptz not null,
  due_at timestamptz not null,
  result text not null,
  settled_at timestamptz,
  silent_from timestamptz,
  stake numeric,
  unit text,
  recorded boolean not null,
  lifted_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint commitments_pkey primary key (partnership_id, conversation_id),
  constraint commitments_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint commitments_result check (result in ('open', 'kept', 'late', 'late-with-notice', 'reneged', 'failed', 'unconfirmed', 'excused', 'denied'))
) with (fillfactor = 80)
--> statement-breakpoint
-- Forced row-level security binds the owner too, who makes these rows from the conversations that are here already.
alter table conversations no force row level security
--> statement-breakpoint
insert into commitments (partnership_id, conversation_id, customer, performer, kind, promised_at, due_at, result, settled_at, silent_from,
  stake, unit, recorded, lifted_at, holder_a, holder_b)
select c.partnership_id, c.id, f #>> '{parties,customer}', f #>> '{parties,performer}', f #>> '{terms,terms,work}', (f #>> '{agreement,at}')::timestamptz,
  d.due, r.result,
  case when r.result in ('late', 'reneged', 'failed') then case when q.quiet and not coalesce(d.reported < d.owed, false) then least(d.owed, d.closed) else d.closed end
    when r.result not in ('open', 'denied') then d.closed end,
  case when r.result = 'open' and f ->> 'state' = 'performing' and q.quiet and not f ? 'pausedUntil' then d.owed end,
  (f #>> '{terms,terms,price,amount}')::numeric, f #>> '{terms,terms,price,unit}',
  exists (select 1 from jsonb_array_elements(f -> 'unconfirmed') u where u ->> 'act' = any(d.decisive)),
  (f #>> '{repair,forgiven,at}')::timestamptz, c.holder_a, c.holder_b
from conversations c
-- Parsed once for each row: without the offset every use below would parse it again.
cross join lateral (select c.folded::jsonb as f offset 0) j
cross join lateral (select (f #>> '{agreement,due,ends}')::timestamptz as due, (f #>> '{closing,at}')::timestamptz as closed,
  (f #>> '{report,at}')::timestamptz as reported,
  greatest((f #>> '{agreement,due,ends}')::timestamptz, (f ->> 'antecedentMetAt')::timestamptz) as owed,
  array[f #>> '{agreement,act}', case when f #>> '{terms,by}' = 'performer' then f #>> '{terms,act}' end,
    coalesce(f #>> '{report,act}', f #>> '{returns,-1,report,act}'), f #>> '{closing,act}'] as decisive) d
cross join lateral (select f -> 'returns' = '[]'::jsonb and not f ? 'atRisk'
  and (f #> '{terms,terms,antecedent}' is null or f ? 'antecedentMetAt') as quiet) q
cross join lateral (select case
  when exists (select 1 from jsonb_array_elements_text(f -> 'denied') u where u = any(d.decisive)) then 'denied'
  when not f ? 'closing' then 'open'
  when f #>> '{closing,outcome}' in ('satisfied', 'satisfied-with-waivers') then
    case f #>> '{closing,timing}' when 'late' then 'late' when 'late-with-notice' then 'late-with-notice' else 'kept' end
  when f #>> '{closing,outcome}' in ('reneged', 'failed', 'unconfirmed') then f #>> '{closing,outcome}'
  else 'excused' end as result) r
where f ? 'agreement'
--> statement-breakpoint
alter table conversations force row level security
--> statement-breakpoint
alter table commitments enable row level security
--> statement-breakpoint
alter table commitments force row level security
--> statement-breakpoint
create policy commitments_app on commitments to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy commitments_claim on commitments to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (customer, performer, kind, promised_at, due_at, result, settled_at, silent_from, stake, unit, recorded, lifted_at)
  on commitments to entente_app
--> statement-breakpoint
-- The mirror reads what happened in a stretch of time, room by room.
create index evidence_at on evidence (partnership_id, at)
--> statement-breakpoint
create index acts_at on acts (partnership_id, at)
--> statement-breakpoint
drop function app.append
--> statement-breakpoint
drop function app.open
--> statement-breakpoint
drop function app.append_beside
--> statement-breakpoint
-- As before, with the commitment beside the log.
create function app.append(
  p_partnership uuid, p_conversation text, p_expected text,
  p_act text, p_party uuid, p_seq integer, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamptz, p_bytes text,
  p_state text, p_outcome text, p_folded text, p_title text, p_due timestamptz, p_person_customer uuid, p_person_performer uuid,
  p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid
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
  perform app.append_beside(p_partnership, p_conversation, p_act, p_at, v_a, v_b, p_parts, p_evidence, p_commitment, p_today, p_outbox);
  return v_position;
end $$
--> statement-breakpoint
create function app.append_beside(
  p_partnership uuid, p_conversation text, p_act text, p_at timestamptz, p_a uuid, p_b uuid,
  p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb
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
  if p_commitment is not null then
    insert into commitments (partnership_id, conversation_id, customer, performer, kind, promised_at, due_at, result, settled_at, silent_from,
      stake, unit, recorded, lifted_at, holder_a, holder_b)
    select p_partnership, p_conversation, r.customer, r.performer, r.kind, r.promised_at, r.due_at, r.result, r.settled_at, r.silent_from,
      r.stake, r.unit, r.recorded, r.lifted_at, p_a, p_b
    from jsonb_to_record(p_commitment) as r(customer text, performer text, kind text, promised_at timestamptz, due_at timestamptz, result text,
      settled_at timestamptz, silent_from timestamptz, stake numeric, unit text, recorded boolean, lifted_at timestamptz)
    on conflict on constraint commitments_pkey do update set customer = excluded.customer, performer = excluded.performer, kind = excluded.kind,
      promised_at = excluded.promised_at, due_at = excluded.due_at, result = excluded.result, settled_at = excluded.settled_at,
      silent_from = excluded.silent_from, stake = excluded.stake, unit = excluded.unit, recorded = excluded.recorded, lifted_at = excluded.lifted_at;
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
--> statement-breakpoint
create function app.open(
  p_partnership uuid, p_conversation text, p_thread uuid, p_import uuid, p_customer_side text, p_title text,
  p_party uuid, p_speaker text, p_kind text, p_via text, p_author uuid, p_recorder uuid, p_at timestamptz, p_bytes text,
  p_state text, p_folded text, p_due timestamptz, p_person_customer uuid, p_person_performer uuid,
  p_parts jsonb, p_evidence jsonb, p_commitment jsonb, p_today jsonb, p_outbox jsonb, p_holder_a uuid, p_holder_b uuid
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
  perform app.append_beside(p_partnership, p_conversation, p_conversation, p_at, v_a, v_b, p_parts, p_evidence, p_commitment, p_today, p_outbox);
  return 1;
end $$
--> statement-breakpoint
grant execute on function app.append, app.append_beside, app.open to entente_app
