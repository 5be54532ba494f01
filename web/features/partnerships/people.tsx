import { useQuery } from '@tanstack/react-query';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { pairsQuery } from '../pairs/api.ts';
import { peopleQuery } from './api.ts';
import style from './people.module.css';

/** Shown of each side; the rest stands on the page of the people. */
const MOST = 4;

interface PeopleProps {
  organization: string;
  slug: string;
  room: PartnershipPage;
}

/** A few people of both sides, theirs first; the page of the people has them all. */
export function People({ organization, slug, room }: PeopleProps) {
  const { partners, pairs } = useMessages();
  const words = partners.people;
  const people = useQuery(peopleQuery(organization, room.id));
  const proposed = useQuery(pairsQuery(organization, room.id)).data?.pairs ?? [];
  const waiting = proposed.filter((pair) => pair.may.answer === 'own').length;
  const sides = room.sides.toSorted(
    (one, other) => Number(one.side === room.mySide) - Number(other.side === room.mySide),
  );
  return (
    <Section title={words.title}>
      {people.isPending && <Loading what={words.title} />}
      {people.error && <ErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      {people.data &&
        sides.map((side) => (
          <SidePeople
            key={side.side}
            title={words.of({ organization: side.name })}
            ours={side.side === room.mySide}
            people={people.data.filter((each) => each.side === side.side && !each.endedAt)}
          />
        ))}
      {waiting > 0 && <p>{pairs.waiting({ n: waiting })}</p>}
      <Go href={paths.partnerPeople(slug, room.id)} className={style.all}>
        {pairs.all}
      </Go>
    </Section>
  );
}

function SidePeople({ title, ours, people }: { title: string; ours: boolean; people: RoomPerson[] }) {
  const { people: words } = useMessages().partners;
  if (ours && people.length === 0) return null;
  return (
    <div className={style.side}>
      <h3>{title}</h3>
      {people.length === 0 && <p className={style.none}>{words.none}</p>}
      <ul className={style.rows}>
        {people.slice(0, MOST).map((person) => (
          <li key={person.id} className={style.person}>
            <Avatar name={person.name ?? words.nameless} side={ours ? 'ours' : 'theirs'} size={32} />
            <span className={style.words}>
              <span className={style.name}>{person.name ?? words.nameless}</span>
              {person.title && <span className={style.below}>{person.title}</span>}
            </span>
          </li>
        ))}
      </ul>
      {people.length > MOST && <p className={style.none}>{words.more({ n: people.length - MOST })}</p>}
    </div>
  );
}
