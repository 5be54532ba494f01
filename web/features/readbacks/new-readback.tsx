import { useQuery } from '@tanstack/react-query';
import { dayAfter, dayOf, fullDay } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Page } from '../../ui/page.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { partnershipQuery } from '../partnerships/api.ts';
import { Compose } from './compose.tsx';
import type { ComposeDraft } from './compose-value.ts';

/** Days an answer is hoped for. */
const REPLY_DAYS = 14;

/** The page on which a read-back is written. */
export function NewReadback({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { readbacks } = useMessages();
  const { compose: words } = readbacks;
  const reader = useReaderNow();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const today = dayOf(reader.now, reader.zone);
  const start: ComposeDraft = {
    heldOn: today,
    way: 'in-person',
    place: '',
    subject: words.subjectDefault({ day: fullDay(today, reader.locale) }),
    words: words.wordsDefault,
    replyBy: dayAfter(today, REPLY_DAYS),
    to: '',
    points: [{ tag: 'need', certainty: 'heard', text: '', chosen: true }],
  };
  return (
    <Page
      title={words.title({ partner: room.data?.partner.name ?? '' })}
      lead={words.lead}
      width="narrow"
      above={<BackLink href={paths.partnership(organization.slug, partnership)}>{words.back}</BackLink>}
    >
      <Compose organization={organization} partnership={partnership} start={start} />
    </Page>
  );
}
