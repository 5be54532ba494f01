-- Mails on their way out. A row is written in the transaction that gives the reason for it; the relay hands it to a job, the
-- job sends it. facts say what the mail is about and hold the links in it: they are emptied once the mail is sent, and the
-- kept text then shows the place of a link only. The organization of all zeros is the server itself, for mails to people
-- who belong to none yet. acts: what of a conversation this mail tells.
create table mails (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  to_email text not null,
  to_name text,
  person_id uuid,
  locale text,
  facts jsonb,
  thread_key text,
  partnership_id uuid,
  conversation_id text,
  acts text[] not null default '{}',
  message_id text not null,
  reply_to_id text,
  reference_ids text[] not null default '{}',
  state text not null default 'queued',
  attempts integer not null default 0,
  last_error text,
  next_try_at timestamptz,
  relayed_at timestamptz,
  claimed_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  subject text,
  body_text text,
  body_html text,
  constraint mails_pkey primary key (organization_id, id),
  constraint mails_state check (state in ('queued', 'sent', 'failed', 'local')),
  constraint mails_next_try check ((state = 'queued') = (next_try_at is not null))
)
--> statement-breakpoint
create index mails_created on mails (organization_id, created_at desc, id desc)
--> statement-breakpoint
create index mails_thread on mails (organization_id, thread_key, to_email, created_at desc) where thread_key is not null
--> statement-breakpoint
create index mails_unrelayed on mails (next_try_at) where relayed_at is null and state = 'queued'
--> statement-breakpoint
create index mails_kept on mails (created_at) where facts is not null and state <> 'queued'
--> statement-breakpoint
alter table mails enable row level security
--> statement-breakpoint
alter table mails force row level security
--> statement-breakpoint
create policy mails_app on mails to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy mails_gate on mails to entente_gate
  using (organization_id = '00000000-0000-0000-0000-000000000000')
  with check (organization_id = '00000000-0000-0000-0000-000000000000')
--> statement-breakpoint
create policy mails_worker on mails to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select, insert, update (facts, acts, state, attempts, last_error, next_try_at, relayed_at) on mails to entente_app
--> statement-breakpoint
grant select, insert on mails to entente_gate
--> statement-breakpoint
grant select, update on mails to entente_worker
