-- How far a partnership has come: each row a step that one side proposed, and what the other answered. The stage is the last step both
-- agreed to; none means a prospect. words are the proposer's reasons; attested is one line of each side for what nothing here can show;
-- facts are the criteria as they stood. Once answered, a row never changes.
create table stage_moves (
  partnership_id uuid not null,
  id uuid not null,
  from_stage text not null,
  to_stage text not null,
  proposed_side text not null,
  proposed_by uuid not null,
  proposed_via text not null,
  proposed_at timestamptz not null,
  words text not null,
  attested jsonb not null default '{}',
  facts jsonb not null,
  answer text,
  answered_by uuid,
  answered_via text,
  answered_at timestamptz,
  answer_words text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint stage_moves_pkey primary key (partnership_id, id),
  constraint stage_moves_from_stage check (from_stage in ('prospect', 'awareness', 'involvement', 'support', 'sponsorship', 'strategic', 'resting', 'ended')),
  constraint stage_moves_to_stage check (to_stage in ('prospect', 'awareness', 'involvement', 'support', 'sponsorship', 'strategic', 'resting', 'ended')),
  constraint stage_moves_moves check (from_stage <> to_stage),
  constraint stage_moves_proposed_side check (proposed_side in ('a', 'b')),
  constraint stage_moves_proposed_via check (proposed_via in ('session', 'recorded')),
  constraint stage_moves_words_length check (char_length(words) <= 2000),
  constraint stage_moves_answer check (answer in ('agreed', 'refused', 'taken-back')),
  constraint stage_moves_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is null) = (answered_via is null)),
  constraint stage_moves_answered_via check (answered_via in ('session', 'link', 'recorded')),
  constraint stage_moves_answer_words_length check (char_length(answer_words) <= 2000)
)
--> statement-breakpoint
create unique index stage_moves_pending on stage_moves (partnership_id) where answer is null
--> statement-breakpoint
create index stage_moves_agreed on stage_moves (partnership_id, answered_at desc, id desc) where answer = 'agreed'
--> statement-breakpoint
create index stage_moves_pending_a on stage_moves (holder_a) where answer is null
--> statement-breakpoint
create index stage_moves_pending_b on stage_moves (holder_b) where answer is null
--> statement-breakpoint
alter table stage_moves enable row level security
--> statement-breakpoint
alter table stage_moves force row level security
--> statement-breakpoint
create policy stage_moves_read on stage_moves for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy stage_moves_add on stage_moves for insert to entente_app
  with check (answer is null and case proposed_side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
-- Nobody confirms their own step: the other side agrees or refuses, only who proposed takes back, and what is answered stays.
create policy stage_moves_answer on stage_moves for update to entente_app
  using (answer is null and (holder_a = app.organization() or holder_b = app.organization()))
  with check (case when (proposed_side = 'a') = (answer = 'taken-back') then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy stage_moves_claim on stage_moves to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (answer, answered_by, answered_via, answered_at, answer_words, attested, facts) on stage_moves to entente_app
--> statement-breakpoint
-- Ways of looking at the partners that somebody keeps: their own, or shared with their colleagues. look holds what the address of the page
-- holds. opens: the one that this person's Partners page begins with.
create table views (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  shared boolean not null,
  opens boolean not null,
  look jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint views_pkey primary key (organization_id, id),
  constraint views_title_length check (char_length(title) between 1 and 100)
)
--> statement-breakpoint
create unique index views_opens on views (organization_id, person_id) where opens
--> statement-breakpoint
create index views_person on views (organization_id, person_id)
--> statement-breakpoint
alter table views enable row level security
--> statement-breakpoint
alter table views force row level security
--> statement-breakpoint
create policy views_app on views to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on views to entente_app
--> statement-breakpoint
-- What is open between two organizations, whatever the history behind it holds.
create index commitments_open on commitments (partnership_id) where result = 'open'
