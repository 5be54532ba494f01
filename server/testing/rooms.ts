/** Partnerships for tests: recorded by one organization, or with both of them here. */
import { openConversation } from '../features/acts/commands.ts';
import type { OpenInput } from '../features/acts/schema.ts';
import type { RoomPerson } from '../features/people/schema.ts';
import { memberVoice } from '../features/voices/model.ts';
import { inScope } from '../platform/database.ts';
import { mintScope } from '../platform/scope.ts';
import { type ServerForPeople, type SignedUp, signUp } from './people.ts';

export interface RecordedPartner {
  id: string;
  organizationId: string;
  /** `…/partnerships/{id}` below the organization that recorded it. */
  base: string;
  people: RoomPerson[];
}

/** A partner without an account, written down by somebody's organization, with one person who has an address. */
export async function recordPartner(
  by: SignedUp,
  name = 'Taller Nuevo SL',
  email = 'marta@taller.example',
): Promise<RecordedPartner> {
  const made = await by.json(`${by.base}/partnerships`, {
    json: { name, people: [{ name: 'Marta Gil', email, title: 'Head of talent' }] },
    status: 201,
  });
  return {
    id: made.id,
    organizationId: made.partner.organizationId,
    base: `${by.base}/partnerships/${made.id}`,
    people: made.people,
  };
}

/** The token of an offer to take the partner's side over. */
export async function offer(
  by: SignedUp,
  partnership: string,
  email = 'marta@taller.example',
  side?: 'a' | 'b',
): Promise<string> {
  const { url } = await by.json(`${by.base}/partnerships/${partnership}/claims`, {
    json: { email, ...(side && { side }) },
    status: 201,
  });
  return String(url).split('/claim/')[1] ?? '';
}

export interface Partners {
  a: SignedUp;
  b: SignedUp;
  partnership: string;
}

/** Two organizations that are both here, with a room between them: `a` recorded it, `b` claimed its side. */
export async function twoPartners(server: ServerForPeople): Promise<Partners> {
  const a = await signUp(server, { organization: 'Universidad del Norte' });
  const b = await signUp(server, { organization: 'Acero y Luz', name: 'Bruno Sanz' });
  const { id } = await recordPartner(a, 'Acero y Luz SA', b.email);
  const token = await offer(a, id, b.email);
  await b.json(`/api/claims/${token}`, { json: { organization: b.organization.id } });
  return { a, b, partnership: id };
}

/** A request from somebody's own side, to be answered within ten days. Answers the conversation's id. */
export async function request(
  server: ServerForPeople,
  by: SignedUp,
  partnership: string,
  what = 'Twelve places for interns',
): Promise<string> {
  const { db, clock } = server.platform;
  const now = clock.now();
  const days = (count: number) => ({ at: new Date(now.getTime() + count * 86_400_000).toISOString() });
  const input: OpenInput = {
    saying: { kind: 'request', terms: { what, conditions: [{ text: 'By name' }], due: days(30), replyBy: days(10) } },
  };
  const voice = memberVoice(
    by.organization.id,
    { id: by.id, timeZone: 'UTC' },
    { mayPromise: true, name: by.name, email: by.email },
  );
  const spoken = await inScope(db, mintScope(by.organization.id), (tx) =>
    openConversation(tx, now, voice, partnership, input),
  );
  return spoken.conversation;
}
