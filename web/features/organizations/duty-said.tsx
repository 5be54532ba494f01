import type { Member } from '../../../server/features/organizations/schema.ts';
import { daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';

/** "Dean of Engineering, since 1 March". */
export function DutySaid({ duty }: { duty: Member['roles'][number] }) {
  const { organization } = useMessages();
  const now = useReaderNow();
  const from = daySaid(duty.startsOn, now, 'noun');
  const until = duty.endsOn && daySaid(duty.endsOn, now, 'noun');
  return until
    ? organization.duties.between({ title: duty.title, from, until })
    : organization.duties.since({ title: duty.title, from });
}
