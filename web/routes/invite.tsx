import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { openInvitation } from '../features/identity/api.ts';
import { Door } from '../features/identity/door.tsx';
import { InvitationAnswer } from '../features/identity/invitation-answer.tsx';
import { useMessages } from '../locale.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';

export function InvitePage() {
  const { invitation: words, organization } = useMessages();
  const { token = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const found = useQuery({ queryKey: ['invitation', token], queryFn: () => openInvitation(token), retry: false });
  if (found.isPending) return <Loading />;
  if (!found.data) {
    return (
      <Door title={organization.invitations.title}>
        <ErrorNote error={found.error} />
      </Door>
    );
  }
  const { data } = found;
  const role = organization.people.roles[data.role];
  return (
    <Door
      title={words.title({ organization: data.organization.name })}
      lead={words.text({ inviter: data.invitedBy, organization: data.organization.name, role })}
    >
      <InvitationAnswer token={token} invitation={data} onJoined={() => void navigate({ href: '/', replace: true })} />
    </Door>
  );
}
