-- Addresses that answers to our mails are sent to: one for each person and thing that was written about, the same one every
-- time. The token names the organization in whose scope an answer is taken, and is signed, so that it cannot be guessed. Kind
-- copy: mails copied to it are kept with a partnership. person_id: whoever the address was given to signs in here; people_id:
-- their row among the people of the room.
create table answer_addresses (
  organization_id uuid not null,
  token text not null,
  kind text not null,
  partnership_id uuid not null,
  subject_id text not null,
  email text not null,
  person_id uuid,
  people_id uuid,
  created_at timestamptz not null,
  constraint answer_addresses_pkey primary key (organization_id, token),
  constraint answer_addresses_kind check (kind in ('conversation', 'thread', 'meeting', 'copy'))
)
--> statement-breakpoint
alter table answer_addresses enable row level security
--> statement-breakpoint
alter table answer_addresses force row level security
--> statement-breakpoint
create policy answer_addresses_app on answer_addresses to entente_app
  using (organization_id = app.organization()) with check (organization_id = app.organization())
--> statement-breakpoint
create policy answer_addresses_gate on answer_addresses for select to entente_gate using (true)
--> statement-breakpoint
grant select, insert on answer_addresses to entente_app
--> statement-breakpoint
grant select on answer_addresses to entente_gate
--> statement-breakpoint
-- Where answers to this mail go; without one nobody reads them.
alter table mails add column answer_address text
