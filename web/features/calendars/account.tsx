import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { calendarQuery, type CalendarState, disconnectCalendar, lookNow, questionsQuery } from './api.ts';
import style from './calendars.module.css';
import { ConnectForm } from './connect-form.tsx';
import { Trouble } from './trouble.tsx';

/** Troubles that pass by themselves; any other needs the person. */
const PASSING: readonly string[] = ['unreachable', 'slow', 'full', 'conflict'];

type Account = NonNullable<CalendarState['account']>;

/** The person's own calendar: to connect, or how it stands. */
export function OwnCalendar({ organization, account }: { organization: string; account: CalendarState['account'] }) {
  const { account: words } = useMessages().calendars;
  const [connecting, setConnecting] = useState(false);
  const form = (
    <Dialog opened={connecting} onClose={() => setConnecting(false)} title={words.connect}>
      <ConnectForm organization={organization} before={account ?? undefined} onDone={() => setConnecting(false)} />
    </Dialog>
  );
  return (
    <Section title={words.title} note={words.note} id="account">
      {account ? (
        <Connected organization={organization} account={account} onAgain={() => setConnecting(true)} />
      ) : (
        <EmptyState title={words.none} example={words.works}>
          <Button kind="act" onClick={() => setConnecting(true)}>
            {words.connect}
          </Button>
        </EmptyState>
      )}
      {form}
    </Section>
  );
}

function Connected({
  organization,
  account,
  onAgain,
}: {
  organization: string;
  account: Account;
  onAgain: () => void;
}) {
  const { account: words } = useMessages().calendars;
  const queries = useQueryClient();
  const broken = account.problem !== null && !PASSING.includes(account.problem);
  const [leaving, setLeaving] = useState(false);
  const look = useMutation({
    mutationFn: () => lookNow(organization),
    onSuccess: async (state) => {
      queries.setQueryData(calendarQuery(organization).queryKey, state);
      await queries.invalidateQueries({ queryKey: questionsQuery(organization).queryKey });
      if (!state.account?.problem) toast(words.looked_now);
    },
  });
  const leave = useMutation({
    mutationFn: () => disconnectCalendar(organization),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: calendarQuery(organization).queryKey });
      toast(words.disconnected);
    },
  });
  return (
    <div className={style.stack}>
      {account.problem && (
        <Trouble problem={account.problem}>
          {account.problemSince && (
            <p className={style.soft}>
              {words.since} <When at={account.problemSince} />
            </p>
          )}
        </Trouble>
      )}
      <Facts account={account} />
      {look.error && <ErrorNote error={look.error} />}
      <Buttons>
        <Button kind={broken ? 'plain' : 'act'} busy={look.isPending} onClick={() => look.mutate()}>
          {words.look}
        </Button>
        {account.problem && (
          <Button kind={broken ? 'act' : 'plain'} onClick={onAgain}>
            {words.again}
          </Button>
        )}
        <Button onClick={() => setLeaving(true)}>{words.disconnect}</Button>
      </Buttons>
      <Dialog opened={leaving} onClose={() => setLeaving(false)} title={words.disconnect}>
        <div className={style.stack}>
          <p>{words.disconnectMeans}</p>
          {leave.error && <ErrorNote error={leave.error} />}
          <div>
            <Button kind="act" busy={leave.isPending} onClick={() => leave.mutate()}>
              {words.disconnect}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

/** With the last event that came in and went out: that alone proves that it works. */
function Facts({ account }: { account: Account }) {
  const { account: words } = useMessages().calendars;
  const passed = (event: Account['in']) =>
    event ? (
      <>
        {event.words}, <When at={event.at} />
      </>
    ) : (
      words.never
    );
  return (
    <dl className={style.facts}>
      <dt>{words.calendar}</dt>
      <dd>
        {account.calendar} ({account.username}, {new URL(account.url).host})
      </dd>
      <dt>{words.in}</dt>
      <dd>{passed(account.in)}</dd>
      <dt>{words.out}</dt>
      <dd>{passed(account.out)}</dd>
      <dt>{words.looked}</dt>
      <dd>{account.lookedAt ? <When at={account.lookedAt} /> : words.never}</dd>
      <dt>{words.next}</dt>
      <dd>
        <When at={account.nextAt} />
      </dd>
    </dl>
  );
}
