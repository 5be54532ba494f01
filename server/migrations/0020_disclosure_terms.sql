-- What was disclosed, by its terms: who could serve this need, whom could this offer serve, out of everything that all partners told.
-- A table of its own with plain equality, because the operators of arrays may not use an index below row-level security. Written with
-- the disclosure, gone with it, and never holds a term that the disclosure does not.
create table disclosure_terms (
  partnership_id uuid not null,
  id uuid not null,
  side text not null,
  nature text not null,
  term text collate "C" not null,
  holder_a uuid not null,
  holder_b uuid not null,
  constraint disclosure_terms_pkey primary key (partnership_id, id, term),
  constraint disclosure_terms_disclosure_fkey foreign key (partnership_id, id) references disclosures on delete cascade,
  constraint disclosure_terms_side check (side in ('a', 'b')),
  constraint disclosure_terms_nature check (nature in ('need', 'offer'))
)
--> statement-breakpoint
-- What side a told is read by whoever holds side b, and the other way round.
create index disclosure_terms_by_a on disclosure_terms (holder_b, nature, term, partnership_id, id) include (holder_a) where side = 'a'
--> statement-breakpoint
create index disclosure_terms_by_b on disclosure_terms (holder_a, nature, term, partnership_id, id) include (holder_b) where side = 'b'
--> statement-breakpoint
alter table disclosure_terms enable row level security
--> statement-breakpoint
alter table disclosure_terms force row level security
--> statement-breakpoint
create policy disclosure_terms_read on disclosure_terms for select to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy disclosure_terms_add on disclosure_terms for insert to entente_app
  with check (case side when 'a' then holder_a else holder_b end = app.organization())
--> statement-breakpoint
create policy disclosure_terms_end on disclosure_terms for delete to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy disclosure_terms_claim on disclosure_terms to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert, delete on disclosure_terms to entente_app
