import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { peopleQuery } from './api.ts';
import style from './people.module.css';
import { PersonForm } from './person-form.tsx';

type PartnershipSide = PartnershipPage['sides'][number];
type Editing = { person?: RoomPerson; side: PartnershipSide };

/** The people of both sides as this room knows them, theirs first. */
export function People({ organization, room }: { organization: string; room: PartnershipPage }) {
  const { partners } = useMessages();
  const words = partners.people;
  const people = useQuery(peopleQuery(organization, room.id));
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const sides = room.sides.toSorted(
    (one, other) => Number(one.side === room.mySide) - Number(other.side === room.mySide),
  );
  const newcomers = people.data?.filter((each) => each.side === 'newcomer') ?? [];
  return (
    <Section title={words.title}>
      {people.isPending && <Loading what={words.title} />}
      {people.error && <ErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      {people.data &&
        sides.map((side) => (
          <SidePeople
            key={side.side}
            side={side}
            ours={side.side === room.mySide}
            people={people.data.filter((each) => each.side === side.side)}
            onEdit={(person) => setEditing({ person, side })}
          />
        ))}
      {newcomers.length > 0 && sides[0] && (
        <div className={style.side}>
          <h3>{words.newcomers}</h3>
          <Rows
            people={newcomers}
            ours={false}
            onEdit={(person) => sides[0] && setEditing({ person, side: sides[0] })}
          />
        </div>
      )}
      <Dialog
        opened={editing !== undefined}
        onClose={close}
        title={
          editing?.person
            ? words.changeTitle({ name: editing.person.name ?? words.nameless })
            : words.addTitle({ organization: editing?.side.name ?? '' })
        }
      >
        {editing && (
          <PersonForm
            organization={organization}
            partnership={room.id}
            side={editing.side.side}
            person={editing.person}
            onDone={close}
          />
        )}
      </Dialog>
    </Section>
  );
}

interface SidePeopleProps {
  side: PartnershipSide;
  ours: boolean;
  people: RoomPerson[];
  onEdit: (person?: RoomPerson) => void;
}

function SidePeople({ side, ours, people, onEdit }: SidePeopleProps) {
  const { people: words } = useMessages().partners;
  if (ours && people.length === 0) return null;
  return (
    <div className={style.side}>
      <h3>{words.of({ organization: side.name })}</h3>
      {people.length > 0 ? (
        <Rows people={people} ours={ours} onEdit={onEdit} />
      ) : (
        <p className={style.none}>{words.none}</p>
      )}
      {side.held && !ours && (
        <div>
          <Button kind="quiet" className={style.add} onClick={() => onEdit()}>
            <PlusIcon size={16} />
            {words.add}
          </Button>
        </div>
      )}
    </div>
  );
}

function Rows({ people, ours, onEdit }: { people: RoomPerson[]; ours: boolean; onEdit: (person: RoomPerson) => void }) {
  const { people: words } = useMessages().partners;
  return (
    <ul className={style.rows}>
      {people.map((person) => {
        const name = person.name ?? words.nameless;
        const below = [person.title, person.newcomerName, person.email].filter(Boolean).join(' · ');
        return (
          <li key={person.id} className={`${style.person} ${person.endedAt ? style.ended : ''}`}>
            <Avatar name={name} side={ours ? 'ours' : 'theirs'} size={32} />
            <span className={style.words}>
              <span className={style.name}>{name}</span>
              {below && <span className={style.below}>{below}</span>}
              {(person.endedAt || person.linked || (person.personId && !ours)) && (
                <span className={style.badges}>
                  {person.endedAt && <Badge>{words.ended}</Badge>}
                  {person.linked && <Badge title={words.linkHint}>{words.linked}</Badge>}
                  {person.personId && !ours && <Badge>{words.signsIn}</Badge>}
                </span>
              )}
            </span>
            {person.may.change && (
              <button
                type="button"
                className={style.edit}
                aria-label={words.change({ name })}
                onClick={() => onEdit(person)}
              >
                {words.edit}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
