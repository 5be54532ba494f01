import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Claim } from '../../../server/features/claims/schema.ts';
import { dayOf, daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { roomKey } from '../partnerships/api.ts';
import { approveClaim, claimsQuery, offerClaim, type OfferedClaim, revokeClaim } from './api.ts';
import style from './invite.module.css';
import { SendRow } from '../partnerships/send-row.tsx';

interface InviteProps {
  organization: OurOrganization;
  partnership: string;
  partner: string;
  /** Address that is proposed, if one of their people has one. */
  email?: string;
}

/** Offering a partner its own side: what stands offered or asked for, and the way to offer it. */
export function Invite(props: InviteProps) {
  const { organization, partnership, partner } = props;
  const { invite } = useMessages().partners;
  const [opened, setOpened] = useState(false);
  const [made, setMade] = useState<OfferedClaim>();
  const claims = useQuery(claimsQuery(organization.id, partnership));
  const standing = claims.data?.filter((each) => each.state === 'offered' || each.state === 'requested') ?? [];
  const close = () => {
    setOpened(false);
    setMade(undefined);
  };
  return (
    <div className={style.invite}>
      {standing.map((claim) => (
        <StandingClaim
          key={claim.id}
          {...props}
          claim={claim}
          onMade={(offered) => {
            setMade(offered);
            setOpened(true);
          }}
        />
      ))}
      {standing.length === 0 && (
        <div>
          <Button kind="quiet" className={style.open} onClick={() => setOpened(true)}>
            {invite.open({ partner })}
          </Button>
        </div>
      )}
      <Dialog opened={opened} onClose={close} title={made ? invite.made : invite.title({ partner })}>
        {made ? <Made claim={made} /> : <OfferForm {...props} onMade={setMade} onCancel={close} />}
      </Dialog>
    </div>
  );
}

function useUntil(): (at: string) => string {
  const reader = useReaderNow();
  return (at) => daySaid(dayOf(at, reader.zone), reader, 'noun');
}

interface StandingClaimProps extends InviteProps {
  claim: Claim;
  onMade: (claim: OfferedClaim) => void;
}

function StandingClaim({ organization, partnership, partner, claim, onMade }: StandingClaimProps) {
  const { invite } = useMessages().partners;
  const queries = useQueryClient();
  const until = useUntil();
  const again = () => queries.invalidateQueries({ queryKey: roomKey(organization.id, partnership) });
  const approving = useMutation({
    mutationFn: () => approveClaim(organization.id, partnership, claim.id),
    onSuccess: (offered) => {
      onMade(offered);
      void again();
    },
  });
  const revoking = useMutation({
    mutationFn: () => revokeClaim(organization.id, partnership, claim.id),
    onSuccess: again,
  });
  const error = approving.error ?? revoking.error;
  return (
    <div className={style.standing}>
      <p>
        {claim.state === 'requested'
          ? invite.requested({ email: claim.requestedBy?.name ?? claim.email })
          : invite.offered({ email: claim.email, date: until(claim.expiresAt) })}
      </p>
      {claim.state === 'requested' && (
        <p className={style.small}>{invite.consent({ partner, organization: organization.name })}</p>
      )}
      <Buttons>
        {claim.state === 'requested' && (
          <Button kind="act" busy={approving.isPending} onClick={() => approving.mutate()}>
            {invite.approve}
          </Button>
        )}
        <Button kind="no" busy={revoking.isPending} onClick={() => revoking.mutate()}>
          {claim.state === 'requested' ? invite.refuse : invite.revoke}
        </Button>
      </Buttons>
      {error && <ErrorNote error={error} />}
    </div>
  );
}

function OfferForm({
  organization,
  partnership,
  partner,
  email: known,
  onMade,
  onCancel,
}: InviteProps & { onMade: (claim: OfferedClaim) => void; onCancel: () => void }) {
  const { partners, general } = useMessages();
  const { invite } = partners;
  const queries = useQueryClient();
  const [email, setEmail] = useState(known ?? '');
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const wrong = !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim());
  const offering = useMutation({
    mutationFn: () => offerClaim(organization.id, partnership, email.trim()),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: roomKey(organization.id, partnership) });
      onMade(made);
    },
  });
  const send = () => {
    setTried(true);
    if (!wrong && agreed) offering.mutate();
  };
  return (
    <Form onSubmit={send}>
      <p>{invite.lead({ partner })}</p>
      <Field
        label={invite.email}
        type="email"
        value={email}
        required={false}
        error={tried && wrong ? partners.form.emailWrong : undefined}
        data-autofocus
        autoComplete="off"
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Checkbox
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
        label={invite.consent({ partner, organization: organization.name })}
        error={tried && !agreed ? general.field.required : undefined}
      />
      <SendRow label={invite.send} sending={offering} onCancel={onCancel} />
    </Form>
  );
}

function Made({ claim }: { claim: OfferedClaim }) {
  const { invite } = useMessages().partners;
  const until = useUntil();
  return (
    <div className={style.made}>
      <p>{invite.mailed({ email: claim.email })}</p>
      <CopyField label={invite.link} value={claim.url} copy={invite.copy} />
      <p className={style.small}>{invite.expires({ date: until(claim.expiresAt) })}</p>
    </div>
  );
}
