-- Two organizations. holder_a and holder_b say who holds each side now: the organization itself once claimed,
-- before that the organization that recorded it. claimed_a and claimed_b name the organization that really stands on a
-- side, null while it is only recorded. organization_a and organization_b are the parties of the log and never change, also
-- when an organization that was here already claims a side. Names are copied so that partners can be shown without reading
-- each other's organization row.
create table partnerships (
  id uuid not null,
  organization_a uuid not null,
  organization_b uuid not null,
  holder_a uuid not null,
  holder_b uuid not null,
  claimed_a uuid,
  claimed_b uuid,
  name_a text not null,
  name_b text not null,
  domain_a text,
  domain_b text,
  created_at timestamptz not null,
  constraint partnerships_pkey primary key (id),
  constraint partnerships_two check (organization_a <> organization_b),
  constraint partnerships_claimed_two check (claimed_a <> claimed_b),
  constraint partnerships_claimed_a check (claimed_a = holder_a),
  constraint partnerships_claimed_b check (claimed_b = holder_b)
)
--> statement-breakpoint
create unique index partnerships_pair on partnerships (least(organization_a, organization_b), greatest(organization_a, organization_b))
--> statement-breakpoint
create unique index partnerships_claimed on partnerships (least(claimed_a, claimed_b), greatest(claimed_a, claimed_b))
  where claimed_a is not null and claimed_b is not null
--> statement-breakpoint
create index partnerships_holder_a on partnerships (holder_a)
--> statement-breakpoint
create index partnerships_holder_b on partnerships (holder_b)
--> statement-breakpoint
alter table partnerships enable row level security
--> statement-breakpoint
alter table partnerships force row level security
--> statement-breakpoint
create policy partnerships_app on partnerships to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy partnerships_gate on partnerships for select to entente_gate using (true)
--> statement-breakpoint
-- A side changes hands through app.claim only: nothing else may write the holders of a row that exists.
grant select, insert, delete, update (name_a, name_b, domain_a, domain_b) on partnerships to entente_app
--> statement-breakpoint
grant select on partnerships to entente_gate
--> statement-breakpoint
-- The people of both sides as this room knows them. The id is the person's pseudonym in the log;
-- name and address are beside it and can be erased. A newcomer belongs to a third organization that was asked to take a
-- side over; newcomer_id is that organization as the log will know it.
create table people (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  person_id uuid,
  name text,
  email text,
  title text,
  newcomer_id uuid,
  newcomer_name text,
  created_at timestamptz not null,
  ended_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint people_pkey primary key (partnership_id, id),
  constraint people_side check (side in ('a', 'b', 'newcomer')),
  constraint people_newcomer check ((side = 'newcomer') = (newcomer_id is not null))
)
--> statement-breakpoint
create unique index people_member on people (partnership_id, side, person_id) where person_id is not null
--> statement-breakpoint
create index people_person on people (person_id) where person_id is not null
--> statement-breakpoint
alter table people enable row level security
--> statement-breakpoint
alter table people force row level security
--> statement-breakpoint
create policy people_read on people for select to entente_app using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy people_add on people for insert to entente_app with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy people_change on people for update to entente_app
  using (holder_a = app.organization() or holder_b = app.organization()) with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert, update (person_id, name, email, title, ended_at) on people to entente_app
--> statement-breakpoint
-- A plain thread in the room: no obligations and no evidence, until a request or an offer grows out of it.
create table threads (
  partnership_id uuid not null,
  id uuid not null,
  subject text not null,
  started_by uuid not null,
  created_at timestamptz not null,
  last_at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint threads_pkey primary key (partnership_id, id),
  constraint threads_subject_length check (char_length(subject) between 1 and 200)
)
--> statement-breakpoint
create index threads_last on threads (partnership_id, last_at desc)
--> statement-breakpoint
alter table threads enable row level security
--> statement-breakpoint
alter table threads force row level security
--> statement-breakpoint
create policy threads_app on threads to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert, update (subject, last_at) on threads to entente_app
--> statement-breakpoint
create table messages (
  partnership_id uuid not null,
  thread_id uuid not null,
  id uuid not null,
  author uuid not null,
  side text not null,
  via text not null,
  text text not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint messages_pkey primary key (partnership_id, thread_id, id),
  constraint messages_thread_fkey foreign key (partnership_id, thread_id) references threads (partnership_id, id) on delete cascade,
  constraint messages_side check (side in ('a', 'b')),
  constraint messages_via check (via in ('session', 'link', 'recorded')),
  constraint messages_text_length check (char_length(text) between 1 and 20000)
)
--> statement-breakpoint
alter table messages enable row level security
--> statement-breakpoint
alter table messages force row level security
--> statement-breakpoint
create policy messages_app on messages to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
grant select, insert on messages to entente_app
--> statement-breakpoint
-- Signed links for people without an account. Only the hash of the token is kept; the token itself names the
-- partnership, so that the look-up names its key. speaker says for whom the holder of the link may speak, side in whose
-- scope: for a newcomer, the side that invited them. A newer link for the same person and conversation replaces the older.
create table links (
  partnership_id uuid not null,
  id uuid not null,
  token_hash text not null,
  conversation_id text not null,
  person uuid not null,
  side text not null,
  speaker text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by_act text,
  replaced_at timestamptz,
  revoked_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint links_pkey primary key (partnership_id, id),
  constraint links_token_key unique (partnership_id, token_hash),
  constraint links_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint links_side check (side in ('a', 'b')),
  constraint links_speaker check (speaker in ('customer', 'performer', 'newcomer'))
)
--> statement-breakpoint
create index links_conversation on links (partnership_id, conversation_id)
--> statement-breakpoint
alter table links enable row level security
--> statement-breakpoint
alter table links force row level security
--> statement-breakpoint
create policy links_app on links to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy links_gate on links for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert, update (used_at, used_by_act, replaced_at, revoked_at) on links to entente_app
--> statement-breakpoint
grant select on links to entente_gate
--> statement-breakpoint
-- A recorded side being taken over by its own organization. Both consent: the holder offers (or approves what one of their
-- people requested), the organization accepts. Only app.claim writes the acceptance.
create table claims (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  token_hash text,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  requested_at timestamptz,
  requested_by uuid,
  offered_at timestamptz,
  offered_by uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  claimed_by uuid,
  revoked_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint claims_pkey primary key (partnership_id, id),
  constraint claims_token_key unique (partnership_id, token_hash),
  constraint claims_side check (side in ('a', 'b')),
  constraint claims_offer check ((token_hash is null) = (offered_at is null)),
  constraint claims_consents check (accepted_at is null or (offered_by is not null and accepted_by is not null and claimed_by is not null))
)
--> statement-breakpoint
alter table claims enable row level security
--> statement-breakpoint
alter table claims force row level security
--> statement-breakpoint
create policy claims_app on claims to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy claims_gate on claims for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert, update (token_hash, email, expires_at, offered_at, offered_by, revoked_at) on claims to entente_app
--> statement-breakpoint
grant select on claims to entente_gate
--> statement-breakpoint
-- What one organization notes for itself about a partnership. Never part of the room.
create table notes (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid not null,
  conversation_id text,
  author uuid not null,
  text text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint notes_pkey primary key (organization_id, id),
  constraint notes_text_length check (char_length(text) between 1 and 20000)
)
--> statement-breakpoint
create index notes_partnership on notes (organization_id, partnership_id, created_at)
--> statement-breakpoint
alter table notes enable row level security
--> statement-breakpoint
alter table notes force row level security
--> statement-breakpoint
create policy notes_app on notes to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on notes to entente_app
