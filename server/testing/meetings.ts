/** A meeting for tests of who may do what, and what its routes take. */
import { newId } from '../platform/id.ts';
import type { SignedUp } from './people.ts';

const MET = '2026-03-02T10:00';

/** A visit of `a` with minutes for both, notes of its own, and an idea that came of it. */
export async function furnishMeeting(
  a: SignedUp,
  room: string,
  { shared, secret }: { shared: string; secret: string },
): Promise<Record<string, string>> {
  const visit = await a.json(`${room}/visits`, {
    json: {
      purpose: shared,
      on: MET.slice(0, 10),
      time: MET.slice(11),
      zone: 'UTC',
      minutes: `${shared} minutes`,
      note: `${secret} note about the visit`,
    },
    status: 201,
  });
  const json = { occurrence: MET, kind: 'idea', text: `${shared} idea` };
  const { occurrences } = await a.json(`${room}/meetings/${visit.id}/results`, { json });
  return { meeting: visit.id, result: occurrences[0].results[0].id };
}

/** Bodies with which the routes of meetings would do their work for whoever may. */
export function meetingBodies(ids: Record<string, string>): Record<string, unknown> {
  const nothing = newId();
  const about = { purpose: 'Stolen', way: 'phone', zone: 'UTC', lasts: 60 };
  const votes = { votes: [{ option: nothing, vote: 'yes' }] };
  const writing = { occurrence: MET, text: 'Stolen', seen: null };
  const one = 'meetings/{meeting}';
  return {
    'POST /meetings': { ...about, ask: 'fixed', start: '2099-01-01T10:00' },
    'POST /visits': { on: '2026-01-01', zone: 'UTC' },
    [`PATCH /${one}`]: { purpose: 'Stolen' },
    [`PUT /${one}/votes`]: votes,
    [`POST /${one}/settle`]: { option: nothing },
    [`POST /${one}/answers`]: { answer: 'accepted' },
    [`POST /${one}/move`]: { start: '2099-01-02T10:00' },
    [`POST /${one}/cancel`]: { reason: 'Stolen' },
    [`POST /${one}/links`]: { person: ids.person },
    [`POST /${one}/outcome`]: { occurrence: MET, held: false },
    [`PUT /${one}/attendance`]: { occurrence: MET, attendance: [{ person: ids.person, attended: false }] },
    [`PUT /${one}/minutes`]: writing,
    [`PUT /${one}/note`]: writing,
    [`POST /${one}/minutes/send`]: { occurrence: MET },
    [`POST /${one}/talk`]: { occurrence: MET },
    [`POST /${one}/results`]: { occurrence: MET, kind: 'idea', text: 'Stolen' },
    [`POST /${one}/thanks`]: { occurrence: MET, text: 'Stolen' },
    'PUT /api/guest/meeting/votes': votes,
    'POST /api/guest/meeting/settle': { option: nothing },
    'POST /api/guest/meeting/answers': { answer: 'accepted' },
    'POST /api/guest/meeting/move': { start: '2099-01-02T10:00' },
    'POST /api/guest/meeting/cancel': { reason: 'Stolen' },
    'POST /api/guest/meeting/words': { text: 'Stolen' },
  };
}
