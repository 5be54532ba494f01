/** What a stage rests on, written straight into a room: for what reads it. */
import { inScope } from '../platform/database.ts';
import { newId } from '../platform/id.ts';
import { mintScope } from '../platform/scope.ts';
import type { ServerForPeople, SignedUp } from './people.ts';

type Server = Pick<ServerForPeople, 'platform'>;
interface Place {
  by: SignedUp;
  partnership: string;
}

async function write(server: Server, by: SignedUp, text: string, values: unknown[]): Promise<void> {
  await inScope(server.platform.db, mintScope(by.organization.id), (tx) => tx.query(text, values));
}

export interface Telling {
  conversation: string;
  side?: 'a' | 'b';
  heldOn: string;
  way?: 'in-person' | 'video' | 'phone';
  place?: string | null;
  sentAt: string;
  answeredAt?: string;
  author: string;
}

/** A read-back, sent and perhaps answered. */
export async function readBack(server: Server, { by, partnership }: Place, told: Telling): Promise<string> {
  const id = newId();
  const { side = 'a', way = 'in-person', place = 'Their office' } = told;
  const answered = told.answeredAt ?? null;
  await write(
    server,
    by,
    `insert into readbacks (partnership_id, id, conversation_id, side, author, held_on, way, place, words, sent_at, answered_at, answered_by,
       answered_via, holder_a, holder_b)
     select p.id, $2, $3, $4, $5::uuid, $6, $7, $8, 'What we heard', $9, $10::timestamptz, case when $10::timestamptz is not null then $5::uuid end,
       case when $10::timestamptz is not null then 'session' end, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [partnership, id, told.conversation, side, told.author, told.heldOn, way, place, told.sentAt, answered],
  );
  return id;
}

/** Two people who work together, agreed by both sides. */
export async function pair(
  server: Server,
  { by, partnership }: Place,
  a: string,
  b: string,
  at: Date,
  agreed = true,
): Promise<void> {
  await write(
    server,
    by,
    `insert into pairs (partnership_id, id, person_a, person_b, proposed_side, proposed_by, proposed_at, agreed_by, agreed_via, agreed_at, holder_a, holder_b)
     select p.id, $2, $3::uuid, $4::uuid, 'a', $3::uuid, $5::timestamptz, case when $6 then $4::uuid end, case when $6 then 'session' end, case when $6 then $5::timestamptz end,
       p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [partnership, newId(), a, b, at, agreed],
  );
}

/** Who sponsors the partnership on their own side. */
export async function sponsor(
  server: Server,
  { by, partnership }: Place,
  side: 'a' | 'b',
  person: string,
  at: Date,
): Promise<void> {
  await write(
    server,
    by,
    `insert into duties (partnership_id, side, duty, person, via, since, holder_a, holder_b)
     select p.id, $2, 'sponsor', $3, 'session', $4, p.holder_a, p.holder_b from partnerships p where p.id = $1`,
    [partnership, side, person, at],
  );
}

/** A talk that only one organization knows of. */
export async function privateTalk(
  server: Server,
  { by, partnership }: Place,
  heldOn: string,
  at: Date,
): Promise<string> {
  const id = newId();
  await write(
    server,
    by,
    `insert into interviews (organization_id, id, partnership_id, held_on, way, place, guide_title, started_by, created_at, updated_at)
     values ($1, $2, $3, $4, 'in-person', 'A café nobody knows of', 'First talk', $5, $6, $6)`,
    [by.organization.id, id, partnership, heldOn, by.id, at],
  );
  return id;
}
