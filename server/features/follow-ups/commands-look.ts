import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/id.ts';
import { attention, type Item } from './model.ts';
import type { Fact, Settings } from './model-facts.ts';
import { loadFacts, type Watched } from './queries-facts.ts';

interface Looked {
  fact: Fact;
  items: Item[];
  lookAt: number | null;
}

const keyOf = (one: { kind: string; subject: string }): string => `${one.kind} ${one.subject}`;

/**
 * Looks at what is due to be looked at in the organization that `tx` has entered, at most so many things at once: raises what somebody
 * should do, each once; clears what is settled; and says when to look again. Answers how many it looked at.
 */
export async function lookAtDue(
  tx: Tx,
  organization: string,
  settings: Settings,
  now: Date,
  limit: number,
): Promise<number> {
  // Whatever changes while this looks waits for it, and is looked at again: a change is never looked over.
  const { rows: due } = await tx.query<Watched>(
    `select kind, subject_id as subject, partnership_id as partnership from watched
     where organization_id = $1 and look_at <= $2 order by look_at limit $3 for update skip locked`,
    [organization, now, limit],
  );
  if (due.length === 0) return 0;
  const facts = new Map((await loadFacts(tx, organization, due)).map((fact) => [keyOf(fact), fact]));
  const looked: Looked[] = [];
  const gone: Watched[] = [];
  for (const one of due) {
    const fact = facts.get(keyOf(one));
    if (fact) looked.push({ fact, ...attention(fact, now.getTime(), settings) });
    else gone.push(one);
  }
  await raise(tx, organization, looked, now);
  await clear(tx, organization, due, looked, now);
  await lookAgain(tx, organization, looked, gone);
  return due.length;
}

const conversationOf = (fact: Fact): string | null =>
  fact.kind === 'conversation' ? fact.subject : 'conversation' in fact ? fact.conversation : null;

async function raise(tx: Tx, organization: string, looked: readonly Looked[], now: Date): Promise<void> {
  const raised = looked.flatMap(({ fact, items }) =>
    items.map((item) => ({
      id: newId(),
      rule: item.rule,
      kind: fact.kind,
      subject: fact.subject,
      occasion: item.occasion,
      partnership: fact.partnership,
      conversation: conversationOf(fact),
      person: item.person,
      due: new Date(item.due).toISOString(),
      reason: item.reason,
    })),
  );
  if (raised.length === 0) return;
  // What was cleared and is so again is open again; what somebody did stays done.
  await tx.query(
    `insert into follow_ups (organization_id, id, rule, kind, subject_id, occasion, partnership_id, conversation_id, person_id, due_at,
       raised_at, reason, changed_at)
     select $1, r.id, r.rule, r.kind, r.subject, r.occasion, r.partnership, r.conversation, r.person, r.due, $2, r.reason, $2
     from jsonb_to_recordset($3::jsonb) as r(id uuid, rule text, kind text, subject text, occasion text, partnership uuid, conversation text,
       person uuid, due timestamptz, reason jsonb)
     on conflict on constraint follow_ups_occasion_key do update set person_id = excluded.person_id, due_at = excluded.due_at,
       reason = excluded.reason, changed_at = excluded.changed_at,
       state = case follow_ups.state when 'cleared' then 'open' else follow_ups.state end
     where (follow_ups.person_id, follow_ups.due_at, follow_ups.reason) is distinct from (excluded.person_id, excluded.due_at, excluded.reason)
       or follow_ups.state = 'cleared'`,
    [organization, now, JSON.stringify(raised)],
  );
}

async function clear(
  tx: Tx,
  organization: string,
  due: readonly Watched[],
  looked: readonly Looked[],
  now: Date,
): Promise<void> {
  const kept = looked.flatMap(({ fact, items }) =>
    items.map(({ rule, occasion }) => ({ rule, subject: fact.subject, occasion })),
  );
  await tx.query(
    `update follow_ups f set state = 'cleared', changed_at = $2
     from unnest($3::text[], $4::text[]) as w(kind, subject)
     where f.organization_id = $1 and f.kind = w.kind and f.subject_id = w.subject and f.state = 'open'
       and not exists (select from jsonb_to_recordset($5::jsonb) as k(rule text, subject text, occasion text)
         where k.rule = f.rule and k.subject = f.subject_id and k.occasion = f.occasion)`,
    [organization, now, due.map((one) => one.kind), due.map((one) => one.subject), JSON.stringify(kept)],
  );
}

async function lookAgain(
  tx: Tx,
  organization: string,
  looked: readonly Looked[],
  gone: readonly Watched[],
): Promise<void> {
  await tx.query(
    `update watched w set look_at = n.look_at from unnest($2::text[], $3::text[], $4::timestamptz[]) as n(kind, subject, look_at)
     where w.organization_id = $1 and w.kind = n.kind and w.subject_id = n.subject`,
    [
      organization,
      looked.map(({ fact }) => fact.kind),
      looked.map(({ fact }) => fact.subject),
      looked.map(({ lookAt }) => (lookAt === null ? null : new Date(lookAt))),
    ],
  );
  if (gone.length === 0) return;
  await tx.query(
    `delete from watched w using unnest($2::text[], $3::text[]) as n(kind, subject)
     where w.organization_id = $1 and w.kind = n.kind and w.subject_id = n.subject`,
    [organization, gone.map((one) => one.kind), gone.map((one) => one.subject)],
  );
}
