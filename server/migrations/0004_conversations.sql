-- The projection of one conversation's log: folded is what `apply` made of it, exactly as the protocol package wrote it.
-- Columns that change with every act carry no index, so that an append stays a heap-only update.
create table conversations (
  partnership_id uuid not null,
  id text not null,
  thread_id uuid,
  import_id uuid,
  customer_side text not null,
  person_customer uuid,
  person_performer uuid,
  title text not null,
  state text not null,
  outcome text,
  head text not null,
  length integer not null,
  folded text not null,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  due_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint conversations_pkey primary key (partnership_id, id),
  constraint conversations_customer_side check (customer_side in ('a', 'b')),
  constraint conversations_state check (state in ('negotiating', 'performing', 'reported', 'disputed', 'closed'))
) with (fillfactor = 70)
--> statement-breakpoint
create index conversations_opened on conversations (partnership_id, opened_at desc, id)
--> statement-breakpoint
create index conversations_holder_a on conversations (holder_a, opened_at desc, id)
--> statement-breakpoint
create index conversations_holder_b on conversations (holder_b, opened_at desc, id)
--> statement-breakpoint
create index conversations_import on conversations (partnership_id, import_id) where import_id is not null
--> statement-breakpoint
alter table conversations enable row level security
--> statement-breakpoint
alter table conversations force row level security
--> statement-breakpoint
create policy conversations_read on conversations for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy conversations_open on conversations for insert to entente_app
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy conversations_move on conversations for update to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
-- Only what one organization imported and still holds alone can be taken back; a shared record is never deleted.
create policy conversations_undo on conversations for delete to entente_app
  using (import_id is not null and holder_a = app.organization() and holder_b = app.organization())
