import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { MAIL_IN_STATES, type MailInState, mailInQuery, mailsInQuery } from './api.ts';
import { Health } from './health.tsx';
import { MailInRows } from './mail-rows.tsx';
import { MailInView } from './mail-view.tsx';
import shared from '../mails/mail-list.module.css';

export interface MailInProps {
  organization: OurOrganization;
  /** Which mails are listed, and which is open: both stand in the address. */
  state?: MailInState | undefined;
  open?: string | undefined;
  onState: (state: MailInState | undefined) => void;
}

function address(slug: string, state: MailInState | undefined, mail?: string): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(mail && { mail }) }).toString();
  return paths.mailIn(slug) + (query ? `?${query}` : '');
}

function OpenMail({ organization, id }: { organization: OurOrganization; id: string }) {
  const mail = useQuery(mailInQuery(organization.id, id));
  if (mail.isPending) return <Loading />;
  if (mail.error) return <ErrorNote error={mail.error} onRetry={() => void mail.refetch()} />;
  return <MailInView key={mail.data.id} mail={mail.data} organization={organization} />;
}

/** How many wait for somebody here, and the way to them. */
function Waiting({ held, slug, state }: { held: number; slug: string; state: MailInState | undefined }) {
  const { decide: words } = useMessages().mailIn;
  if (held === 0 || state === 'held') return null;
  return (
    <div className={shared.note}>
      <strong>{words.count({ n: held })}</strong>
      <span>{words.note}</span>
      <div>
        <GoButton kind="quiet" href={address(slug, 'held')}>
          {words.title}
        </GoButton>
      </div>
    </div>
  );
}

function List({ organization, state, open, onState }: MailInProps) {
  const { mailIn: words, general } = useMessages();
  const list = useInfiniteQuery(mailsInQuery(organization.id, state ? { state } : {}));
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  const nothing = list.data && mails.length === 0;
  return (
    <div className={shared.stack}>
      <Waiting held={list.data?.pages[0]?.held ?? 0} slug={organization.slug} state={state} />
      <div className={shared.filter}>
        <SelectField
          label={words.filter}
          data={[
            { value: '', label: words.all },
            ...MAIL_IN_STATES.map((value) => ({ value, label: words.state[value] })),
          ]}
          value={state ?? ''}
          onChange={(event) => onState(MAIL_IN_STATES.find((each) => each === event.currentTarget.value))}
        />
      </div>
      {list.isPending && <Loading what={words.title} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {nothing &&
        (state === 'held' ? (
          <EmptyState title={words.decide.none} example={words.decide.noneHint} />
        ) : state ? (
          <EmptyState title={words.emptyState} />
        ) : (
          <EmptyState title={words.empty} example={words.emptyHint} />
        ))}
      {mails.length > 0 && (
        <MailInRows mails={mails} open={open} hrefOf={(mail) => address(organization.slug, state, mail.id)} />
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {general.actions.more}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Everything that arrived beside the mail that is open; on a phone one after the other. Below it, whether mail works at all. */
export function MailIn(props: MailInProps) {
  const { organization, state, open } = props;
  const { mailIn: words } = useMessages();
  if (organization.role === 'member') {
    return (
      <Page title={words.title}>
        <EmptyState title={words.forbidden} />
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      lead={words.intro}
      width="broad"
      actions={<GoButton href={paths.mails(organization.slug)}>{words.toSent}</GoButton>}
    >
      <div className={open ? `${shared.columns} ${shared.chosen}` : shared.stack}>
        <List {...props} />
        {open && (
          <div className={shared.stack}>
            <div>
              <GoButton kind="quiet" href={address(organization.slug, state)}>
                {words.back}
              </GoButton>
            </div>
            <OpenMail organization={organization} id={open} />
          </div>
        )}
      </div>
      {organization.role === 'administrator' && !open && <Health organization={organization.id} />}
    </Page>
  );
}
