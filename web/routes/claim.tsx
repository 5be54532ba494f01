import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { openClaimQuery } from '../features/claims/api.ts';
import { ClaimOffer } from '../features/claims/claim-offer.tsx';
import { Door } from '../features/identity/door.tsx';
import { useMessages } from '../locale.tsx';
import { paths } from '../paths.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { toast } from '../ui/toast.tsx';

/** Somebody is offered their own side of a room. */
export function ClaimPage() {
  const { claim: words, general, partners } = useMessages();
  const { token = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data: offer, error, isPending } = useQuery(openClaimQuery(token));
  if (isPending) return <Loading what={partners.what.claim} />;
  if (!offer) {
    return (
      <Door title={general.product}>
        <ErrorNote error={error} />
      </Door>
    );
  }
  const names = { who: offer.offeredBy, partner: offer.partner, organization: offer.recordedName };
  const lead = offer.offeredBy === offer.partner ? words.lead(names) : words.leadBetween(names);
  return (
    <Door title={words.title({ organization: offer.recordedName })} lead={lead} wide>
      <ClaimOffer
        token={token}
        offer={offer}
        onTaken={({ organization, partnershipId }) => {
          toast(words.done({ organization: organization.name }));
          void navigate({ href: paths.partnership(organization.slug, partnershipId), replace: true });
        }}
      />
    </Door>
  );
}
