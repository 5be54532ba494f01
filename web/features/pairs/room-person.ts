import type { ChangePerson, NewPerson, PersonFunction, RoomPerson } from '../../../server/features/people/schema.ts';

interface Typed {
  name: string;
  email: string;
  title: string;
  function: PersonFunction | '';
  topics: string[];
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
  const { topics } = typed;
  const work = typed.function || null;
  const own = person?.personId != null;
  const wrongName = !own && name === '' && (!person || person.name !== null);
  const wrongEmail = !own && email !== '' && !EMAIL.test(email);
  if (wrongName || wrongEmail) {
    return {
      problems: { ...(wrongName ? { name: 'personNameMissing' } : {}), ...(wrongEmail ? { email: 'emailWrong' } : {}) },
    };
  }
  if (!person) {
    return {
      add: {
        name,
        side,
        ...(email ? { email } : {}),
        ...(title ? { title } : {}),
        ...(work ? { function: work } : {}),
        ...(topics.length > 0 ? { topics } : {}),
      },
    };
  }
  const change: ChangePerson = {
    ...(!own && name !== '' && name !== person.name ? { name } : {}),
    ...(!own && email !== (person.email ?? '') ? { email: email || null } : {}),
    ...(title !== (person.title ?? '') ? { title: title || null } : {}),
    ...(work !== person.function ? { function: work } : {}),
    ...(topics.join('\n') !== person.topics.join('\n') ? { topics } : {}),
  };
  return Object.keys(change).length > 0 ? { change } : {};
}
