-- Words of a plain thread may come by mail: what somebody answered to a mail about a meeting.
alter table messages drop constraint messages_via;
--> statement-breakpoint
alter table messages add constraint messages_via check (via in ('session', 'link', 'recorded', 'mail'));
--> statement-breakpoint
-- The number of the meeting at which this one time last moved: answers to it with a lower number were given before.
alter table meeting_occurrences add column moved_sequence integer not null default 0;
--> statement-breakpoint
grant update (moved_sequence) on meeting_occurrences to entente_app;
--> statement-breakpoint
-- What was called off in a stretch of time.
create index meeting_occurrences_off on meeting_occurrences (partnership_id, cancelled_at) where cancelled_at is not null
