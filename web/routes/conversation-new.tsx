import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { OpenForm } from '../features/composer/open-form.tsx';
import { memberApi, pageQuery } from '../features/conversations/api.ts';
import { partnershipQuery, threadQuery } from '../features/conversations/room-api.ts';
import { useMessages } from '../locale.tsx';
import { paths } from '../paths.ts';
import { useOrganization } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Go } from '../ui/go.tsx';
import { Page } from '../ui/page.tsx';

interface Search {
  kind?: string;
  thread?: string;
  supports?: string;
  exchange?: string;
}

/** What the new conversation grows out of, or belongs to, in words. */
function useOrigin(
  organization: string,
  partnership: string,
  { thread, supports, exchange }: Search,
): string | undefined {
  const { composer } = useMessages();
  const subject = useQuery({ ...threadQuery(organization, partnership, thread ?? ''), enabled: thread !== undefined })
    .data?.subject;
  const conversation = supports ?? exchange ?? '';
  const other = useQuery({
    ...pageQuery(memberApi({ organization, partnership, conversation })),
    enabled: conversation !== '',
  }).data?.title;
  if (subject) return composer.open.fromThread({ subject });
  if (!other) return undefined;
  return supports ? composer.open.supports({ title: other }) : composer.open.exchange({ title: other });
}

/** Asking a partner for something, or offering something. */
export function NewConversationPage() {
  const { id: organization, slug } = useOrganization();
  const { partnership = '' } = useParams({ strict: false });
  const search: Search = useSearch({ strict: false });
  const kind = search.kind === 'offer' ? 'offer' : 'request';
  const { composer } = useMessages();
  const words = composer.open;
  const navigate = useNavigate();
  const { data: room } = useSuspenseQuery(partnershipQuery(organization, partnership));
  const origin = useOrigin(organization, partnership, search);
  const partner = room.partner.name;
  const link = search.supports
    ? ({ relation: 'supports', other: search.supports } as const)
    : search.exchange
      ? ({ relation: 'exchange', other: search.exchange } as const)
      : undefined;
  const other = kind === 'offer' ? 'request' : 'offer';
  const swap = () =>
    void navigate({ href: paths.newConversation(slug, partnership, { ...search, kind: other }), replace: true });
  return (
    <Page
      width="narrow"
      above={<Go href={paths.partnership(slug, partnership)}>{partner}</Go>}
      title={kind === 'offer' ? words.offerTitle({ partner }) : words.askTitle({ partner })}
      lead={[origin, kind === 'offer' ? words.offerLead : words.askLead].filter(Boolean).join(' ')}
      actions={
        <Button kind="quiet" onClick={swap}>
          {kind === 'offer' ? words.ask : words.offer}
        </Button>
      }
    >
      <OpenForm
        key={`${kind}${search.thread ?? ''}`}
        organization={organization}
        room={room}
        kind={kind}
        thread={search.thread}
        link={link}
        onOpened={(stored) =>
          void navigate({ href: paths.conversation(slug, stored.partnership, stored.conversation) })
        }
        onCancel={() => void navigate({ href: paths.partnership(slug, partnership) })}
      />
    </Page>
  );
}
