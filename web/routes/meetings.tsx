import { CalendarQuestions } from '../features/calendars/questions.tsx';
import { MeetingsAcross } from '../features/meetings/meetings-across.tsx';
import { useOrganization } from '../session.tsx';

/** Meetings with all partners, and what calendars say of them. */
export function MeetingsPage() {
  const organization = useOrganization();
  return <MeetingsAcross organization={organization} above={<CalendarQuestions organization={organization.id} />} />;
}
