import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invitation } from '../../../server/features/organizations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { useOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { invitable } from './abilities.ts';
import { invitationsQuery, revokeInvitation } from './api.ts';
import { InviteForm } from './invite-form.tsx';
import style from './organizations.module.css';

/** Colleagues who are invited and have not come yet. */
export function Invitations() {
  const organization = useOrganization();
  const { organization: all } = useMessages();
  const words = all.invitations;
  const invitations = useQuery(invitationsQuery(organization.id));
  if (invitations.isPending) return <Loading what={words.title} />;
  if (invitations.error) return <ErrorNote error={invitations.error} onRetry={() => void invitations.refetch()} />;
  const open = invitations.data.filter((invitation) => invitation.state === 'open');
  return (
    <>
      <Section title={words.invite}>
        <InviteForm />
      </Section>
      <Section title={words.waiting} count={open.length || undefined}>
        {open.length === 0 ? (
          <EmptyState title={words.empty} example={words.emptyExample} />
        ) : (
          <ul className={style.list}>
            {open.map((invitation) => (
              <li key={invitation.id}>
                <InvitationRow invitation={invitation} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const organization = useOrganization();
  const { organization: all } = useMessages();
  const words = all.invitations;
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(organization.id, invitation.id),
    onSuccess: () => {
      toast(words.revoked);
      return queries.invalidateQueries({ queryKey: invitationsQuery(organization.id).queryKey });
    },
  });
  return (
    <div className={`${style.row} ${style.plain}`} data-item>
      <div className={style.who}>
        <div className={style.name}>
          {invitation.email} <Badge>{all.people.roles[invitation.role]}</Badge>
        </div>
        <div className={style.soft}>
          {words.by({ name: invitation.invitedBy.name })}, <When at={invitation.createdAt} /> · {words.until}{' '}
          <When at={invitation.expiresAt} form="noun" />
        </div>
        {revoke.error && <ErrorNote error={revoke.error} />}
      </div>
      {invitable(organization).includes(invitation.role) && (
        <Button
          busy={revoke.isPending}
          onClick={() => revoke.mutate()}
          aria-label={words.revokeNamed({ email: invitation.email })}
        >
          {words.revoke}
        </Button>
      )}
    </div>
  );
}
