import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { daySaid, dayOf } from '../../../messages/format.ts';
import type { Link } from '../../../server/features/links/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { announce } from '../../ui/toast.tsx';
import { type MemberPlace, useConversation } from './context.tsx';
import { partnerOf } from './perspective.ts';
import { AskFirst } from '../pairs/ask-first.tsx';
import { linksQuery, makeLink, type MadeLink, peopleQuery, revokeLink } from './room-api.ts';
import style from './conversation.module.css';

function useLinkState(): (link: Link) => string {
  const { talk } = useMessages();
  const reader = useReaderNow();
  const on = (at: string) => daySaid(dayOf(at, reader.zone), reader, 'on');
  return (link) => {
    if (link.state === 'used' && link.usedAt) return talk.links.used({ when: on(link.usedAt) });
    if (link.state === 'revoked' || link.state === 'replaced') return talk.links.revoked({ when: on(link.createdAt) });
    if (link.state === 'expired') return talk.links.expired({ when: on(link.expiresAt) });
    return `${talk.links.unused}, ${talk.links.expires({ date: daySaid(dayOf(link.expiresAt, reader.zone), reader, 'noun') })}`;
  };
}

/** The address of a new link: shown this once. */
function Fresh({ made }: { made: MadeLink }) {
  const { talk } = useMessages();
  const [copied, setCopied] = useState(false);
  const name = made.person.name ?? talk.links.someone;
  const copy = async () => {
    await navigator.clipboard.writeText(made.url);
    setCopied(true);
    announce(talk.links.copied);
  };
  return (
    <div className={style.fresh}>
      <p>
        <strong>{made.mailed ? talk.links.madeAndSent({ name }) : talk.links.made({ name })}</strong>{' '}
        {talk.links.onlyNow}
      </p>
      <input
        readOnly
        value={made.url}
        aria-label={talk.links.made({ name })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button kind="plain" onClick={() => void copy()}>
        {copied ? talk.links.copied : talk.links.copy}
      </Button>
    </div>
  );
}

function LinkList({ links, onRevoke }: { links: readonly Link[]; onRevoke: (link: string) => void }) {
  const { talk } = useMessages();
  const linkState = useLinkState();
  if (links.length === 0) return null;
  return (
    <ul className={style.tree}>
      {links.map((link) => {
        const name = link.person.name ?? talk.links.someone;
        return (
          <li key={link.id} className={style.linkRow}>
            <span>
              {name} <span className={style.soft}>{linkState(link)}</span>
            </span>
            {(link.state === 'live' || link.state === 'used') && (
              <button
                type="button"
                className={style.inline}
                aria-label={talk.links.revokeFor({ name })}
                onClick={() => onRevoke(link.id)}
              >
                {talk.links.revoke}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Links with which people of a partner without accounts answer this conversation. */
export function GuestLinks({ member }: { member: MemberPlace }) {
  const { page } = useConversation();
  const { talk } = useMessages();
  const queries = useQueryClient();
  const query = linksQuery(member.organization, page.partnershipId, page.id);
  const links = useQuery(query);
  const people = useQuery(peopleQuery(member.organization, page.partnershipId));
  const linkable = people.data?.filter((each) => each.may.link && each.endedAt === null) ?? [];
  const [chosen, setChosen] = useState('');
  const person = linkable.find((each) => each.id === chosen) ?? linkable[0];
  const refresh = () => queries.invalidateQueries({ queryKey: query.queryKey });
  const make = useMutation({
    mutationFn: (send: boolean) => makeLink(member.organization, page.partnershipId, page.id, person?.id ?? '', send),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (link: string) => revokeLink(member.organization, page.partnershipId, page.id, link),
    onSuccess: refresh,
  });
  const partner = partnerOf(page).name;
  return (
    <>
      <p className={style.soft}>{talk.links.lead({ partner })}</p>
      {people.data && linkable.length === 0 && <p className={style.soft}>{talk.links.noPeople({ partner })}</p>}
      {person && (
        <>
          <SelectField
            label={talk.links.person}
            data={linkable.map((each) => ({ value: each.id, label: each.name ?? talk.links.someone }))}
            value={person.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <AskFirst organization={member.organization} partnership={page.partnershipId} person={person.id} />
          <p className={style.soft}>{person.email ? talk.links.sendTo({ email: person.email }) : talk.links.noEmail}</p>
          <div className={style.row}>
            {person.email && (
              <Button kind="act" busy={make.isPending} onClick={() => make.mutate(true)}>
                {talk.links.send}
              </Button>
            )}
            <Button kind="plain" busy={make.isPending} onClick={() => make.mutate(false)}>
              {talk.links.make}
            </Button>
          </div>
        </>
      )}
      {make.error && <ErrorNote error={make.error} />}
      {make.data && <Fresh made={make.data} />}
      <LinkList links={links.data ?? []} onRevoke={(link) => revoke.mutate(link)} />
      {revoke.error && <ErrorNote error={revoke.error} />}
    </>
  );
}
