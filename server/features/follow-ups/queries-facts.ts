import type { Tx } from '../../platform/database.ts';
import type { Stage } from '../stages/model.ts';
import type { ConversationFact, Fact, FactKind, PartnershipFact } from './model-facts.ts';
import { lastContacts } from './queries-contact.ts';

/** What is to be looked at. */
export interface Watched {
  kind: FactKind;
  subject: string;
  /** Null where it is about no partner, or nobody knows which. */
  partnership: string | null;
}

type Load = (tx: Tx, organization: string, watched: readonly Watched[]) => Promise<Fact[]>;
const at = (value: string): number => Date.parse(value);
const maybe = (value: string | null): number | null => (value === null ? null : Date.parse(value));
const subjects = (watched: readonly Watched[]): string[] => watched.map((one) => one.subject);
const rooms = (watched: readonly Watched[]): (string | null)[] => watched.map((one) => one.partnership);

interface ConversationRow {
  conversation_id: string;
  partnership_id: string;
  mine: boolean;
  role: ConversationFact['role'];
  waits_for: string;
  person_id: string | null;
  sponsor_id: string | null;
  move_by: string;
  last_at: string;
  promised_at: string | null;
  due_at: string | null;
  lapses_at: string | null;
  deferred: boolean | null;
}

const conversations: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<ConversationRow>(
    `select t.conversation_id, t.partnership_id, t.mine, t.role, t.waits_for, t.person_id, t.move_by, t.last_at, k.promised_at,
       (select w.person_id from duties d join people w on w.partnership_id = d.partnership_id and w.id = d.person
        where d.partnership_id = t.partnership_id and d.duty = 'sponsor' and w.person_id is not null and w.ended_at is null
          and exists (select from memberships m where m.organization_id = $1 and m.person_id = w.person_id and m.ended_at is null)
        order by d.since, d.person limit 1) as sponsor_id, t.due_at, t.lapses_at,
       case when t.mine and t.waits_for = 'answer' then
         (select (c.folded::jsonb #>> '{negotiation,deferrals}')::int > 0 from conversations c
          where c.partnership_id = t.partnership_id and c.id = t.conversation_id) end as deferred
     from unnest($2::text[], $3::uuid[]) as w(subject, partnership)
     join today t on t.organization_id = $1 and t.partnership_id = w.partnership and t.conversation_id = w.subject
     left join commitments k on k.partnership_id = t.partnership_id and k.conversation_id = t.conversation_id`,
    [organization, subjects(watched), rooms(watched)],
  );
  return rows.map((row) => ({
    kind: 'conversation',
    subject: row.conversation_id,
    partnership: row.partnership_id,
    mine: row.mine,
    role: row.role,
    waitsFor: row.waits_for,
    person: row.person_id,
    sponsor: row.sponsor_id,
    moveBy: at(row.move_by),
    lastAt: at(row.last_at),
    promisedAt: maybe(row.promised_at),
    dueAt: maybe(row.due_at),
    lapsesAt: maybe(row.lapses_at),
    deferred: row.deferred ?? false,
  }));
};

interface PartnershipRow {
  id: string;
  stage: Stage | null;
  since: string;
  person_id: string | null;
}

/** The stage of each partnership that the organization stands in, and who of ours carries it. */
export async function partnershipFacts(
  tx: Tx,
  organization: string,
  partnerships: readonly string[],
): Promise<PartnershipFact[]> {
  const [{ rows }, contacts] = await Promise.all([
    tx.query<PartnershipRow>(
      `select p.id, s.to_stage as stage, coalesce(s.answered_at, p.created_at) as since,
         (select w.person_id from duties d join people w on w.partnership_id = d.partnership_id and w.id = d.person
          where d.partnership_id = p.id and d.side = case when p.claimed_a = $1 then 'a' else 'b' end and w.person_id is not null
          order by d.since, d.duty limit 1) as person_id
       from partnerships p
       left join lateral (
         select to_stage, answered_at from stage_moves m where m.partnership_id = p.id and m.answer = 'agreed'
         order by answered_at desc, id desc limit 1) s on true
       where p.id = any($2) and (p.claimed_a = $1 or p.claimed_b = $1)`,
      [organization, partnerships],
    ),
    lastContacts(tx, organization, partnerships),
  ]);
  return rows.map(({ id, stage, since, person_id: person }) => ({
    kind: 'partnership',
    subject: id,
    partnership: id,
    stage: stage ?? 'prospect',
    since: at(since),
    contactAt: maybe(contacts.get(id) ?? null),
    person,
  }));
}

