import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PairsPage } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { Section } from '../../ui/page.tsx';
import { ownPeopleQuery } from './api.ts';
import { OwnStrip } from './own-strip.tsx';
import style from './pairs.module.css';
import { PersonDialogs, type Asked } from './person-dialogs.tsx';
import { PersonRow } from './person-row.tsx';

type PartnershipSide = PartnershipPage['sides'][number];

interface SidesOfPeopleProps {
  organization: OurOrganization;
  room: PartnershipPage;
  people: RoomPerson[];
  pairs: PairsPage;
}

/** The people of both sides, theirs first, with what they stand for and what we alone know of them. */
export function SidesOfPeople({ organization, room, people, pairs }: SidesOfPeopleProps) {
  const { people: words } = useMessages().partners;
  const [asked, setAsked] = useState<Asked>();
  const sides = room.sides.toSorted(
    (one, other) => Number(one.side === room.mySide) - Number(other.side === room.mySide),
  );
  const newcomers = people.filter((each) => each.side === 'newcomer');
  const rows = (here: RoomPerson[], side: PartnershipSide) => (
    <ul className={style.people}>
      {here.map((person) => (
        <OnePerson
          key={person.id}
          organization={organization}
          room={room}
          person={person}
          side={side.side}
          pairs={pairs}
          onAsk={setAsked}
        />
      ))}
    </ul>
  );
  return (
    <>
      {sides.map((side) => {
        const here = people.filter((each) => each.side === side.side);
        return (
          <Section key={side.side} title={words.of({ organization: side.name })} count={here.length || undefined}>
            {here.length > 0 ? rows(here, side) : <p className={style.none}>{words.none}</p>}
            {side.held && (
              <div>
                <Button onClick={() => setAsked({ what: 'edit', side: side.side })}>
                  <PlusIcon size={16} />
                  {words.addTo({ organization: side.name })}
                </Button>
              </div>
            )}
          </Section>
        );
      })}
      {newcomers.length > 0 && sides[0] && <Section title={words.newcomers}>{rows(newcomers, sides[0])}</Section>}
      <PersonDialogs
        organization={organization}
        room={room}
        people={people}
        pairs={pairs}
        asked={asked}
        onAsk={setAsked}
      />
    </>
  );
}

interface OnePersonProps extends Omit<SidesOfPeopleProps, 'people'> {
  person: RoomPerson;
  side: 'a' | 'b';
  onAsk: (asked: Asked) => void;
}

function OnePerson({ organization, room, person, side, pairs, onAsk }: OnePersonProps) {
  const { own: ownWords, left } = useMessages().pairs;
  const own = useQuery(ownPeopleQuery(organization.id, room.id)).data;
  const ours = person.side === room.mySide;
  const more: MenuEntry[] = [
    ...(ours ? [] : [{ label: ownWords.open, onPress: () => onAsk({ what: 'knows', side, person }) }]),
    ...(person.side === 'newcomer' || person.name === null
      ? []
      : [
          {
            label: person.endedAt ? left.openEnded : left.open,
            onPress: () => onAsk({ what: 'left', side, person }),
          },
        ]),
  ];
  return (
    <PersonRow
      person={person}
      ours={ours}
      duties={pairs.duties.filter((duty) => duty.person === person.id)}
      onEdit={() => onAsk({ what: 'edit', side, person })}
      more={more}
    >
      {own && (
        <OwnStrip
          organization={organization}
          acquaintances={own.acquaintances.filter((each) => each.person === person.id)}
          moves={own.moves.filter((each) => each.person === person.id)}
        />
      )}
    </PersonRow>
  );
}
