-- Meetings of a room: one UID and one inviter (side, organizer) for good. start_local is what the clock in zone shows; null while
-- options are open. asks: the options are voted on (poll), or the other side takes one of them (slots). rule: the value of an RRULE,
-- always with an end. sequence rises with every change that invitations must tell of.
create table meetings (
  partnership_id uuid not null,
  id uuid not null,
  uid text not null,
  sequence integer not null default 0,
  side text not null,
  organizer uuid not null,
  state text not null,
  asks text,
  purpose text not null,
  agenda text not null default '',
  way text not null,
  place text not null default '',
  place_side text,
  zone text not null,
  start_local text,
  lasts integer not null,
  starts_at timestamptz,
  rule text,
  thread_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_side text,
  cancelled_via text,
  cancel_reason text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meetings_pkey primary key (partnership_id, id),
  constraint meetings_uid_key unique (partnership_id, uid),
  constraint meetings_organizer_fkey foreign key (partnership_id, organizer) references people (partnership_id, id),
  constraint meetings_side check (side in ('a', 'b')),
  constraint meetings_state check (state in ('poll', 'proposed', 'agreed', 'cancelled')),
  constraint meetings_asks check (asks in ('poll', 'slots') and (state <> 'poll' or asks is not null)),
  constraint meetings_uid_length check (char_length(uid) between 1 and 300),
  constraint meetings_purpose_length check (char_length(purpose) between 1 and 200),
  constraint meetings_agenda_length check (char_length(agenda) <= 5000),
  constraint meetings_way check (way in ('in-person', 'video', 'phone')),
  constraint meetings_place_length check (char_length(place) <= 300),
  constraint meetings_place_side check (place_side in ('a', 'b')),
  constraint meetings_zone_length check (char_length(zone) between 1 and 60),
  constraint meetings_start check ((start_local is null) = (starts_at is null) and (start_local is not null or state in ('poll', 'cancelled'))),
  constraint meetings_start_local check (start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  constraint meetings_lasts check (lasts between 5 and 10080),
  constraint meetings_rule_length check (char_length(rule) between 1 and 500),
  constraint meetings_cancelled check ((state = 'cancelled') = (cancelled_at is not null)),
  constraint meetings_cancelled_side check (cancelled_side in ('a', 'b')),
  constraint meetings_cancelled_via check (cancelled_via in ('session', 'link', 'recorded', 'mail', 'calendar')),
  constraint meetings_cancel_reason_length check (char_length(cancel_reason) <= 2000)
)
--> statement-breakpoint
create index meetings_uid_a on meetings (holder_a, uid)
--> statement-breakpoint
create index meetings_uid_b on meetings (holder_b, uid)
--> statement-breakpoint
-- What is still to be settled.
create index meetings_open_a on meetings (holder_a, id) where state = 'poll'
--> statement-breakpoint
create index meetings_open_b on meetings (holder_b, id) where state = 'poll'
--> statement-breakpoint
create index meetings_room on meetings (partnership_id, state, id)
--> statement-breakpoint
alter table meetings enable row level security
--> statement-breakpoint
alter table meetings force row level security
--> statement-breakpoint
create policy meetings_app on meetings to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meetings_claim on meetings to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (sequence, state, purpose, agenda, way, place, place_side, zone, start_local, lasts, starts_at, rule, thread_id, changed_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason) on meetings to entente_app
--> statement-breakpoint
-- Times that a meeting could be at, in its zone.
create table meeting_options (
  partnership_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  start_local text not null,
  starts_at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_options_pkey primary key (partnership_id, meeting_id, id),
  constraint meeting_options_meeting_fkey foreign key (partnership_id, meeting_id) references meetings (partnership_id, id) on delete cascade,
  constraint meeting_options_start_key unique (partnership_id, meeting_id, start_local),
  constraint meeting_options_start_local check (start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$')
)
--> statement-breakpoint
alter table meeting_options enable row level security
--> statement-breakpoint
alter table meeting_options force row level security
--> statement-breakpoint
create policy meeting_options_app on meeting_options to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_options_claim on meeting_options to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete on meeting_options to entente_app
--> statement-breakpoint
create table meeting_votes (
  partnership_id uuid not null,
  meeting_id uuid not null,
  option_id uuid not null,
  person uuid not null,
  vote text not null,
  via text not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_votes_pkey primary key (partnership_id, meeting_id, option_id, person),
  constraint meeting_votes_option_fkey foreign key (partnership_id, meeting_id, option_id) references meeting_options (partnership_id, meeting_id, id) on delete cascade,
  constraint meeting_votes_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint meeting_votes_vote check (vote in ('yes', 'if-needed', 'no')),
  constraint meeting_votes_via check (via in ('session', 'link', 'recorded'))
)
--> statement-breakpoint
alter table meeting_votes enable row level security
--> statement-breakpoint
alter table meeting_votes force row level security
--> statement-breakpoint
create policy meeting_votes_app on meeting_votes to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_votes_claim on meeting_votes to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (vote, via, at), delete on meeting_votes to entente_app
--> statement-breakpoint
-- Who is asked to come, of both sides.
create table meeting_people (
  partnership_id uuid not null,
  meeting_id uuid not null,
  person uuid not null,
  side text not null,
  required boolean not null default true,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_people_pkey primary key (partnership_id, meeting_id, person),
  constraint meeting_people_meeting_fkey foreign key (partnership_id, meeting_id) references meetings (partnership_id, id) on delete cascade,
  constraint meeting_people_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint meeting_people_side check (side in ('a', 'b'))
)
--> statement-breakpoint
create index meeting_people_person on meeting_people (partnership_id, person)
--> statement-breakpoint
alter table meeting_people enable row level security
--> statement-breakpoint
alter table meeting_people force row level security
--> statement-breakpoint
create policy meeting_people_app on meeting_people to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_people_claim on meeting_people to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (required), delete on meeting_people to entente_app
--> statement-breakpoint
-- Who said that they come: to all of it (occurrence is empty), or to one time of a recurring meeting. counter_local: when they could
-- come instead. sequence: which state of the meeting they answered.
create table meeting_answers (
  partnership_id uuid not null,
  meeting_id uuid not null,
  person uuid not null,
  occurrence text not null,
  answer text not null,
  words text not null default '',
  counter_local text,
  counter_at timestamptz,
  sequence integer not null,
  via text not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_answers_pkey primary key (partnership_id, meeting_id, person, occurrence),
  constraint meeting_answers_person_fkey foreign key (partnership_id, meeting_id, person) references meeting_people (partnership_id, meeting_id, person) on delete cascade,
  constraint meeting_answers_answer check (answer in ('accepted', 'declined', 'tentative')),
  constraint meeting_answers_words_length check (char_length(words) <= 2000),
  constraint meeting_answers_counter check ((counter_local is null) = (counter_at is null)),
  constraint meeting_answers_via check (via in ('session', 'link', 'recorded', 'mail', 'calendar'))
)
--> statement-breakpoint
alter table meeting_answers enable row level security
--> statement-breakpoint
alter table meeting_answers force row level security
--> statement-breakpoint
create policy meeting_answers_app on meeting_answers to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_answers_claim on meeting_answers to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (answer, words, counter_local, counter_at, sequence, via, at), delete on meeting_answers to entente_app
--> statement-breakpoint
-- Each time at which a meeting takes place: one row, or one for each time of a recurring meeting. occurrence is where the rule puts it
-- and names it for ever, wherever it is moved to. minutes is what was written down; lasts is how long it takes.
create table meeting_occurrences (
  partnership_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  start_local text not null,
  lasts integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_side text,
  cancelled_via text,
  cancel_reason text,
  held boolean,
  outcome_words text,
  outcome_at timestamptz,
  outcome_by uuid,
  outcome_side text,
  outcome_via text,
  minutes text not null default '',
  minutes_at timestamptz,
  minutes_by uuid,
  thanked_a timestamptz,
  thanked_b timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_occurrences_pkey primary key (partnership_id, meeting_id, occurrence),
  constraint meeting_occurrences_meeting_fkey foreign key (partnership_id, meeting_id) references meetings (partnership_id, id) on delete cascade,
  constraint meeting_occurrences_start_local check (start_local ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  constraint meeting_occurrences_lasts check (lasts between 5 and 10080),
  constraint meeting_occurrences_order check (ends_at > starts_at),
  constraint meeting_occurrences_cancelled_side check (cancelled_side in ('a', 'b')),
  constraint meeting_occurrences_cancelled_via check (cancelled_via in ('session', 'link', 'recorded', 'mail', 'calendar')),
  constraint meeting_occurrences_cancel_reason_length check (char_length(cancel_reason) <= 2000),
  constraint meeting_occurrences_outcome check ((held is null) = (outcome_at is null) and (held is null) = (outcome_by is null)
    and (held is null) = (outcome_side is null) and (held is null) = (outcome_via is null)),
  constraint meeting_occurrences_held check (held is not true or cancelled_at is null),
  constraint meeting_occurrences_outcome_side check (outcome_side in ('a', 'b')),
  constraint meeting_occurrences_outcome_via check (outcome_via in ('session', 'recorded')),
  constraint meeting_occurrences_outcome_words_length check (char_length(outcome_words) <= 2000),
  constraint meeting_occurrences_minutes_length check (char_length(minutes) <= 20000)
)
--> statement-breakpoint
create index meeting_occurrences_room on meeting_occurrences (partnership_id, starts_at)
--> statement-breakpoint
create index meeting_occurrences_when_a on meeting_occurrences (holder_a, starts_at)
--> statement-breakpoint
create index meeting_occurrences_when_b on meeting_occurrences (holder_b, starts_at)
--> statement-breakpoint
-- Past, and nobody has said how it went.
create index meeting_occurrences_unsaid_a on meeting_occurrences (holder_a, ends_at) where held is null and cancelled_at is null
--> statement-breakpoint
create index meeting_occurrences_unsaid_b on meeting_occurrences (holder_b, ends_at) where held is null and cancelled_at is null
--> statement-breakpoint
alter table meeting_occurrences enable row level security
--> statement-breakpoint
alter table meeting_occurrences force row level security
--> statement-breakpoint
create policy meeting_occurrences_app on meeting_occurrences to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_occurrences_claim on meeting_occurrences to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete, update (start_local, lasts, starts_at, ends_at, cancelled_at, cancelled_by, cancelled_side, cancelled_via, cancel_reason, held, outcome_words, outcome_at, outcome_by, outcome_side, outcome_via, minutes, minutes_at, minutes_by, thanked_a, thanked_b) on meeting_occurrences to entente_app
--> statement-breakpoint
-- Who showed up. Each side says it of its own people; a side without an account has it written down.
create table attendance (
  partnership_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  person uuid not null,
  side text not null,
  attended boolean not null,
  said_by uuid not null,
  via text not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint attendance_pkey primary key (partnership_id, meeting_id, occurrence, person),
  constraint attendance_occurrence_fkey foreign key (partnership_id, meeting_id, occurrence) references meeting_occurrences (partnership_id, meeting_id, occurrence) on delete cascade,
  constraint attendance_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint attendance_side check (side in ('a', 'b')),
  constraint attendance_via check (via in ('session', 'link', 'recorded'))
)
--> statement-breakpoint
alter table attendance enable row level security
--> statement-breakpoint
alter table attendance force row level security
--> statement-breakpoint
create policy attendance_app on attendance to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy attendance_claim on attendance to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (attended, said_by, via, at) on attendance to entente_app
--> statement-breakpoint
-- What a meeting led to, as both sides see it: a request or an offer, the next meeting, thanks, or another way to collaborate (idea),
-- which may become a request or an offer (conversation_id) later.
create table meeting_results (
  partnership_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  occurrence text not null,
  kind text not null,
  text text not null default '',
  conversation_id text,
  next_id uuid,
  side text not null,
  author uuid not null,
  via text not null,
  at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_results_pkey primary key (partnership_id, meeting_id, id),
  constraint meeting_results_occurrence_fkey foreign key (partnership_id, meeting_id, occurrence) references meeting_occurrences (partnership_id, meeting_id, occurrence) on delete cascade,
  constraint meeting_results_conversation_fkey foreign key (partnership_id, conversation_id) references conversations (partnership_id, id) on delete cascade,
  constraint meeting_results_next_fkey foreign key (partnership_id, next_id) references meetings (partnership_id, id) on delete cascade,
  constraint meeting_results_kind check (kind in ('conversation', 'idea', 'meeting', 'thanks')),
  constraint meeting_results_text_length check (char_length(text) <= 5000),
  constraint meeting_results_form check (case kind when 'conversation' then conversation_id is not null and next_id is null and text = ''
    when 'meeting' then next_id is not null and conversation_id is null and text = ''
    when 'thanks' then text <> '' and next_id is null and conversation_id is null else text <> '' and next_id is null end),
  constraint meeting_results_side check (side in ('a', 'b')),
  constraint meeting_results_via check (via in ('session', 'link', 'recorded'))
)
--> statement-breakpoint
create index meeting_results_conversation on meeting_results (partnership_id, conversation_id) where conversation_id is not null
--> statement-breakpoint
create index meeting_results_next on meeting_results (partnership_id, next_id) where next_id is not null
--> statement-breakpoint
alter table meeting_results enable row level security
--> statement-breakpoint
alter table meeting_results force row level security
--> statement-breakpoint
create policy meeting_results_app on meeting_results to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_results_claim on meeting_results to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (conversation_id), delete on meeting_results to entente_app
--> statement-breakpoint
-- Signed links with which people without an account see a meeting, vote and answer. Only the hash of the token is kept.
create table meeting_links (
  partnership_id uuid not null,
  id uuid not null,
  token_hash text not null,
  meeting_id uuid not null,
  person uuid not null,
  side text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint meeting_links_pkey primary key (partnership_id, id),
  constraint meeting_links_token_key unique (partnership_id, token_hash),
  constraint meeting_links_meeting_fkey foreign key (partnership_id, meeting_id) references meetings (partnership_id, id) on delete cascade,
  constraint meeting_links_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint meeting_links_side check (side in ('a', 'b'))
)
--> statement-breakpoint
create index meeting_links_person on meeting_links (partnership_id, person)
--> statement-breakpoint
alter table meeting_links enable row level security
--> statement-breakpoint
alter table meeting_links force row level security
--> statement-breakpoint
create policy meeting_links_app on meeting_links to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy meeting_links_claim on meeting_links to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
create policy meeting_links_gate on meeting_links for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert, update (revoked_at) on meeting_links to entente_app
--> statement-breakpoint
grant select on meeting_links to entente_gate
--> statement-breakpoint
-- What one organization keeps for itself about a meeting: its own notes, and the talk in which it wrote down what it heard.
create table meeting_notes (
  organization_id uuid not null,
  meeting_id uuid not null,
  occurrence text not null,
  partnership_id uuid not null,
  text text not null default '',
  interview_id uuid,
  written_by uuid not null,
  updated_at timestamptz not null,
  constraint meeting_notes_pkey primary key (organization_id, meeting_id, occurrence),
  constraint meeting_notes_text_length check (char_length(text) <= 20000)
)
--> statement-breakpoint
alter table meeting_notes enable row level security
--> statement-breakpoint
alter table meeting_notes force row level security
--> statement-breakpoint
create policy meeting_notes_app on meeting_notes to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update (text, interview_id, written_by, updated_at) on meeting_notes to entente_app