interface SubjectRow {
  id: string;
  partnership_id: string;
  person_id: string | null;
}

const pairs: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<SubjectRow & { heard_at: string }>(
    `select r.id, r.partnership_id, w.person_id, greatest(r.agreed_at,
       (select a.at from acts a where a.partnership_id = r.partnership_id and a.author in (r.person_a, r.person_b) and a.void is null
        order by a.at desc limit 1),
       (select max(m.at) from messages m where m.partnership_id = r.partnership_id and m.author in (r.person_a, r.person_b))) as heard_at
     from unnest($2::uuid[], $3::uuid[]) as x(subject, partnership)
     join pairs r on r.partnership_id = x.partnership and r.id = x.subject
     join partnerships p on p.id = r.partnership_id
     left join people w on w.partnership_id = r.partnership_id and w.id = case when p.claimed_a = $1 then r.person_a else r.person_b end
     where r.agreed_at is not null and r.ended_at is null and (p.claimed_a = $1 or p.claimed_b = $1)`,
    [organization, subjects(watched), rooms(watched)],
  );
  return rows.map(({ id, partnership_id, person_id, heard_at }) => ({
    kind: 'pair',
    subject: id,
    partnership: partnership_id,
    person: person_id,
    heardAt: at(heard_at),
  }));
};

const readbacks: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<SubjectRow & { conversation_id: string; sent_at: string }>(
    `select r.id, r.partnership_id, r.conversation_id, w.person_id, r.sent_at
     from unnest($2::uuid[], $3::uuid[]) as x(subject, partnership)
     join readbacks r on r.partnership_id = x.partnership and r.id = x.subject
     join partnerships p on p.id = r.partnership_id
     left join people w on w.partnership_id = r.partnership_id and w.id = r.author
     where r.answered_at is null and case r.side when 'a' then p.claimed_a else p.claimed_b end = $1`,
    [organization, subjects(watched), rooms(watched)],
  );
  return rows.map(({ id, partnership_id, conversation_id, person_id, sent_at }) => ({
    kind: 'readback',
    subject: id,
    partnership: partnership_id,
    conversation: conversation_id,
    person: person_id,
    sentAt: at(sent_at),
  }));
};

const talks: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<SubjectRow & { held_on: string; thanked: boolean }>(
    `select i.id, i.partnership_id, i.started_by as person_id, i.held_on,
       exists (select from meeting_occurrences o join partnerships p on p.id = o.partnership_id
         where o.partnership_id = i.partnership_id and o.held and left(o.start_local, 10)::date = i.held_on
           and case when p.claimed_a = $1 then o.thanked_a else o.thanked_b end is not null) as thanked
     from interviews i where i.organization_id = $1 and i.id = any($2) and i.readback_id is null`,
    [organization, subjects(watched)],
  );
  return rows.map(({ id, partnership_id, person_id, held_on, thanked }) => ({
    kind: 'talk',
    subject: id,
    partnership: partnership_id,
    person: person_id,
    heldOn: held_on,
    thanked,
  }));
};

const points: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<SubjectRow & { follow_up_by: string }>(
    `select p.id, i.partnership_id, p.follow_up_person as person_id, p.follow_up_by
     from points p join interviews i on i.organization_id = p.organization_id and i.id = p.interview_id
     where p.organization_id = $1 and p.id = any($2) and p.settled = 'follow-up' and p.done_at is null and p.dropped_at is null
       and p.follow_up_by is not null`,
    [organization, subjects(watched)],
  );
  return rows.map(({ id, partnership_id, person_id, follow_up_by }) => ({
    kind: 'point',
    subject: id,
    partnership: partnership_id,
    person: person_id,
    by: follow_up_by,
  }));
};

