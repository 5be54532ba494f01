-- With the id behind the date these indexes looked as good as the primary key to a plan made while the table was small, and a
-- cached plan then read a whole room, or all that an organization holds, to find one conversation.
drop index conversations_opened
--> statement-breakpoint
drop index conversations_holder_a
--> statement-breakpoint
drop index conversations_holder_b
--> statement-breakpoint
create index conversations_opened on conversations (partnership_id, opened_at desc)
--> statement-breakpoint
create index conversations_holder_a on conversations (holder_a, opened_at desc)
--> statement-breakpoint
create index conversations_holder_b on conversations (holder_b, opened_at desc)
