import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Cadence, usualCadence } from './model-facts.ts';
import { rhythmOf, type RuleName } from './model.ts';
import { draftFor } from './model-drafts.ts';
import { partnershipFacts } from './queries-facts.ts';
import type { CadencePage, FollowUpFilter, FollowUpItem, FollowUpList } from './schema.ts';

export interface ItemRow {
  id: string;
  rule: RuleName;
  kind: string;
  subject_id: string;
  partnership_id: string | null;
  partner: string | null;
  conversation_id: string | null;
  title: string | null;
  answers_for: string | null;
  person_name: string | null;
  handed_by: string | null;
  handed_name: string | null;
  due_at: string;
  raised_at: string;
  reason: FollowUpItem['reason'];
  state: FollowUpItem['state'];
  snoozed_until: string | null;
}

/** What is shown beside each row: the partner as the reader knows it, and what the thing is called. */
const shown = `f.id, f.rule, f.kind, f.subject_id, f.partnership_id, f.conversation_id, f.answers_for, f.handed_by, f.due_at, f.raised_at, f.reason,
  f.state, f.snoozed_until,
  case when p.claimed_a = $1 then p.name_b else p.name_a end as partner,
  case f.kind
    when 'talk' then (select i.guide_title from interviews i where i.organization_id = $1 and i.id = f.subject_id::uuid)
    when 'point' then (select left(q.text, 300) from points q where q.organization_id = $1 and q.id = f.subject_id::uuid)
    when 'meeting' then (select m.purpose from meetings m where m.partnership_id = f.partnership_id and m.id = split_part(f.subject_id, ' ', 1)::uuid)
    when 'mail' then (select m.to_email from mails m where m.organization_id = $1 and m.id = f.subject_id::uuid)
    when 'held-mail' then (select coalesce(m.from_name, m.from_email, m.subject) from mails_in m
      where m.organization_id = $1 and m.id = f.subject_id::uuid)
    when 'pair' then (select concat_ws(' · ', x.name, y.name) from pairs r
      left join people x on x.partnership_id = r.partnership_id and x.id = r.person_a
      left join people y on y.partnership_id = r.partnership_id and y.id = r.person_b
      where r.partnership_id = f.partnership_id and r.id = f.subject_id::uuid)
    else (select c.title from conversations c where c.partnership_id = f.partnership_id and c.id = f.conversation_id)
  end as title,
  w.name as person_name, h.name as handed_name`;
const beside = `left join partnerships p on p.id = f.partnership_id
  left join memberships w on w.organization_id = $1 and w.person_id = f.answers_for
  left join memberships h on h.organization_id = $1 and h.person_id = f.handed_by`;

export function presentItem(row: ItemRow): FollowUpItem {
  return {
    id: row.id,
    rule: row.rule,
    kind: row.kind,
    subjectId: row.subject_id,
    partnershipId: row.partnership_id,
    partner: row.partner,
    conversationId: row.conversation_id,
    title: row.title,
    person: row.answers_for === null ? null : { personId: row.answers_for, name: row.person_name ?? '' },
    handedBy: row.handed_by === null ? null : { personId: row.handed_by, name: row.handed_name ?? '' },
    dueAt: row.due_at,
    raisedAt: row.raised_at,
    reason: row.reason,
    state: row.state,
    snoozedUntil: row.snoozed_until,
    draft: draftFor(row),
  };
}

const states: Record<FollowUpFilter['show'], string> = {
  now: `f.state = 'open' and (f.snoozed_until is null or f.snoozed_until <= $2)`,
  later: `f.state = 'open' and f.snoozed_until > $2`,
  done: `f.state = 'done'`,
};

export interface Reader {
  organization: string;
  personId: string;
  /** Rules whose follow-ups are not theirs to see. */
  hidden: readonly string[];
}

/** What somebody has to follow up, the first due first. Each branch is a short scan of one index. */
export async function listFollowUps(tx: Tx, reader: Reader, filter: FollowUpFilter, now: Date): Promise<FollowUpList> {
  const after = readCursor(filter.cursor, 'moment', 'id');
  const values: unknown[] = [reader.organization, now, filter.limit + 1, reader.hidden];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const from = after ? ` and (f.due_at, f.id) > (${given(after[0])}::timestamptz, ${given(after[1])}::uuid)` : '';
  const narrowed = filter.partnership ? ` and f.partnership_id = ${given(filter.partnership)}` : '';
  const whose =
    filter.person === 'everyone'
      ? ['']
      : filter.person === 'me'
        ? [` and f.answers_for = ${given(reader.personId)}`, ' and f.answers_for is null']
        : [` and f.answers_for = ${given(filter.person)}`];
  const branches = whose.map(
    (one) =>
      `(select f.* from follow_ups f where f.organization_id = $1 and f.rule <> all($4) and ${states[filter.show]}${one}${narrowed}${from} order by f.due_at, f.id limit $3)`,
  );
  const { rows } = await tx.query<ItemRow>(
    `select ${shown} from (select f.* from (${branches.join(' union all ')}) f order by f.due_at, f.id limit $3) f ${beside}
     where $2::timestamptz is not null order by f.due_at, f.id`,
    values,
  );
  const items = rows.slice(0, filter.limit).map(presentItem);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last ? writeCursor([last.dueAt, last.id]) : null };
}

export async function loadFollowUp(tx: Tx, organization: string, id: string): Promise<FollowUpItem> {
  const { rows } = await tx.query<ItemRow>(
    `select ${shown} from follow_ups f ${beside} where f.organization_id = $1 and f.id = $2`,
    [organization, id],
  );
  if (!rows[0]) throw new AppError('not_found', 'There is no such follow-up.');
  return presentItem(rows[0]);
}

/** How long ago both sides of a partnership last spoke, and when somebody should get in touch. */
export async function cadenceOf(tx: Tx, organization: string, partnership: string, now: Date): Promise<CadencePage> {
  const [[fact], settings] = await Promise.all([
    partnershipFacts(tx, organization, [partnership]),
    tx.query<{ cadence: Cadence }>('select cadence from follow_up_settings where organization_id = $1', [organization]),
  ]);
  if (!fact) return { stage: 'prospect', contactAt: null, amberAt: null, redAt: null, state: null };
  const rhythm = rhythmOf(fact.stage, settings.rows[0]?.cadence ?? usualCadence);
  const base = fact.contactAt ?? (fact.stage === 'prospect' ? null : fact.since);
  const contactAt = fact.contactAt === null ? null : new Date(fact.contactAt).toISOString();
  if (!rhythm || base === null) return { stage: fact.stage, contactAt, amberAt: null, redAt: null, state: null };
  const [amber, red] = rhythm.map((days) => base + days * 86_400_000) as [number, number];
  return {
    stage: fact.stage,
    contactAt,
    amberAt: new Date(amber).toISOString(),
    redAt: new Date(red).toISOString(),
    state: now.getTime() >= red ? 'red' : now.getTime() >= amber ? 'amber' : 'fine',
  };
}
