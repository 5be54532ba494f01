import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RingCluster } from '../../ui/ring.tsx';
import { Invite } from '../claims/invite.tsx';
import { CadenceLine } from '../follow-ups/cadence-line.tsx';
import { MeetingsGlance } from '../meetings/glance.tsx';
import { Notes } from '../notes/notes.tsx';
import { StageBlock } from '../stages/stage-block.tsx';
import { Threads } from '../threads/threads.tsx';
import { PartnerConfidence } from '../trust/partner-confidence.tsx';
import { partnershipQuery, peopleQuery } from './api.ts';
import { BackLink } from './back-link.tsx';
import style from './partnership.module.css';
import { People } from './people.tsx';
import { RenameForm } from './rename-form.tsx';
import { RoomConversations } from './room-conversations.tsx';
import { RoomNav } from './room-nav.tsx';

interface PartnershipProps {
  organization: OurOrganization;
  partnership: string;
}

/** One partner: who they are here, what is open, what was, the talk, the people, and our own notes set apart. */
export function Partnership({ organization, partnership }: PartnershipProps) {
  const { partners } = useMessages();
  const found = useQuery(partnershipQuery(organization.id, partnership));
  const above = <BackLink href={paths.partners(organization.slug)}>{partners.page.back}</BackLink>;
  if (!found.data) {
    return (
      <Page title={partners.title} above={above}>
        {found.error ? (
          <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loading what={partners.what.one} />
        )}
      </Page>
    );
  }
  return <Known organization={organization} room={found.data} above={above} />;
}

function Known({
  organization,
  room,
  above,
}: {
  organization: OurOrganization;
  room: PartnershipPage;
  above: React.ReactNode;
}) {
  const { partner } = room;
  const begin = room.mySide !== null && <Begin slug={organization.slug} partnership={room.id} />;
  return (
    <Page
      key={room.id}
      title={partner.name}
      above={above}
      lead={partner.domain ?? undefined}
      actions={room.rings.length > 0 && begin}
      width="broad"
    >
      <RoomNav slug={organization.slug} partnership={room.id} current="overview" />
      <div className={style.columns}>
        <div className={style.main}>
          <Standing organization={organization} room={room} />
          {room.mySide !== null && <CadenceLine organization={organization} partnership={room.id} />}
          <StageBlock organization={organization} partnership={room.id} />
          <RoomConversations organization={organization} partnership={room.id} partner={partner.name} begin={begin} />
          <Threads organization={organization} room={room} />
        </div>
        <div className={style.aside}>
          <PartnerConfidence organization={organization} partnership={room.id} />
          {room.mySide !== null && (
            <MeetingsGlance organization={organization.id} slug={organization.slug} partnership={room.id} />
          )}
          <People organization={organization.id} slug={organization.slug} room={room} />
          <Notes organization={organization} partnership={room.id} />
        </div>
      </div>
    </Page>
  );
}

/** Ask for something, offer something. */
function Begin({ slug, partnership }: { slug: string; partnership: string }) {
  const { page } = useMessages().partners;
  return (
    <Buttons>
      <GoButton kind="act" href={paths.newConversation(slug, partnership, { kind: 'request' })}>
        {page.ask}
      </GoButton>
      <GoButton kind="no" href={paths.newConversation(slug, partnership, { kind: 'offer' })}>
        {page.offer}
      </GoButton>
    </Buttons>
  );
}

/** The cluster of rings, how the partner is present here, and what can be done about it. */
function Standing({ organization, room }: { organization: OurOrganization; room: PartnershipPage }) {
  const { partners } = useMessages();
  const { partner, sides, mySide, may } = room;
  const [renaming, setRenaming] = useState(false);
  const people = useQuery({ ...peopleQuery(organization.id, room.id), enabled: may.offerClaim });
  const imported = partners.page.imported({ a: sides[0]?.name ?? '', b: sides[1]?.name ?? '' });
  const known = people.data?.find(
    (each) => each.side !== mySide && each.side !== 'newcomer' && each.email && !each.endedAt,
  );
  return (
    <div className={style.standing}>
      <RingCluster rings={room.rings.map(({ ring, role }) => ({ ring, reader: role }))} size={112} />
      <div className={style.presence}>
        <p>{mySide === null ? imported : partners.presenceLong[partner.presence]({ partner: partner.name })}</p>
        <div className={style.actions}>
          {may.offerClaim && mySide !== null && (
            <Invite
              organization={organization}
              partnership={room.id}
              partner={partner.name}
              email={known?.email ?? undefined}
            />
          )}
          {may.change && mySide !== null && (
            <Button kind="quiet" className={style.quiet} onClick={() => setRenaming(true)}>
              {partners.page.change}
            </Button>
          )}
        </div>
        <Dialog opened={renaming} onClose={() => setRenaming(false)} title={partners.page.changeTitle}>
          <RenameForm
            organization={organization.id}
            partnership={room.id}
            partner={partner}
            onDone={() => setRenaming(false)}
          />
        </Dialog>
      </div>
    </div>
  );
}
