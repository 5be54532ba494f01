import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page, Section } from '../../ui/page.tsx';
import { partnershipQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { copyAddressQuery, mailInQuery, mailsInQuery } from './api.ts';
import { MailInRows } from './mail-rows.tsx';
import { MailInView } from './mail-view.tsx';
import shared from '../mails/mail-list.module.css';

interface CorrespondenceProps {
  organization: OurOrganization;
  partnership: string;
  open?: string | undefined;
}

/** Where mails are copied to, or why they cannot be. */
function Address({ organization, partnership }: CorrespondenceProps) {
  const { correspondence: words } = useMessages().mailIn;
  const address = useQuery(copyAddressQuery(organization.id, partnership));
  if (address.isPending) return <Loading what={words.address} />;
  if (address.error) return <ErrorNote error={address.error} onRetry={() => void address.refetch()} />;
  if (address.data.address === null) return <p className={shared.note}>{words.noAddress}</p>;
  return (
    <Section title={words.address} note={words.addressHint}>
      <CopyField label={words.address} value={address.data.address} />
    </Section>
  );
}

function OpenMail({ organization, open }: { organization: OurOrganization; open: string }) {
  const { correspondence: words } = useMessages().mailIn;
  const mail = useQuery(mailInQuery(organization.id, open));
  if (mail.isPending) return <Loading />;
  if (mail.error) return <ErrorNote error={mail.error} onRetry={() => void mail.refetch()} />;
  return (
    <>
      {mail.data.decision === 'shared' && (
        <div>
          <Badge>{words.isShared}</Badge>
        </div>
      )}
      <MailInView key={mail.data.id} mail={mail.data} organization={organization} />
    </>
  );
}

/** The kept mails, on our own ground. */
function Kept({ organization, partnership, open }: CorrespondenceProps) {
  const { mailIn, general } = useMessages();
  const { correspondence: words } = mailIn;
  const list = useInfiniteQuery(mailsInQuery(organization.id, { correspondence: partnership }));
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  const here = paths.correspondence(organization.slug, partnership);
  return (
    <OwnNotes organization={organization.name} title={words.list}>
      {list.isPending && <Loading what={words.list} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && mails.length === 0 && <EmptyState title={words.empty} example={words.emptyHint} />}
      <div className={open ? `${shared.columns} ${shared.chosen}` : shared.stack}>
        {mails.length > 0 && (
          <div className={shared.stack}>
            <MailInRows mails={mails} open={open} showsDirection hrefOf={(mail) => `${here}?mail=${mail.id}`} />
            {list.hasNextPage && (
              <div>
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {general.actions.more}
                </Button>
              </div>
            )}
          </div>
        )}
        {open && (
          <div className={shared.stack}>
            <div>
              <GoButton kind="quiet" href={here}>
                {words.list}
              </GoButton>
            </div>
            <OpenMail organization={organization} open={open} />
          </div>
        )}
      </div>
    </OwnNotes>
  );
}

/** Mails with a partner that went past Entente and were copied in: ours alone until somebody puts one into the room. */
export function Correspondence({ organization, partnership, open }: CorrespondenceProps) {
  const { mailIn, partners } = useMessages();
  const { correspondence: words } = mailIn;
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const back = (
    <BackLink href={paths.partnership(organization.slug, partnership)}>
      {room.data?.partner.name ?? partners.page.back}
    </BackLink>
  );
  if (!room.data) {
    return (
      <Page title={partners.places.correspondence} above={back}>
        {room.error ? (
          <ErrorNote error={room.error} onRetry={() => void room.refetch()} />
        ) : (
          <Loading what={partners.what.one} />
        )}
      </Page>
    );
  }
  return (
    <Page title={words.titleWith({ partner: room.data.partner.name })} above={back} lead={words.lead} width="broad">
      <RoomNav slug={organization.slug} partnership={partnership} current="correspondence" />
      <Address organization={organization} partnership={partnership} />
      <Kept organization={organization} partnership={partnership} open={open} />
    </Page>
  );
}
