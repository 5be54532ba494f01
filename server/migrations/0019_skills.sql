-- Vocabularies of skills and work that the command line imports: reference data, the same for everybody on this server. No request
-- writes here; the worker's role does, for the import. Replaced as a whole.
create table vocabularies (
  source text not null,
  version text not null,
  attribution text not null,
  counts jsonb not null,
  imported_at timestamptz not null,
  constraint vocabularies_pkey primary key (source),
  constraint vocabularies_source check (source in ('esco', 'onet')),
  constraint vocabularies_version_length check (char_length(version) <= 40)
)
--> statement-breakpoint
alter table vocabularies enable row level security
--> statement-breakpoint
alter table vocabularies force row level security
--> statement-breakpoint
create policy vocabularies_read on vocabularies for select to entente_app using (true)
--> statement-breakpoint
create policy vocabularies_import on vocabularies to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on vocabularies to entente_app
--> statement-breakpoint
grant select, insert, update, delete on vocabularies to entente_worker
--> statement-breakpoint
-- What somebody can know or do, or work with. part_of is the group a technology or a tool belongs to.
create table skills (
  source text not null,
  id text not null,
  kind text not null,
  name text not null,
  part_of text,
  description text,
  constraint skills_pkey primary key (source, id),
  constraint skills_vocabulary_fkey foreign key (source) references vocabularies on delete cascade,
  constraint skills_kind check (kind in ('skill', 'knowledge', 'technology', 'tool', 'language', 'attitude')),
  constraint skills_name_length check (char_length(name) between 1 and 500)
)
--> statement-breakpoint
alter table skills enable row level security
--> statement-breakpoint
alter table skills force row level security
--> statement-breakpoint
create policy skills_read on skills for select to entente_app using (true)
--> statement-breakpoint
create policy skills_import on skills to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on skills to entente_app
--> statement-breakpoint
grant select, insert, delete on skills to entente_worker
--> statement-breakpoint
-- Every name of a skill.
create table skill_names (
  source text not null,
  skill_id text not null,
  n integer not null,
  locale text not null,
  kind text not null,
  name text not null,
  constraint skill_names_pkey primary key (source, skill_id, n),
  constraint skill_names_skill_fkey foreign key (source, skill_id) references skills on delete cascade,
  constraint skill_names_kind check (kind in ('preferred', 'alternative', 'hidden')),
  constraint skill_names_name_length check (char_length(name) between 1 and 500)
)
--> statement-breakpoint
alter table skill_names enable row level security
--> statement-breakpoint
alter table skill_names force row level security
--> statement-breakpoint
create policy skill_names_read on skill_names for select to entente_app using (true)
--> statement-breakpoint
create policy skill_names_import on skill_names to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on skill_names to entente_app
--> statement-breakpoint
grant select, insert, delete on skill_names to entente_worker
--> statement-breakpoint
-- For skills while typing: each name once for each of its words, folded and cut before that word, so that what was typed is a prefix.
create table skill_words (
  ending text collate "C" not null,
  word smallint not null,
  length smallint not null,
  source text not null,
  skill_id text not null,
  n integer not null,
  constraint skill_words_pkey primary key (source, skill_id, n, word),
  constraint skill_words_name_fkey foreign key (source, skill_id, n) references skill_names on delete cascade,
  constraint skill_words_ending_length check (char_length(ending) <= 100)
)
--> statement-breakpoint
create index skill_words_typing on skill_words (ending, word, length, source, skill_id, n)
--> statement-breakpoint
alter table skill_words enable row level security
--> statement-breakpoint
alter table skill_words force row level security
--> statement-breakpoint
create policy skill_words_read on skill_words for select to entente_app using (true)
--> statement-breakpoint
create policy skill_words_import on skill_words to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on skill_words to entente_app
--> statement-breakpoint
grant select, insert, delete on skill_words to entente_worker
--> statement-breakpoint
create table occupations (
  source text not null,
  id text not null,
  code text not null,
  name text not null,
  description text,
  constraint occupations_pkey primary key (source, id),
  constraint occupations_vocabulary_fkey foreign key (source) references vocabularies on delete cascade,
  constraint occupations_name_length check (char_length(name) between 1 and 500)
)
--> statement-breakpoint
alter table occupations enable row level security
--> statement-breakpoint
alter table occupations force row level security
--> statement-breakpoint
create policy occupations_read on occupations for select to entente_app using (true)
--> statement-breakpoint
create policy occupations_import on occupations to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on occupations to entente_app
--> statement-breakpoint
grant select, insert, delete on occupations to entente_worker
--> statement-breakpoint
-- Every title of an occupation: as its vocabulary says it, other ones, and ones that people reported.
create table occupation_names (
  source text not null,
  occupation_id text not null,
  n integer not null,
  locale text not null,
  kind text not null,
  name text not null,
  constraint occupation_names_pkey primary key (source, occupation_id, n),
  constraint occupation_names_occupation_fkey foreign key (source, occupation_id) references occupations on delete cascade,
  constraint occupation_names_kind check (kind in ('preferred', 'alternative', 'hidden', 'reported')),
  constraint occupation_names_name_length check (char_length(name) between 1 and 500)
)
--> statement-breakpoint
alter table occupation_names enable row level security
--> statement-breakpoint
alter table occupation_names force row level security
--> statement-breakpoint
create policy occupation_names_read on occupation_names for select to entente_app using (true)
--> statement-breakpoint
create policy occupation_names_import on occupation_names to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on occupation_names to entente_app
--> statement-breakpoint
grant select, insert, delete on occupation_names to entente_worker
--> statement-breakpoint
-- What an occupation asks for: said (essential, optional, technology, tool) or rated (importance, level).
create table occupation_skills (
  source text not null,
  occupation_id text not null,
  skill_id text not null,
  relation text not null,
  rating real,
  constraint occupation_skills_pkey primary key (source, occupation_id, skill_id, relation),
  constraint occupation_skills_occupation_fkey foreign key (source, occupation_id) references occupations on delete cascade,
  constraint occupation_skills_skill_fkey foreign key (source, skill_id) references skills on delete cascade,
  constraint occupation_skills_relation check (relation in ('essential', 'optional', 'technology', 'tool', 'importance', 'level')),
  constraint occupation_skills_rating check ((rating is not null) = (relation in ('importance', 'level')))
)
--> statement-breakpoint
create index occupation_skills_skill on occupation_skills (source, skill_id)
--> statement-breakpoint
alter table occupation_skills enable row level security
--> statement-breakpoint
alter table occupation_skills force row level security
--> statement-breakpoint
create policy occupation_skills_read on occupation_skills for select to entente_app using (true)
--> statement-breakpoint
create policy occupation_skills_import on occupation_skills to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on occupation_skills to entente_app
--> statement-breakpoint
grant select, insert, delete on occupation_skills to entente_worker
--> statement-breakpoint
create table occupation_tasks (
  source text not null,
  occupation_id text not null,
  id text not null,
  kind text,
  text text not null,
  constraint occupation_tasks_pkey primary key (source, occupation_id, id),
  constraint occupation_tasks_occupation_fkey foreign key (source, occupation_id) references occupations on delete cascade,
  constraint occupation_tasks_kind check (kind in ('core', 'supplemental')),
  constraint occupation_tasks_text_length check (char_length(text) between 1 and 2000)
)
--> statement-breakpoint
alter table occupation_tasks enable row level security
--> statement-breakpoint
alter table occupation_tasks force row level security
--> statement-breakpoint
create policy occupation_tasks_read on occupation_tasks for select to entente_app using (true)
--> statement-breakpoint
create policy occupation_tasks_import on occupation_tasks to entente_worker using (true) with check (true)
--> statement-breakpoint
grant select on occupation_tasks to entente_app
--> statement-breakpoint
grant select, insert, delete on occupation_tasks to entente_worker
