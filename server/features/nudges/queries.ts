import { blanksOf, fillDraft } from '../../../messages/draft-text.ts';
import { dayOf, fullDay } from '../../../messages/format.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type DraftKey, draftFor as draftForRule } from '../follow-ups/model-drafts.ts';
import { loadFollowUp } from '../follow-ups/queries.ts';
import type { FollowUpItem } from '../follow-ups/schema.ts';
import type { Locale } from '../identity/schema.ts';
import type { Letter } from '../rooms/policy.ts';
import { loadRoom } from '../rooms/queries.ts';
import { ownWords, productWords } from './queries-wordings.ts';
import type { NudgeDraft } from './schema.ts';

/** Who is going to write, in which language, and where their clocks stand. */
export interface Writer {
  organization: string;
  personId: string;
  name: string;
  locale: Locale;
  timeZone: string;
}

/** The day that a draft speaks of, by what it is about. */
const days: Record<DraftKey, string | null> = {
  first: null,
  progress: 'by',
  overdue: 'by',
  cadence: 'contactAt',
  pair: 'heardAt',
  readback: 'sentAt',
  thanks: 'heldOn',
  heard: 'heldOn',
};

/** The draft that goes with a rule: what is ours alone to do has none. */
export function draftKeyOf(item: FollowUpItem): { key: DraftKey; partnership: string; partner: string } {
  const key = draftForRule(item);
  if (!key || !item.partnershipId)
    throw new AppError('conflict', 'This is yours to do: there is nothing to ask the partner for.');
  return { key, partnership: item.partnershipId, partner: item.partner ?? '' };
}

/** Whether it is about a conversation that both sides see: then it is said there, else in a thread. */
export const isSaidThere = (item: FollowUpItem): boolean =>
  item.conversationId !== null && (item.kind === 'conversation' || item.kind === 'readback');

/** A courteous draft about a follow-up, in the voice of the one who is going to send it. */
export async function draftFor(tx: Tx, writer: Writer, id: string): Promise<NudgeDraft> {
  const item = await loadFollowUp(tx, writer.organization, id);
  const { key, partnership, partner } = draftKeyOf(item);
  const room = await loadRoom(tx, writer.organization, partnership);
  const [to, there, thread, worded, own] = await Promise.all([
    room.mySide ? personToGreet(tx, item, room.mySide) : null,
    isSaidThere(item) ? conversationOf(tx, item) : null,
    latestThread(tx, partnership),
    ownWords(tx, writer.organization, { draft: key, locale: writer.locale }),
    tx.query<{ name: string }>('select name from organizations where id = $1', [writer.organization]),
  ]);
  const { drafts, subjects } = productWords[writer.locale];
  // Thanks are for a talk, or for a meeting that ended.
  const dayKey = days[key];
  const day = dayKey === null ? undefined : (item.reason[dayKey] ?? item.reason.endsAt);
  const text = fillDraft(worded ?? drafts[key], {
    ...(to && { name: to }),
    partner,
    sender: writer.name,
    organization: own.rows[0]?.name ?? '',
    ...(item.title && blanksOf[key].includes('subject') && { subject: item.title }),
    ...(typeof day === 'string' && { day: daySaidIn(day, writer, dayKey === 'by') }),
  });
  return {
    text,
    to,
    partner,
    partnershipId: partnership,
    conversation: there,
    thread: there ? null : thread,
    subject: subjects[key],
  };
}

/** A day in full. Of a deadline, the last day somebody has: one that ends at midnight was for the day before. */
function daySaidIn(day: string, { locale, timeZone }: Writer, deadline: boolean): string {
  if (day.length === 10) return fullDay(day, locale);
  return fullDay(dayOf(new Date(Date.parse(day) - (deadline ? 1 : 0)), timeZone), locale);
}

async function conversationOf(tx: Tx, item: FollowUpItem): Promise<NudgeDraft['conversation']> {
  const { rows } = await tx.query<{ id: string; title: string; head: string }>(
    'select id, title, head from conversations where partnership_id = $1 and id = $2',
    [item.partnershipId, item.conversationId],
  );
  return rows[0] ?? null;
}

async function latestThread(tx: Tx, partnership: string): Promise<NudgeDraft['thread']> {
  const { rows } = await tx.query<{ id: string; subject: string }>(
    'select id, subject from threads where partnership_id = $1 order by last_at desc, id desc limit 1',
    [partnership],
  );
  return rows[0] ?? null;
}

/** Whoever of the other side it is about: who spoke there last, the other of the pair, who told it, who stands for the partnership. */
async function personToGreet(tx: Tx, item: FollowUpItem, mine: Letter): Promise<string | null> {
  const person = (from: string, values: unknown[]) =>
    tx.query<{ name: string | null }>(`select w.name from ${from}`, [item.partnershipId, mine, ...values]);
  const { rows } = await (item.conversationId !== null
    ? person(
        `acts a join people w on w.partnership_id = a.partnership_id and w.id = a.author
         where a.partnership_id = $1 and a.conversation_id = $3 and w.side <> $2 and a.void is null order by a.position desc limit 1`,
        [item.conversationId],
      )
    : item.kind === 'pair'
      ? person(
          `pairs r join people w on w.partnership_id = r.partnership_id and w.id in (r.person_a, r.person_b)
           where r.partnership_id = $1 and r.id = $3::uuid and w.side <> $2 limit 1`,
          [item.subjectId],
        )
      : item.kind === 'talk'
        ? person(
            `interviews i join people w on w.partnership_id = i.partnership_id and w.id = i.with_people[1]
             where i.partnership_id = $1 and i.id = $3::uuid and w.side <> $2 limit 1`,
            [item.subjectId],
          )
        : person(
            `duties d join people w on w.partnership_id = d.partnership_id and w.id = d.person
             where d.partnership_id = $1 and d.side <> $2 order by d.since, d.duty limit 1`,
            [],
          ));
  return rows[0]?.name ?? null;
}
