import type { LinkScope } from '../links/gate.ts';

/** Who is speaking: a member who is signed in, or somebody through a signed link. Made by the gates' routes only. */
export interface Voice {
  /** The organization in whose scope the request runs. */
  organization: string;
  /** IANA zone in which the speaker's days end. */
  zone: string;
  /** Authority to bind the organization. */
  mayPromise: boolean;
  member?: { personId: string; name: string; email: string };
  link?: LinkScope;
}

/** A member's voice. The membership has been checked in the same transaction. */
export function memberVoice(
  organization: string,
  person: { id: string; timeZone: string },
  membership: { mayPromise: boolean; name: string; email: string },
): Voice {
  return {
    organization,
    zone: person.timeZone,
    mayPromise: membership.mayPromise,
    member: { personId: person.id, name: membership.name, email: membership.email },
  };
}

/** A guest's voice: for one conversation, with the authority the link was given. */
export function guestVoice(link: LinkScope, zone: string): Voice {
  return { organization: link.scope.organization, zone, mayPromise: true, link };
}
