import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { calendarQuery, type CalendarState, makeFeed, revokeFeed } from './api.ts';
import style from './calendars.module.css';

/** The secret address that calendar programs subscribe to. */
export function Feed({ organization, feed }: { organization: string; feed: CalendarState['feed'] }) {
  const { feed: words } = useMessages().calendars;
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: calendarQuery(organization).queryKey });
  const make = useMutation({ mutationFn: () => makeFeed(organization), onSuccess: again });
  const revoke = useMutation({
    mutationFn: () => revokeFeed(organization),
    onSuccess: async () => {
      make.reset();
      await again();
      toast(words.revoked);
    },
  });
  return (
    <Section title={words.title} note={words.note} id="feed">
      <div className={style.stack}>
        {make.data && (
          <>
            <p>{words.once}</p>
            <CopyField label={words.label} value={make.data.url} />
          </>
        )}
        {feed && (
          <dl className={style.facts}>
            <dt>{words.made}</dt>
            <dd>
              <When at={feed.createdAt} />
            </dd>
            <dt>{words.read}</dt>
            <dd>{feed.readAt ? <When at={feed.readAt} /> : words.notYet}</dd>
          </dl>
        )}
        {(make.error ?? revoke.error) && <ErrorNote error={make.error ?? revoke.error} />}
        {feed && !make.data && <p className={style.soft}>{words.renewMeans}</p>}
        <Buttons>
          <Button kind={feed ? 'plain' : 'act'} busy={make.isPending} onClick={() => make.mutate()}>
            {feed ? words.renew : words.make}
          </Button>
          {feed && (
            <Button busy={revoke.isPending} onClick={() => revoke.mutate()}>
              {words.revoke}
            </Button>
          )}
        </Buttons>
        <details className={style.how}>
          <summary>{words.how}</summary>
          <ul>
            <li>{words.google}</li>
            <li>{words.outlook}</li>
            <li>{words.apple}</li>
          </ul>
        </details>
      </div>
    </Section>
  );
}
