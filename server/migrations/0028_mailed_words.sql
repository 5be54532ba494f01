-- Words of the room that came by mail: which of them (an act or a message), and the files of the mail where the words themselves
-- cannot hold any. Both sides see that they came by mail, as both read the words. What else the mail holds stays with the
-- organization that took it, in the row mail_id of mails_in.
create table mailed_words (
  partnership_id uuid not null,
  subject_id text not null,
  said_id text not null,
  taken_by uuid not null,
  mail_id uuid not null,
  files uuid[] not null default '{}',
  holder_a uuid not null,
  holder_b uuid not null,
  constraint mailed_words_pkey primary key (partnership_id, subject_id, said_id),
  constraint mailed_words_files check (cardinality(files) <= 20)
)
--> statement-breakpoint
alter table mailed_words enable row level security
--> statement-breakpoint
alter table mailed_words force row level security
--> statement-breakpoint
create policy mailed_words_app on mailed_words to entente_app
  using (holder_a = app.organization() or holder_b = app.organization())
  with check (holder_a = app.organization() or holder_b = app.organization())
--> statement-breakpoint
create policy mailed_words_claim on mailed_words to current_user
  using (partnership_id = app.claiming()) with check (partnership_id = app.claiming())
--> statement-breakpoint
grant select, insert on mailed_words to entente_app
