-- "Here is what we heard": the letter one side sends after it listened, and what the other side answered to each point. Each belongs to a
-- conversation, in which the reading back is offered and, once answered, accepted. side is who listened.
create table readbacks (
  partnership_id uuid not null,
  id uuid not null,
  conversation_id text not null,
  side text not null,
  author uuid not null,
  held_on date not null,
  way text not null,
  place text,
  words text not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answered_via text,
  answer_words text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint readbacks_pkey primary key (partnership_id, id),
  constraint readbacks_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint readbacks_side check (side in ('a', 'b')),
  constraint readbacks_way check (way in ('in-person', 'video', 'phone')),
  constraint readbacks_words_length check (char_length(words) <= 5000),
  constraint readbacks_answer_words_length check (char_length(answer_words) <= 5000),
  constraint readbacks_answer check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answered_via is null)),
  constraint readbacks_answered_via check (answered_via in ('session', 'link', 'recorded'))
)
--> statement-breakpoint
create index readbacks_conversation on readbacks (partnership_id, conversation_id)
--> statement-breakpoint
alter table readbacks enable row level security
--> statement-breakpoint
alter table readbacks force row level security
--> statement-breakpoint
create policy readbacks_app on readbacks to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy readbacks_claim on readbacks to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete, update (answered_at, answered_by, answered_via, answer_words) on readbacks to entente_app
--> statement-breakpoint
-- One point read back. A correction stands beside the wording it corrects; added points are the other side's own.
create table readback_points (
  partnership_id uuid not null,
  readback_id uuid not null,
  id uuid not null,
  position integer not null,
  added boolean not null default false,
  tag text not null,
  certainty text not null,
  text text not null,
  verdict text,
  correction text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint readback_points_pkey primary key (partnership_id, readback_id, id),
  constraint readback_points_readback_fkey foreign key (partnership_id, readback_id) references readbacks (partnership_id, id) on delete cascade,
  constraint readback_points_tag check (tag in ('need', 'offer', 'constraint', 'worry', 'person', 'date', 'note')),
  constraint readback_points_certainty check (certainty in ('heard', 'assumed')),
  constraint readback_points_text_length check (char_length(text) between 1 and 5000),
  constraint readback_points_verdict check (verdict in ('confirmed', 'corrected', 'open')),
  constraint readback_points_correction check ((verdict is not distinct from 'corrected') = (correction is not null) and char_length(correction) between 1 and 5000)
)
--> statement-breakpoint
alter table readback_points enable row level security
--> statement-breakpoint
alter table readback_points force row level security
--> statement-breakpoint
create policy readback_points_app on readback_points to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy readback_points_claim on readback_points to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete, update (verdict, correction) on readback_points to entente_app
