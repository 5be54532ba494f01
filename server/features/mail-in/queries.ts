import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { letters, type Letter, mayRecordFor, partnerName, type Room } from '../rooms/policy.ts';
import { presentRoom, type RoomRow } from '../rooms/queries.ts';
import { isCorrespondence } from './policy.ts';
import type {
  MailInFilter,
  MailInList,
  MailInPage,
  MailInSummary,
  MailSuggestion,
  OfferedSuggestion,
} from './schema.ts';

const EXCERPT = 240;

interface Row {
  id: string;
  state: MailInSummary['state'];
  reason: MailInSummary['reason'];
  kind: MailInSummary['kind'];
  partnership_id: string | null;
  subject_id: string | null;
  from_email: string | null;
  from_name: string | null;
  recipients: string[];
  subject: string;
  words: string;
  folded: string;
  files: MailInSummary['files'];
  direction: MailInSummary['direction'];
  written_at: string | null;
  received_at: string;
  decision: MailInSummary['decision'];
  raw_key: string | null;
  about: string | null;
  room: RoomRow | null;
}

/** `room` comes as JSON, whose moments and ids are those of the row. */
const columns = `m.id, m.state, m.reason, m.kind, m.partnership_id, m.subject_id, m.from_email, m.from_name, m.recipients, m.subject,
  m.folded, m.files, m.direction, m.written_at, m.received_at, m.decision, m.raw_key,
  coalesce(
    (select c.title from conversations c where m.kind = 'conversation' and c.partnership_id = m.partnership_id and c.id = m.subject_id),
    (select t.subject from threads t where m.kind = 'thread' and t.partnership_id = m.partnership_id
       and t.id = case when m.kind = 'thread' then m.subject_id::uuid end),
    (select g.purpose from meetings g where m.kind = 'meeting' and g.partnership_id = m.partnership_id
       and g.id = case when m.kind = 'meeting' then m.subject_id::uuid end)) as about,
  (select to_jsonb(r) from (select p.id, p.organization_a, p.organization_b, p.holder_a, p.holder_b, p.claimed_a, p.claimed_b, p.name_a,
     p.name_b, p.domain_a, p.domain_b, p.created_at) r) as room`;
const from =
  'from mails_in m left join partnerships p on p.id = m.partnership_id and (p.holder_a = $1 or p.holder_b = $1)';

const roomOf = (row: Row, organization: string): Room | undefined =>
  row.room?.id ? presentRoom(row.room, organization) : undefined;

function present(row: Row, organization: string): MailInSummary {
  const room = roomOf(row, organization);
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    kind: row.kind,
    partnership: room ? { id: room.id, name: partnerName(room) } : null,
    subjectId: row.subject_id,
    about: row.about,
    from: { name: row.from_name, email: row.from_email },
    recipients: row.recipients,
    subject: row.subject,
    excerpt: row.words.slice(0, EXCERPT),
    files: row.files.map(({ name, type, size }) => ({ name, type, size })),
    direction: row.direction,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    decision: row.decision,
  };
}

/** Mails that arrived, newest first: all of an organization, or those kept with one partner. */
export async function listMailsIn(tx: Tx, organization: string, filter: MailInFilter): Promise<MailInList> {
  const after = readCursor(filter.cursor, 'moment', 'id');
  const [found, waiting] = await Promise.all([
    tx.query<Row>(
      `select ${columns}, left(m.words, ${EXCERPT}) as words ${from}
       where m.organization_id = $1 and ($2::text is null or m.state = $2)
         and ($3::uuid is null or (m.partnership_id = $3 and m.kind = 'copy' and m.state = 'landed'))
         and ($4::timestamptz is null or (m.received_at, m.id) < ($4::timestamptz, $5::uuid))
       order by m.received_at desc, m.id desc limit $6`,
      [
        organization,
        filter.state ?? null,
        filter.correspondence ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        filter.limit + 1,
      ],
    ),
    tx.query<{ held: number }>(
      "select count(*)::int as held from mails_in where organization_id = $1 and state = 'held'",
      [organization],
    ),
  ]);
  const shown = found.rows.slice(0, filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => present(row, organization)),
    next: found.rows.length > filter.limit && last ? writeCursor([last.received_at, last.id]) : null,
    held: waiting.rows[0]?.held ?? 0,
  };
}

/** A mail and what deciding about it needs. */
export interface FoundMail extends MailInPage {
  room: Room | undefined;
  rawKey: string | null;
}

/** One mail with its words, and what can be done with it. */
export async function findMailIn(tx: Tx, organization: string, id: string): Promise<FoundMail> {
  const { rows } = await tx.query<Row>(
    `select ${columns}, m.words ${from} where m.organization_id = $1 and m.id = $2`,
    [organization, id],
  );
  const row = rows[0];
  if (!row) throw new AppError('not_found', 'There is no such mail here.');
  const room = roomOf(row, organization);
  const recordable = room ? letters.filter((side) => mayRecordFor(organization, room, side)) : [];
  const placed = row.kind !== null && ['conversation', 'thread', 'meeting'].includes(row.kind);
  const canAccept = row.state === 'held' && placed && row.words !== '' && recordable.length > 0;
  const kept = isCorrespondence(row) && row.decision !== 'shared' && row.words !== '';
  return {
    ...present(row, organization),
    words: row.words,
    folded: row.folded,
    people: canAccept && room ? await speakable(tx, room.id, recordable, row.from_email) : [],
    canAccept,
    canShare: kept && room !== undefined && room.mySide !== null,
    room,
    rawKey: row.raw_key,
  };
}

/** As `findMailIn`, without what is nobody's business outside the server. */
export function presentMailIn({ room: _room, rawKey: _rawKey, ...page }: FoundMail): MailInPage {
  return page;
}

/** People whose words may be written down, whoever has this address first. */
async function speakable(
  tx: Tx,
  partnership: string,
  sides: readonly Letter[],
  email: string | null,
): Promise<MailInPage['people']> {
  const { rows } = await tx.query<{ id: string; name: string | null }>(
    `select id, name from people where partnership_id = $1 and side = any($2) and person_id is null and ended_at is null
       and merged_into is null and name is not null
     order by lower(email) is distinct from $3, name, id limit 200`,
    [partnership, sides, email?.toLowerCase() ?? null],
  );
  return rows;
}

/** Whose answer by mail it is: a member's, or that of somebody with a link. */
export interface Answerer {
  personId?: string;
  people?: string;
}

const NOTHING: OfferedSuggestion = { suggestion: null, mail: null, at: null };

/** What the last answer by mail of this person reads like, as long as nothing was said after it. */
export async function offeredSuggestionFor(
  tx: Tx,
  organization: string,
  where: { partnership: string; conversation: string },
  who: Answerer,
): Promise<OfferedSuggestion> {
  const { rows } = await tx.query<{ id: string; suggestion: MailSuggestion; received_at: string }>(
    `select m.id, m.suggestion, m.received_at from mails_in m
       join conversations c on c.partnership_id = m.partnership_id and c.id = m.subject_id and c.head = m.act_id
       join answer_addresses a on a.organization_id = m.organization_id and a.token = m.token
     where m.organization_id = $1 and m.subject_id = $3 and m.partnership_id = $2 and m.suggestion is not null and m.state = 'landed'
       and (a.person_id = $4 or a.people_id = $5)
     order by m.received_at desc limit 1`,
    [organization, where.partnership, where.conversation, who.personId ?? null, who.people ?? null],
  );
  const row = rows[0];
  return row ? { suggestion: row.suggestion, mail: row.id, at: row.received_at } : NOTHING;
}
