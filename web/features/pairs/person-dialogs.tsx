import type { PairsPage } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Left } from './left.tsx';
import { PersonForm } from './person-form.tsx';
import { WhoKnows } from './who-knows.tsx';

/** What somebody wants to do with a person, or with one who is not there yet. */
export type Asked =
  | { what: 'edit'; side: 'a' | 'b'; person?: RoomPerson }
  | { what: 'knows' | 'left'; side: 'a' | 'b'; person: RoomPerson };

interface PersonDialogsProps {
  organization: OurOrganization;
  room: PartnershipPage;
  people: RoomPerson[];
  pairs: PairsPage;
  asked: Asked | undefined;
  onAsk: (asked: Asked | undefined) => void;
}

/** The windows about one person, of which at most one is open. */
export function PersonDialogs({ organization, room, people, pairs, asked, onAsk }: PersonDialogsProps) {
  const { partners, pairs: words } = useMessages();
  const close = () => onAsk(undefined);
  const name = asked?.person?.name ?? partners.people.nameless;
  const side = room.sides.find((each) => each.side === asked?.side)?.name ?? '';
  const titles = {
    edit: asked?.person ? partners.people.changeTitle({ name }) : partners.people.addTitle({ organization: side }),
    knows: words.own.title({ name }),
    left: asked?.person?.endedAt ? name : words.left.title({ name }),
  };
  return (
    <Dialog opened={asked !== undefined} onClose={close} title={asked ? titles[asked.what] : ''}>
      {asked?.what === 'edit' && (
        <PersonForm
          key={asked.person?.id}
          organization={organization.id}
          partnership={room.id}
          side={asked.side}
          person={asked.person}
          pairs={pairs}
          onOther={(id) => onAsk({ what: 'edit', side: asked.side, person: people.find((each) => each.id === id) })}
          onDone={close}
        />
      )}
      {asked?.what === 'knows' && (
        <WhoKnows organization={organization} partnership={room.id} person={asked.person} onDone={close} />
      )}
      {asked?.what === 'left' && <Left organization={organization} room={room} person={asked.person} onDone={close} />}
    </Dialog>
  );
}
