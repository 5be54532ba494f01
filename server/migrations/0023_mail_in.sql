-- Mails that arrived for an organization, and what became of them. The id is made of the organization and the mail, so that the
-- same mail arriving again is known. Private to the organization in whose scope the mail was taken. The organization of all
-- zeros is the server itself, for mails that belong to nobody: of these only who refused them and why is kept.
-- state: new (stored, not yet looked at), landed, held (somebody has to decide), ignored (nobody's words), refused, discarded.
create table mails_in (
  organization_id uuid not null,
  id uuid not null,
  state text not null default 'new',
  reason text,
  -- Where it belongs: what the address it came to was given for.
  kind text,
  token text,
  partnership_id uuid,
  subject_id text,
  message_id text,
  from_email text,
  from_name text,
  subject text not null default '',
  words text not null default '',
  folded text not null default '',
  recipients text[] not null default '{}',
  files jsonb not null default '[]',
  size integer not null,
  raw_key text,
  written_at timestamptz,
  received_at timestamptz not null,
  -- What became of it: the act or message it is now, the mail of ours it is about, or who decided.
  act_id text,
  message_row uuid,
  about_mail uuid,
  people_id uuid,
  suggestion jsonb,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  -- What came by a member's own hand is on its way out; what came from the partner is on its way in.
  direction text,
  constraint mails_in_pkey primary key (organization_id, id),
  constraint mails_in_state check (state in ('new', 'landed', 'held', 'ignored', 'refused', 'discarded')),
  constraint mails_in_kind check (kind in ('conversation', 'thread', 'meeting', 'copy')),
  constraint mails_in_direction check (direction in ('in', 'out')),
  constraint mails_in_decision check (decision in ('accepted', 'kept', 'discarded', 'shared')),
  constraint mails_in_decided check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null))
)
--> statement-breakpoint
create index mails_in_received on mails_in (organization_id, received_at desc, id desc)
--> statement-breakpoint
create index mails_in_held on mails_in (organization_id, received_at desc) where state = 'held'
--> statement-breakpoint
create index mails_in_correspondence on mails_in (organization_id, partnership_id, received_at desc) where kind = 'copy' and state = 'landed'
--> statement-breakpoint
create index mails_in_suggested on mails_in (organization_id, subject_id, received_at desc) where suggestion is not null
--> statement-breakpoint
create index mails_in_token on mails_in (organization_id, token, received_at) where token is not null
--> statement-breakpoint
create index mails_in_new on mails_in (received_at) where state = 'new'
--> statement-breakpoint
create index mails_in_raw on mails_in (received_at) where raw_key is not null
--> statement-breakpoint
alter table mails_in enable row level security
--> statement-breakpoint
alter table mails_in force row level security
--> statement-breakpoint
create policy mails_in_app on mails_in to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy mails_in_worker on mails_in to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select, insert, update (state, reason, kind, partnership_id, subject_id, act_id, message_row, about_mail, people_id, suggestion, decided_by, decided_at, decision,
  direction, raw_key) on mails_in to entente_app
--> statement-breakpoint
grant select, insert, update, delete on mails_in to entente_worker
--> statement-breakpoint
-- The one mailbox that is read, how far it was read, and what went wrong last. One row, of the server itself; it holds no mail
-- and no secret, and every organization may see it.
create table mailbox (
  organization_id uuid not null,
  id text not null,
  uid_validity text,
  last_uid bigint not null default 0,
  claimed_until timestamptz,
  looked_at timestamptz,
  seen_at timestamptz,
  waiting integer not null default 0,
  last_error text,
  last_error_at timestamptz,
  constraint mailbox_pkey primary key (organization_id, id),
  constraint mailbox_server check (organization_id = '00000000-0000-0000-0000-000000000000')
)
--> statement-breakpoint
alter table mailbox enable row level security
--> statement-breakpoint
alter table mailbox force row level security
--> statement-breakpoint
create policy mailbox_worker on mailbox to entente_worker using (true) with check (true)
--> statement-breakpoint
create policy mailbox_app on mailbox for select to entente_app using (true)
--> statement-breakpoint
grant select, insert, update on mailbox to entente_worker
--> statement-breakpoint
grant select on mailbox to entente_app
--> statement-breakpoint
-- Whose address an answer came to is asked by the worker too.
create policy answer_addresses_worker on answer_addresses for select to entente_worker using (true)
--> statement-breakpoint
grant select on answer_addresses to entente_worker
--> statement-breakpoint
create index mails_message_id on mails (message_id)