--> statement-breakpoint
grant select, insert, delete, update (head, length, state, outcome, folded, title, due_at, last_at, person_customer, person_performer) on conversations to entente_app
--> statement-breakpoint
-- The log. bytes are the canonical bytes that were hashed; nothing updates or deletes a row here.
create table acts (
  partnership_id uuid not null,
  conversation_id text not null,
  position integer not null,
  id text not null,
  party uuid not null,
  seq integer not null,
  speaker text not null,
  kind text not null,
  via text not null,
  author uuid not null,
  recorded_by uuid,
  at timestamptz not null,
  bytes text not null,
  void text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint acts_pkey primary key (partnership_id, conversation_id, position),
  constraint acts_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint acts_id_key unique (partnership_id, id),
  constraint acts_speaker check (speaker in ('customer', 'performer', 'newcomer')),
  constraint acts_via check (via in ('session', 'link', 'recorded'))
)
--> statement-breakpoint
alter table acts enable row level security
--> statement-breakpoint
alter table acts force row level security
--> statement-breakpoint
create policy acts_app on acts to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert on acts to entente_app
--> statement-breakpoint
-- A file is private to the side that uploaded it until an act attaches it.
create table files (
  partnership_id uuid not null,
  id uuid not null,
  uploader uuid not null,
  name text not null,
  media text not null,
  size integer not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null,
  attached_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint files_pkey primary key (partnership_id, id),
  constraint files_name_length check (char_length(name) between 1 and 255)
)
--> statement-breakpoint
alter table files enable row level security
--> statement-breakpoint
alter table files force row level security
--> statement-breakpoint
create policy files_app on files to entente_app
  using ((holder_a = app.organization() or holder_b = app.organization()) and (attached_at is not null or uploader = app.organization()))
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert, update (attached_at) on files to entente_app
--> statement-breakpoint
-- Content beside the log, with the salt that ties it to its commitment. Erasing text, file and salt leaves the log verifiable.
create table parts (
  partnership_id uuid not null,
  conversation_id text not null,
  commitment text not null,
  name text not null,
  salt text,
  text text,
  file_id uuid,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint parts_pkey primary key (partnership_id, conversation_id, commitment),
  constraint parts_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint parts_file_fkey foreign key (partnership_id, file_id) references files (partnership_id, id)
)
--> statement-breakpoint
alter table parts enable row level security
--> statement-breakpoint
alter table parts force row level security
--> statement-breakpoint
create policy parts_app on parts to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert on parts to entente_app
--> statement-breakpoint
-- What a link act says, found from either end. The other conversation may lie in another room of the same organization;
-- whoever cannot see that room sees nothing of it.
create table relations (
  partnership_id uuid not null,
  conversation_id text not null,
  relation text not null,
  other_id text not null,
  other_partnership_id uuid not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint relations_pkey primary key (partnership_id, conversation_id, relation, other_id),
  constraint relations_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint relations_kind check (relation in ('supports', 'exchange'))
)
--> statement-breakpoint
create index relations_other on relations (other_partnership_id, other_id)
--> statement-breakpoint
alter table relations enable row level security
--> statement-breakpoint
alter table relations force row level security
--> statement-breakpoint
create policy relations_app on relations to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert on relations to entente_app
--> statement-breakpoint
create table evidence (
  partnership_id uuid not null,
  conversation_id text not null,
  act_id text not null,
  n smallint not null,
  at timestamptz not null,
  kind text not null,
  about text not null,
  via text not null,
  facts jsonb not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint evidence_pkey primary key (partnership_id, conversation_id, act_id, n),
  constraint evidence_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint evidence_about check (about in ('customer', 'performer'))
)
--> statement-breakpoint
alter table evidence enable row level security
--> statement-breakpoint
alter table evidence force row level security
--> statement-breakpoint
create policy evidence_app on evidence to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert, update (via) on evidence to entente_app
--> statement-breakpoint
-- Today: one row for each open conversation and each organization that takes part in it. Written with the act by
-- whichever organization spoke, so the row names both holders; the index, not the history, bounds the page.
create table today (
  organization_id uuid not null,
  conversation_id text not null,
  partnership_id uuid not null,
  counterpart_id uuid not null,
  mine boolean not null,
  role text not null,
  waits_for text not null,
  person_id uuid,
  move_by timestamptz not null,
  since timestamptz not null,
  last_at timestamptz not null,
  due_at timestamptz,
  lapses_at timestamptz,
  constraint today_pkey primary key (organization_id, partnership_id, conversation_id),
  constraint today_role check (role in ('customer', 'performer'))
)
--> statement-breakpoint
create index today_moves on today (organization_id, mine, move_by, conversation_id)
--> statement-breakpoint
create index today_person_moves on today (organization_id, person_id, mine, move_by, conversation_id)
--> statement-breakpoint
create index today_quiet on today (organization_id, last_at, conversation_id)
--> statement-breakpoint
create index today_person_quiet on today (organization_id, person_id, last_at, conversation_id)
--> statement-breakpoint
create index today_due on today (organization_id, due_at, conversation_id) where due_at is not null
--> statement-breakpoint
create index today_person_due on today (organization_id, person_id, due_at, conversation_id) where due_at is not null
--> statement-breakpoint
alter table today enable row level security
--> statement-breakpoint
alter table today force row level security
--> statement-breakpoint
create policy today_app on today to entente_app
  using (organization_id = app.organization() or counterpart_id = app.organization())
  with check (organization_id = app.organization() or counterpart_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on today to entente_app
--> statement-breakpoint
-- Written in the act's own transaction; the relay turns rows into jobs, once each, by id.
create table outbox (
  partnership_id uuid not null,
  id uuid not null,
  name text not null,
  payload jsonb not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint outbox_pkey primary key (partnership_id, id)
)
--> statement-breakpoint
alter table outbox enable row level security
--> statement-breakpoint
alter table outbox force row level security
--> statement-breakpoint
create policy outbox_app on outbox to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy outbox_worker on outbox to entente_worker using (true)
--> statement-breakpoint
grant insert on outbox to entente_app
--> statement-breakpoint
grant select, delete on outbox to entente_worker
--> statement-breakpoint
-- What somebody is typing, kept as typed until they send or discard it.
create table drafts (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  content jsonb not null,
  updated_at timestamptz not null,
  constraint drafts_pkey primary key (organization_id, person_id, key),
  constraint drafts_key_length check (char_length(key) <= 200)
)
--> statement-breakpoint
alter table drafts enable row level security
--> statement-breakpoint
alter table drafts force row level security
--> statement-breakpoint
create policy drafts_app on drafts to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on drafts to entente_app
