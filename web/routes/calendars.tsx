import { useQuery } from '@tanstack/react-query';
import { OwnCalendar } from '../features/calendars/account.tsx';
import { calendarQuery } from '../features/calendars/api.ts';
import { Feed } from '../features/calendars/feed.tsx';
import { CalendarQuestions } from '../features/calendars/questions.tsx';
import { useMessages } from '../locale.tsx';
import { useOrganization } from '../session.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';

/** A person's own calendars. */
export function CalendarsPage() {
  const { calendars: words } = useMessages();
  const { id } = useOrganization();
  const state = useQuery(calendarQuery(id));
  return (
    <Page title={words.title} lead={words.intro} width="narrow">
      {state.isPending && <Loading />}
      {state.error && <ErrorNote error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && (
        <>
          <CalendarQuestions organization={id} />
          <OwnCalendar organization={id} account={state.data.account} />
          <Feed organization={id} feed={state.data.feed} />
        </>
      )}
    </Page>
  );
}
