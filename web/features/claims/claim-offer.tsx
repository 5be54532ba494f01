import { useQuery } from '@tanstack/react-query';
import type { AcceptedClaim, OpenClaim } from '../../../server/features/claims/schema.ts';
import { dayOf, daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { meQuery } from '../../session.tsx';
import { LockIcon, RoomIcon } from '../../ui/icons.tsx';
import { SignInForm } from '../identity/sign-in-form.tsx';
import { ClaimAnswer } from './claim-answer.tsx';
import style from './claim-offer.module.css';

interface ClaimOfferProps {
  token: string;
  offer: OpenClaim;
  onTaken: (taken: AcceptedClaim) => void;
}

/** What is offered, what stays apart, and the answer: with an account that exists, or with a new one. */
export function ClaimOffer({ token, offer, onTaken }: ClaimOfferProps) {
  const { claim: words } = useMessages();
  const reader = useReaderNow();
  const me = useQuery({ ...meQuery, retry: false });
  return (
    <div className={style.offer}>
      <WhatHappens partner={offer.offeredBy} />
      {me.isPending ? null : me.data || !offer.accountExists ? (
        <ClaimAnswer token={token} offer={offer} me={me.data} onTaken={onTaken} />
      ) : (
        <section className={style.part}>
          <h2>{words.who}</h2>
          <p>{words.accountExists({ email: offer.email })}</p>
          <SignInForm email={offer.email} onSignedIn={() => void me.refetch()} />
        </section>
      )}
      <p className={style.soft}>
        {words.until({ date: daySaid(dayOf(offer.expiresAt, reader.zone), reader, 'noun') })}
      </p>
    </div>
  );
}

function WhatHappens({ partner }: { partner: string }) {
  const { claim: words } = useMessages();
  const { taken, apart } = words;
  return (
    <div className={style.grounds}>
      <section className={style.room}>
        <h2>
          <RoomIcon size={20} />
          {taken.title}
        </h2>
        <ul>
          <li>{taken.log}</li>
          <li>{taken.talk}</li>
          <li>{taken.people}</li>
          <li>{taken.recorded({ partner })}</li>
        </ul>
      </section>
      <section className={style.apart}>
        <h2>
          <LockIcon size={18} />
          {apart.title}
        </h2>
        <ul>
          <li>{apart.theirs({ partner })}</li>
          <li>{apart.yours({ partner })}</li>
          <li>{apart.others}</li>
        </ul>
      </section>
    </div>
  );
}
