import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../../server/features/organizations/schema.ts';
import { dayOf, daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { useOrganization, usePerson } from '../../session.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { can } from './abilities.ts';
import { peopleQuery } from './api.ts';
import { DutySaid } from './duty-said.tsx';
import { MemberForm } from './member-form.tsx';
import style from './organizations.module.css';

/** Everybody here, what they are, and since when. */
export function People() {
  const organization = useOrganization();
  const me = usePerson();
  const { organization: words, general } = useMessages();
  const people = useQuery(peopleQuery(organization.id));
  const [open, setOpen] = useState<string>();
  if (people.isPending) return <Loading what={words.people.title} />;
  if (people.error) return <ErrorNote error={people.error} onRetry={() => void people.refetch()} />;
  const reader = { role: organization.role, personId: me.id };
  const chosen = people.data.find((member) => member.personId === open);
  const here = people.data.filter((member) => !member.endedAt);
  const former = people.data.filter((member) => member.endedAt);
  const rows = (members: Member[]) => (
    <ul className={style.list}>
      {members.map((member) => {
        const mayChange = can.changeMember(reader) || can.changeDuties(reader, member.personId);
        return (
          <li key={member.personId}>
            <MemberRow
              member={member}
              isMe={member.personId === me.id}
              onChange={mayChange ? () => setOpen(member.personId) : undefined}
            />
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <Section title={words.people.title} count={here.length}>
        {rows(here)}
      </Section>
      {former.length > 0 && <Section title={words.people.former}>{rows(former)}</Section>}
      <Dialog
        opened={chosen !== undefined}
        onClose={() => setOpen(undefined)}
        title={chosen?.name ?? general.actions.edit}
      >
        {chosen && <MemberForm key={chosen.personId} member={chosen} reader={reader} />}
      </Dialog>
    </>
  );
}

interface MemberRowProps {
  member: Member;
  isMe: boolean;
  onChange: (() => void) | undefined;
}

function MemberRow({ member, isMe, onChange }: MemberRowProps) {
  const { organization, general } = useMessages();
  const words = organization.people;
  const now = useReaderNow();
  const since = member.endedAt
    ? words.ended({ date: daySaid(dayOf(member.endedAt, now.zone), now, 'noun') })
    : words.joined({ date: daySaid(dayOf(member.joinedAt, now.zone), now, 'noun') });
  return (
    <div className={style.row} data-item>
      <Avatar name={member.name} side="ours" size={40} />
      <div className={style.who}>
        <div className={style.name}>
          {member.name}
          {isMe && <Badge>{words.you}</Badge>}
          <Badge tone={member.role === 'administrator' ? 'strong' : undefined}>{words.roles[member.role]}</Badge>
          {!member.mayPromise && <Badge>{words.mayNotPromise}</Badge>}
        </div>
        <Duties member={member} />
        <div className={style.soft}>
          {member.email} · {since}
        </div>
      </div>
      {onChange && (
        <Button onClick={onChange} data-act aria-label={words.change({ name: member.name })}>
          {general.actions.edit}
        </Button>
      )}
    </div>
  );
}

function Duties({ member }: { member: Member }) {
  if (member.roles.length === 0) return null;
  return (
    <ul className={style.duties}>
      {member.roles.map((duty) => (
        <li key={duty.id}>
          <DutySaid duty={duty} />
        </li>
      ))}
    </ul>
  );
}
