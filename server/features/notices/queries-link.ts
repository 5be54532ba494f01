import { view } from '@entente/protocol';
import type { Tx } from '../../platform/database.ts';
import type { MailFacts } from '../mail/schema.ts';
import { eventFor, factsFor } from './model.ts';
import type { Hearer } from './policy.ts';
import { loadTold } from './queries.ts';

type LinkFacts = Extract<MailFacts, { kind: 'guest-link' }>;

/** Makes of a mail that brings a link one that says what the link is about: the terms, the last word, whose move it is. */
export async function linkSent(
  tx: Tx,
  organization: string,
  email: string,
  facts: LinkFacts,
  now: Date,
): Promise<MailFacts> {
  const where = { partnershipId: facts.conversation.partnershipId, conversationId: facts.conversation.id };
  const last = await loadTold(tx, organization, where, now);
  const guest = last?.guests.find((one) => one.email === email);
  if (!last || !guest) return facts;
  const hearer: Hearer = { kind: 'guest', guest };
  const { act: terms } = last.conversation.terms;
  const opening = terms === last.act.id ? undefined : await loadTold(tx, organization, { ...where, actId: terms }, now);
  const { url, expiresAt } = facts;
  const told = factsFor(last, hearer, view(last.conversation, now.toISOString()), { url, expiresAt }, now);
  return {
    ...told,
    events: [...(opening ? [eventFor(opening, hearer)] : []), ...told.events],
    ...(facts.fresh && { fresh: true }),
  };
}
