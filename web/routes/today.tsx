import { CalendarQuestions } from '../features/calendars/questions.tsx';
import { Today } from '../features/today/today.tsx';
import { useOrganization } from '../session.tsx';

/** Whose move it is. */
export function TodayPage() {
  const organization = useOrganization();
  return <Today organization={organization} above={<CalendarQuestions organization={organization.id} />} />;
}
