-- What people do in a partnership beyond their title: the function they have at home, and what they talk about. Both sides see it.
-- merged_into: the same person was written down twice; acts keep the pseudonym they were said under, and whoever reads follows the
-- pointer. merge_filled names what the kept row had empty and took over, so that the merge can be undone.
-- not_same: rows that look like this one, and are somebody else.
alter table people add column function text, add column topics text[] not null default '{}',
  add column merged_into uuid, add column merged_at timestamptz, add column merge_filled text[], add column not_same uuid[] not null default '{}',
  add constraint people_function check (function in ('head', 'people', 'talent', 'learning', 'hiring', 'research', 'expert', 'legal', 'giving', 'alliance', 'alumni', 'sustainability')),
  add constraint people_topics check (cardinality(topics) <= 20),
  add constraint people_not_same check (cardinality(not_same) <= 100),
  add constraint people_merged check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merge_filled is null) and merged_into <> id),
  add constraint people_merged_into_fkey foreign key (partnership_id, merged_into) references people (partnership_id, id)
--> statement-breakpoint
create index people_merged_rows on people (partnership_id, merged_into) where merged_into is not null
--> statement-breakpoint
grant update (function, topics, merged_into, merged_at, merge_filled, not_same) on people to entente_app
--> statement-breakpoint
-- Who stands for what on each side: sponsor, owner, doer, backup. via: said by the side itself, or written down by who holds it.
create table duties (
  partnership_id uuid not null,
  side text not null,
  duty text not null,
  person uuid not null,
  since timestamptz not null,
  via text not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint duties_pkey primary key (partnership_id, side, duty, person),
  constraint duties_person_fkey foreign key (partnership_id, person) references people (partnership_id, id),
  constraint duties_via check (via in ('session', 'recorded')),
  constraint duties_side check (side in ('a', 'b')),
  constraint duties_duty check (duty in ('sponsor', 'owner', 'doer', 'backup'))
)
--> statement-breakpoint
alter table duties enable row level security
--> statement-breakpoint
alter table duties force row level security
--> statement-breakpoint
create policy duties_read on duties for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy duties_add on duties for insert to entente_app
  with check (case side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy duties_end on duties for delete to entente_app
  using (case side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy duties_claim on duties to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete on duties to entente_app
--> statement-breakpoint
-- Counterparts: one person of each side who work together. Proposed by one side, a pair once the other agrees; either may end it.
create table pairs (
  partnership_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  topic text,
  proposed_side text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_by uuid,
  agreed_via text,
  agreed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_via text,
  -- refused: the other side said no; taken-back: who proposed thought better of it; ended: an agreed pair came to its end.
  ended_how text,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint pairs_pkey primary key (partnership_id, id),
  constraint pairs_person_a_fkey foreign key (partnership_id, person_a) references people (partnership_id, id),
  constraint pairs_person_b_fkey foreign key (partnership_id, person_b) references people (partnership_id, id),
  constraint pairs_proposed_side check (proposed_side in ('a', 'b')),
  constraint pairs_topic_length check (char_length(topic) <= 200),
  constraint pairs_agreed_via check (agreed_via in ('session', 'link', 'recorded')),
  constraint pairs_ended_via check (ended_via in ('session', 'link', 'recorded')),
  constraint pairs_ended_how check (ended_how in ('refused', 'taken-back', 'ended')),
  constraint pairs_agreed check ((agreed_at is null) = (agreed_by is null) and (agreed_at is null) = (agreed_via is null)),
  constraint pairs_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_via is null) and (ended_at is null) = (ended_how is null))
)
--> statement-breakpoint
create unique index pairs_live on pairs (partnership_id, person_a, person_b) where ended_at is null
--> statement-breakpoint
alter table pairs enable row level security
--> statement-breakpoint
alter table pairs force row level security
--> statement-breakpoint
create policy pairs_read on pairs for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
-- Nobody proposes in the name of a side they do not hold.
create policy pairs_add on pairs for insert to entente_app
  with check (case proposed_side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy pairs_change on pairs for update to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy pairs_claim on pairs to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, update (agreed_by, agreed_via, agreed_at, ended_at, ended_by, ended_via, ended_how) on pairs to entente_app
--> statement-breakpoint
-- Which colleague knows whom at a partner, and how others may approach them: ask first, tell first, feel free. Private.
create table acquaintances (
  organization_id uuid not null,
  partnership_id uuid not null,
  person uuid not null,
  member uuid not null,
  courtesy text not null,
  note text,
  updated_at timestamptz not null,
  constraint acquaintances_pkey primary key (organization_id, partnership_id, person, member),
  constraint acquaintances_courtesy check (courtesy in ('ask-first', 'tell-first', 'feel-free')),
  constraint acquaintances_note_length check (char_length(note) <= 1000)
)
--> statement-breakpoint
alter table acquaintances enable row level security
--> statement-breakpoint
alter table acquaintances force row level security
--> statement-breakpoint
create policy acquaintances_app on acquaintances to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on acquaintances to entente_app
--> statement-breakpoint
-- Where somebody went who changed employer from one partner of ours to another. Private: neither partner learns it from us.
create table moves_of_people (
  organization_id uuid not null,
  partnership_id uuid not null,
  person uuid not null,
  to_partnership_id uuid not null,
  to_person uuid not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  constraint moves_of_people_pkey primary key (organization_id, partnership_id, person)
)
--> statement-breakpoint
create index moves_of_people_to on moves_of_people (organization_id, to_partnership_id, to_person)
--> statement-breakpoint
alter table moves_of_people enable row level security
--> statement-breakpoint
alter table moves_of_people force row level security
--> statement-breakpoint
create policy moves_of_people_app on moves_of_people to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on moves_of_people to entente_app
