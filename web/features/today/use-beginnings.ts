import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { partnerChoiceQuery } from '../partnerships/api.ts';
import { beginningsQuery } from './api.ts';
import { type FirstStep, firstSteps } from './first-steps.ts';

const HIDDEN = 'entente-first-steps-hidden';

function isHidden(): boolean {
  try {
    return localStorage.getItem(HIDDEN) === 'yes';
  } catch {
    return false;
  }
}

export interface Beginning {
  /** Empty for somebody who knows the way or has put the steps away. */
  steps: { step: FirstStep; done: boolean; next: boolean; href: string }[];
  hide: () => void;
}

/** How far a newcomer has come, and where each step is taken. */
export function useBeginnings(organization: OurOrganization): Beginning {
  const [hidden, setHidden] = useState(isHidden);
  const partners = useQuery({ ...partnerChoiceQuery(organization.id), enabled: !hidden }).data;
  const conversations = useQuery({ ...beginningsQuery(organization.id), enabled: !hidden }).data;
  const hide = () => {
    try {
      localStorage.setItem(HIDDEN, 'yes');
    } catch {
      // Without storage the steps come back at the next visit.
    }
    setHidden(true);
  };
  if (hidden || !partners || !conversations) return { steps: [], hide };
  const own = partners.items.filter((each) => each.mySide !== null);
  const reached = own.some((each) => each.partner.presence !== 'recorded');
  const [partner] = own;
  const [newest] = conversations.items;
  const hrefs: Record<FirstStep, string> = {
    partner: `${paths.partners(organization.slug)}?add=1`,
    ask: partner
      ? paths.newConversation(organization.slug, partner.id, { kind: 'request' })
      : paths.partners(organization.slug),
    send: newest
      ? `${paths.conversation(organization.slug, newest.partnershipId, newest.id)}#links`
      : paths.conversations(organization.slug),
  };
  const steps = firstSteps({ partnerships: own.length, conversations: conversations.items.length, reached });
  return { steps: steps.map((each) => ({ ...each, href: hrefs[each.step] })), hide };
}
