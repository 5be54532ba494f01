import type { ChangePerson, NewPerson, RoomPerson } from '../../../server/features/people/schema.ts';

interface Typed {
  name: string;
  email: string;
  title: string;
  ended: boolean;
}

interface Read {
  add?: NewPerson;
  /** Only what is different; absent when nothing is. */
  change?: ChangePerson;
  problems?: { name?: 'personNameMissing'; email?: 'emailWrong' };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What was typed about a person, as the API takes it. A colleague who signs in keeps their own name and address. */
export function readPerson(typed: Typed, side: 'a' | 'b', person?: RoomPerson): Read {
  const name = typed.name.trim();
  const email = typed.email.trim().toLowerCase();
  const title = typed.title.trim();
  const own = person?.personId != null;
  const wrongName = !own && name === '' && (!person || person.name !== null);
  const wrongEmail = !own && email !== '' && !EMAIL.test(email);
  if (wrongName || wrongEmail) {
    return {
      problems: { ...(wrongName ? { name: 'personNameMissing' } : {}), ...(wrongEmail ? { email: 'emailWrong' } : {}) },
    };
  }
  if (!person) return { add: { name, side, ...(email ? { email } : {}), ...(title ? { title } : {}) } };
  const change: ChangePerson = {
    ...(!own && name !== '' && name !== person.name ? { name } : {}),
    ...(!own && email !== (person.email ?? '') ? { email: email || null } : {}),
    ...(title !== (person.title ?? '') ? { title: title || null } : {}),
    ...(typed.ended !== (person.endedAt !== null) ? { ended: typed.ended } : {}),
  };
  return Object.keys(change).length > 0 ? { change } : {};
}