const meetings: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<
    SubjectRow & { ends_at: string; held: boolean | null; ours: boolean; thanked: boolean }
  >(
    `select o.meeting_id || ' ' || o.occurrence as id, o.partnership_id, o.ends_at, o.held,
       case m.side when 'a' then p.claimed_a else p.claimed_b end = $1 as ours,
       case when p.claimed_a = $1 then o.thanked_a else o.thanked_b end is not null as thanked,
       (select w.person_id from meeting_people q join people w on w.partnership_id = q.partnership_id and w.id = q.person
        where q.partnership_id = o.partnership_id and q.meeting_id = o.meeting_id and w.person_id is not null
          and q.side = case when p.claimed_a = $1 then 'a' else 'b' end
        order by q.person <> m.organizer, q.person limit 1) as person_id
     from unnest($2::text[], $3::uuid[]) as x(subject, partnership)
     join meeting_occurrences o on o.partnership_id = x.partnership and o.meeting_id = split_part(x.subject, ' ', 1)::uuid
       and o.occurrence = split_part(x.subject, ' ', 2)
     join meetings m on m.partnership_id = o.partnership_id and m.id = o.meeting_id
     join partnerships p on p.id = o.partnership_id
     where o.cancelled_at is null and m.state = 'agreed' and (p.claimed_a = $1 or p.claimed_b = $1)`,
    [organization, subjects(watched), rooms(watched)],
  );
  return rows.map(({ id, partnership_id, person_id, ends_at, ...rest }) => ({
    kind: 'meeting',
    subject: id,
    partnership: partnership_id,
    person: person_id,
    endsAt: at(ends_at),
    ...rest,
  }));
};

const mails: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<SubjectRow & { conversation_id: string | null; created_at: string }>(
    `select id, partnership_id, null as person_id, conversation_id, created_at from mails
     where organization_id = $1 and id = any($2) and state = 'failed' and partnership_id is not null and person_id is null`,
    [organization, subjects(watched)],
  );
  return rows.map(({ id, partnership_id, person_id, conversation_id, created_at }) => ({
    kind: 'mail',
    subject: id,
    partnership: partnership_id,
    conversation: conversation_id,
    person: person_id,
    failedAt: at(created_at),
  }));
};

const heldMails: Load = async (tx, organization, watched) => {
  const { rows } = await tx.query<{
    id: string;
    partnership_id: string | null;
    received_at: string;
    reason: string | null;
    person_id: string | null;
  }>(
    `select i.id, i.partnership_id, i.received_at, i.reason,
       (select m.person_id from partnerships p
        join duties d on d.partnership_id = p.id and d.duty = 'owner' and d.side = case when p.claimed_a = $1 then 'a' else 'b' end
        join people w on w.partnership_id = d.partnership_id and w.id = d.person and w.ended_at is null
        join memberships m on m.organization_id = $1 and m.person_id = w.person_id and m.ended_at is null
          and m.role in ('manager', 'administrator')
        where p.id = i.partnership_id and (p.claimed_a = $1 or p.claimed_b = $1) order by d.since, d.person limit 1) as person_id
     from mails_in i where i.organization_id = $1 and i.id = any($2) and i.state = 'held'`,
    [organization, subjects(watched)],
  );
  return rows.map(({ id, partnership_id, received_at, reason, person_id }) => ({
    kind: 'held-mail',
    subject: id,
    partnership: partnership_id,
    person: person_id,
    heldAt: at(received_at),
    held: reason ?? '',
  }));
};

const loads: Record<FactKind, Load> = {
  conversation: conversations,
  partnership: (tx, organization, watched) => partnershipFacts(tx, organization, subjects(watched)),
  pair: pairs,
  readback: readbacks,
  talk: talks,
  point: points,
  meeting: meetings,
  mail: mails,
  'held-mail': heldMails,
};

/** Everything that is known of what is to be looked at, one statement for each kind; what is gone or settled is left out. */
export async function loadFacts(tx: Tx, organization: string, watched: readonly Watched[]): Promise<Fact[]> {
  const kinds = [...new Set(watched.map((one) => one.kind))];
  const found = await Promise.all(
    kinds.map((kind) =>
      loads[kind](
        tx,
        organization,
        watched.filter((one) => one.kind === kind),
      ),
    ),
  );
  return found.flat();
}
