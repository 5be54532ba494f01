-- What an organization needs or has to offer. Its own rows (partnership_id is null) are kept once, whoever may hear of them; rows about a
-- partner are its own understanding of that partner, from talks and read-backs, and go to nobody. terms are the words that fit compares.
create table needs_offers (
  organization_id uuid not null,
  id uuid not null,
  partnership_id uuid,
  nature text not null,
  kind text not null,
  title text not null,
  detail text not null default '',
  skills text[] not null default '{}',
  amount text,
  starts_on date,
  ends_on date,
  urgency text,
  owner uuid,
  certainty text,
  source_interview uuid,
  source_point uuid,
  source_readback uuid,
  source_words text,
  status text not null default 'open',
  terms text[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint needs_offers_pkey primary key (organization_id, id),
  constraint needs_offers_nature check (nature in ('need', 'offer')),
  constraint needs_offers_kind check (kind in ('talent', 'skills', 'training', 'mentoring', 'research', 'knowledge', 'projects', 'facilities', 'equipment', 'data', 'funding', 'access', 'people', 'reputation', 'other')),
  constraint needs_offers_title_length check (char_length(title) between 1 and 200),
  constraint needs_offers_detail_length check (char_length(detail) <= 5000),
  constraint needs_offers_amount_length check (char_length(amount) <= 100),
  constraint needs_offers_dates check (ends_on >= starts_on),
  constraint needs_offers_urgency check (urgency in ('now', 'quarter', 'year', 'some-day')),
  constraint needs_offers_certainty check ((certainty is null) = (partnership_id is null) and certainty in ('heard', 'assumed')),
  constraint needs_offers_status check (status in ('open', 'met', 'withdrawn'))
)
--> statement-breakpoint
create index needs_offers_about on needs_offers (organization_id, partnership_id, created_at)
--> statement-breakpoint
alter table needs_offers enable row level security
--> statement-breakpoint
alter table needs_offers force row level security
--> statement-breakpoint
create policy needs_offers_app on needs_offers to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
grant select, insert, update, delete on needs_offers to entente_app
--> statement-breakpoint
-- What one side tells the other of a need or an offer: a row holds what was disclosed and nothing else, so that nothing beyond it can
-- reach the other side by any way. hidden has no row; counted has a nature; titled a kind and a title; full the rest.
create table disclosures (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  level text not null,
  nature text not null,
  kind text,
  title text,
  detail text,
  skills text[],
  amount text,
  starts_on date,
  ends_on date,
  urgency text,
  owner uuid,
  terms text[],
  disclosed_by uuid not null,
  disclosed_at timestamptz not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint disclosures_pkey primary key (partnership_id, id),
  constraint disclosures_side check (side in ('a', 'b')),
  constraint disclosures_nature check (nature in ('need', 'offer')),
  constraint disclosures_level check (
    case level
      when 'counted' then num_nulls(kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner, terms) = 10
      when 'titled' then num_nulls(kind, title, terms) = 0 and num_nulls(detail, skills, amount, starts_on, ends_on, urgency, owner) = 7
      when 'full' then num_nulls(kind, title, detail, skills, terms) = 0
      else false end)
)
--> statement-breakpoint
create index disclosures_side on disclosures (partnership_id, side, nature)
--> statement-breakpoint
create index disclosures_item on disclosures (id)
--> statement-breakpoint
alter table disclosures enable row level security
--> statement-breakpoint
alter table disclosures force row level security
--> statement-breakpoint
create policy disclosures_read on disclosures for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
-- Only the side that discloses writes; either side may end it.
create policy disclosures_add on disclosures for insert to entente_app
  with check (case side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy disclosures_change on disclosures for update to entente_app
  using (case side when 'a' then holder_a else holder_b end = app.organization())
  with check (case side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy disclosures_end on disclosures for delete to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy disclosures_claim on disclosures to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete, update (level, kind, title, detail, skills, amount, starts_on, ends_on, urgency, owner, terms, disclosed_by, disclosed_at) on disclosures to entente_app
