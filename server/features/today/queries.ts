import { allowedActs, type Conversation, type Move } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import { summarize, type SummaryRow, summaryColumns } from '../conversations/queries.ts';
import type { TodayFilter, TodayItem, TodayPage } from './schema.ts';

type Section = 'mine' | 'theirs' | 'quiet' | 'soon';

interface TodayRow extends SummaryRow {
  section: Section;
  head: string;
  waits_for: string;
  move_by: string;
  since: string;
  mine: boolean;
  person_id: string | null;
}

/** Nothing heard for this long on either side: the conversation goes quiet. */
const quietDays = 14;
/** Due within this many days: soon. */
const soonDays = 7;
const day = 86_400_000;

/** Each section is its own short scan of one index, whatever the history behind it holds. */
const sections: Record<Section, { where: string; order: string }> = {
  mine: { where: 't.mine', order: 't.move_by, t.conversation_id' },
  theirs: { where: 'not t.mine', order: 't.move_by, t.conversation_id' },
  quiet: { where: 't.last_at < $4', order: 't.last_at, t.conversation_id' },
  soon: { where: 't.due_at is not null and t.due_at >= $3 and t.due_at < $5', order: 't.due_at, t.conversation_id' },
};

/** What one person should look at now: my move, their move, going quiet, soon due. One statement. */
export async function todayPage(
  tx: Tx,
  reader: { organization: string; personId: string },
  filter: TodayFilter,
  now: Date,
): Promise<TodayPage> {
  const values: unknown[] = [
    reader.organization,
    filter.limit + 1,
    now,
    new Date(now.getTime() - quietDays * day),
    new Date(now.getTime() + soonDays * day),
  ];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const who = filter.person === 'me' ? reader.personId : filter.person;
  const person =
    who === 'everyone'
      ? ['']
      : filter.person === 'me'
        ? [` and t.person_id = ${given(who)}`, ' and t.person_id is null']
        : [` and t.person_id = ${given(who)}`];
  const narrowed = `${filter.partnership ? ` and t.partnership_id = ${given(filter.partnership)}` : ''}${filter.role ? ` and t.role = ${given(filter.role)}` : ''}`;
  const scans = (Object.entries(sections) as [Section, (typeof sections)[Section]][]).map(
    ([name, { where, order }]) => {
      const branches = person.map(
        (whose) =>
          `(select t.* from today t where t.organization_id = $1${whose} and ${where}${narrowed} and (t.lapses_at is null or t.lapses_at > $3) order by ${order} limit $2)`,
      );
      const joined =
        branches.length === 1
          ? branches[0]
          : `(select t.* from (${branches.join(' union all ')}) t order by ${order} limit $2)`;
      return `select '${name}' as section, t.* from (select row_number() over () as head_order, t.* from ${joined} t) t`;
    },
  );
  const { rows } = await tx.query<TodayRow>(
    `select t.section, t.waits_for, t.move_by, t.since, t.mine, t.person_id, c.head, ${summaryColumns}
     from (${scans.join(' union all ')}) t
     join conversations c on c.partnership_id = t.partnership_id and c.id = t.conversation_id
     join partnerships p on p.id = t.partnership_id
     order by t.section, t.head_order`,
    values,
  );
  const instant = now.toISOString();
  const take = (section: Section): TodayPage[Section] => {
    const found = rows.filter((row) => row.section === section);
    return {
      items: found.slice(0, filter.limit).map((row) => present(row, reader.organization, instant)),
      more: found.length > filter.limit,
    };
  };
  return { mine: take('mine'), theirs: take('theirs'), quiet: take('quiet'), soon: take('soon'), now: instant };
}

function present(row: TodayRow, organization: string, now: string): TodayItem {
  const conversation = JSON.parse(row.folded) as Conversation;
  const summary = summarize(row, conversation, organization, now);
  const isOurs = (move: Move) => move.side === summary.role || move.side === 'both';
  const move = summary.moves.find((one) => row.mine === isOurs(one));
  return {
    ...summary,
    head: row.head,
    waitsFor: move?.for ?? row.waits_for,
    moveBy: move?.by ?? row.move_by,
    moveDay: move?.date ?? null,
    since: row.since,
    mine: row.mine,
    personId: row.person_id,
    allowed: summary.role ? allowedActs(conversation, summary.role, now) : [],
  };
}
