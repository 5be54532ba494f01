import type { Link } from '../../../server/features/mirror/schema.ts';
import { paths } from '../../paths.ts';

export const linkKey = (link: Link): string =>
  'meetingId' in link ? `${link.meetingId} ${link.occurrence}` : link.conversationId;

/** Where what stands behind a count opens. */
export const linkPath = (slug: string, link: Link): string =>
  'meetingId' in link
    ? paths.meeting(slug, link.partnershipId, link.meetingId, link.occurrence)
    : paths.conversation(slug, link.partnershipId, link.conversationId);
