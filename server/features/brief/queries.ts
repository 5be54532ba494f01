import type { Locale } from '../../../messages/locale.ts';
import type { Tx } from '../../platform/database.ts';
import { listConversations } from '../conversations/queries.ts';
import type { ConversationSummary } from '../conversations/schema.ts';
import { fitOfRoom } from '../fit/model.ts';
import type { Membership } from '../identity/policy.ts';
import { ownName } from '../links/queries.ts';
import { needsOfRoom } from '../needs/queries.ts';
import { listDuties, livePairs } from '../pairs/queries.ts';
import { partnershipPageOf } from '../partnerships/queries.ts';
import { listPeople } from '../people/queries.ts';
import { listReadbacks, readingSide } from '../readbacks/queries.ts';
import { loadRoom } from '../rooms/queries.ts';
import { loadStanding } from '../stages/queries.ts';
import { confidencePage } from '../trust/queries-pages.ts';
import type { Brief } from './schema.ts';

const OPEN = ['negotiating', 'performing', 'reported', 'disputed'] as const;
/** Conversations looked at for each state. */
const MOST = 50;

const dateOf = (one: ConversationSummary): string => one.moves[0]?.by ?? one.dueAt ?? one.lastAt;

/** Everything one page needs, in one transaction; each part is what its own page shows. */
export async function briefOf(
  tx: Tx,
  organization: string,
  actor: Membership,
  partnership: string,
  locale: Locale,
  now: Date,
): Promise<Brief> {
  const room = await loadRoom(tx, organization, partnership);
  const book = { organization, actor };
  const open = async (state: (typeof OPEN)[number]) =>
    (await listConversations(tx, organization, { partnership, state, limit: MOST }, now)).items;
  const [page, own, people, needs, readbacks, confidence, standing, duties, pairs, ...states] = await Promise.all([
    partnershipPageOf(tx, organization, actor, partnership, now),
    ownName(tx, organization),
    listPeople(tx, organization, room, now),
    needsOfRoom(tx, book, room),
    listReadbacks(tx, room, { organization, side: readingSide(organization, room) }),
    confidencePage(tx, organization, partnership, now, now),
    loadStanding(tx, room),
    listDuties(tx, partnership),
    livePairs(tx, partnership),
    ...OPEN.map(open),
  ]);
  const conversations = states
    .flat()
    .toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)) || one.id.localeCompare(other.id));
  // What is overdue stands among the open promises; next is what is still to come.
  const instant = now.toISOString();
  const next =
    conversations.find((one) => one.moves[0] && one.moves[0].by >= instant) ??
    conversations.find((one) => one.moves[0]);
  const [latest] = readbacks;
  return {
    partner: { name: page.partner.name, domain: page.partner.domain, presence: page.partner.presence },
    organization: own,
    since: room.createdAt,
    stage: standing.stage,
    stageSince: standing.since,
    people: people
      .filter((one) => one.endedAt === null && one.name !== null && one.side !== 'newcomer')
      .map((one) => ({
        name: one.name ?? '',
        title: one.title,
        side: one.side === room.mySide ? ('ours' as const) : ('theirs' as const),
        duties: duties.filter((duty) => duty.person === one.id).map((duty) => duty.duty),
      })),
    pairs: pairs
      .filter((pair) => pair.agreed_at !== null)
      .map(({ name_a, name_b, topic }) => ({
        ours: (room.mySide === 'b' ? name_b : name_a) ?? '',
        theirs: (room.mySide === 'b' ? name_a : name_b) ?? '',
        topic,
      })),
    needs,
    fit: fitOfRoom(needs, locale),
    open: conversations,
    confidence: confidence.directions.map((one) => ({
      direction: one.customerSide === room.mySide ? ('in-them' as const) : ('in-us' as const),
      confidence: one.confidence,
    })),
    last: page.lastAt,
    next: next?.moves[0] ? { at: next.moves[0].by, title: next.title, conversationId: next.id } : null,
    lastReadback: latest ? { sentAt: latest.sentAt, answeredAt: latest.answeredAt } : null,
    now: now.toISOString(),
  };
}
