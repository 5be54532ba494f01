import { useState } from 'react';
import type { PairsPage } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/page.tsx';
import style from './pairs.module.css';
import { PersonForm } from './person-form.tsx';
import { PersonRow } from './person-row.tsx';

type PartnershipSide = PartnershipPage['sides'][number];
type Editing = { person?: RoomPerson; side: PartnershipSide };

interface SidesOfPeopleProps {
  organization: OurOrganization;
  room: PartnershipPage;
  people: RoomPerson[];
  pairs: PairsPage;
}

/** The people of both sides, theirs first, with what they stand for; added and changed by who keeps them. */
export function SidesOfPeople({ organization, room, people, pairs }: SidesOfPeopleProps) {
  const { people: words } = useMessages().partners;
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const sides = room.sides.toSorted(
    (one, other) => Number(one.side === room.mySide) - Number(other.side === room.mySide),
  );
  const newcomers = people.filter((each) => each.side === 'newcomer');
  const row = (person: RoomPerson, side: PartnershipSide) => (
    <PersonRow
      key={person.id}
      person={person}
      ours={side.side === room.mySide && person.side !== 'newcomer'}
      duties={pairs.duties.filter((duty) => duty.person === person.id)}
      onEdit={() => setEditing({ person, side })}
    />
  );
  return (
    <>
      {sides.map((side) => {
        const here = people.filter((each) => each.side === side.side);
        return (
          <Section key={side.side} title={words.of({ organization: side.name })} count={here.length || undefined}>
            {here.length > 0 ? (
              <ul className={style.people}>{here.map((person) => row(person, side))}</ul>
            ) : (
              <p className={style.none}>{words.none}</p>
            )}
            {side.held && (
              <div>
                <Button onClick={() => setEditing({ side })}>
                  <PlusIcon size={16} />
                  {words.addTo({ organization: side.name })}
                </Button>
              </div>
            )}
          </Section>
        );
      })}
      {newcomers.length > 0 && (
        <Section title={words.newcomers}>
          <ul className={style.people}>{newcomers.map((person) => sides[0] && row(person, sides[0]))}</ul>
        </Section>
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
            organization={organization.id}
            partnership={room.id}
            side={editing.side.side}
            person={editing.person}
            pairs={pairs}
            onDone={close}
          />
        )}
      </Dialog>
    </>
  );
}
