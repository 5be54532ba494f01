import { useParams } from '@tanstack/react-router';
import { MonthlyReview } from '../features/mirror/monthly-review.tsx';
import { useOrganization } from '../session.tsx';

/** The review of one month. */
export function ReviewPage() {
  const { month = 'last' } = useParams({ strict: false }) as { month?: string };
  return <MonthlyReview key={month} organization={useOrganization()} month={month} />;
}
