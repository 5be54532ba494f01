import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Start } from '../../../server/features/identity/schema.ts';
import { dayOf, fullDay } from '../../../messages/format.ts';
import { useLocale } from '../../locale.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { signIn } from './api.ts';
import style from './door.module.css';

type Demo = NonNullable<Start['demo']>;
type DemoPerson = Demo['people'][number];

/** The people of the demo world by organization: a press on a name signs in. */
export function DemoPeople({ demo, onSignedIn }: { demo: Demo; onSignedIn: () => void }) {
  const { messages, locale, zone } = useLocale();
  const words = messages.signIn.demo;
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: (person: DemoPerson) => signIn(queries, person.email, person.password),
    onSuccess: onSignedIn,
  });
  const passwords = [...new Set(demo.people.map((person) => person.password))];
  return (
    <section className={style.panel}>
      <h2>{words.title}</h2>
      <p className={style.soft}>
        {words.text} {words.now({ date: fullDay(dayOf(demo.now, zone), locale) })}
      </p>
      {[...Map.groupBy(demo.people, (person) => person.organization)].map(([organization, people]) => (
        <div key={organization} className={style.group}>
          <h3>{organization}</h3>
          <ul className={style.people}>
            {people.map((person) => (
              <li key={person.email}>
                <button
                  type="button"
                  className={style.person}
                  disabled={enter.isPending}
                  onClick={() => enter.mutate(person)}
                >
                  <Avatar name={person.name} size={36} />
                  <span>
                    <span className={style.name}>{person.name}</span>
                    <span className={style.role}>{messages.organization.people.roles[person.role]}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {passwords.length === 1 && passwords[0] && (
        <p className={style.soft}>{words.password({ password: passwords[0] })}</p>
      )}
      {enter.error && <ErrorNote error={enter.error} />}
    </section>
  );
}
