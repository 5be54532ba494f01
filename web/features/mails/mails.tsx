import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { localMailsQuery, MAIL_STATES, type MailState, mailQuery, mailsQuery } from './api.ts';
import { MailRows } from './mail-rows.tsx';
import { MailView } from './mail-view.tsx';
import shared from './mail-list.module.css';

export interface MailsProps {
  organization: OurOrganization;
  /** Which mails are listed, and which is open: both stand in the address. */
  state?: MailState | undefined;
  open?: string | undefined;
  onState: (state: MailState | undefined) => void;
}

function address(slug: string, state: MailState | undefined, mail?: string): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(mail && { mail }) }).toString();
  return paths.mails(slug) + (query ? `?${query}` : '');
}

function OpenMail({ organization, id }: { organization: string; id: string }) {
  const mail = useQuery(mailQuery(organization, id));
  if (mail.isPending) return <Loading />;
  if (mail.error) return <ErrorNote error={mail.error} onRetry={() => void mail.refetch()} />;
  return <MailView mail={mail.data} organization={organization} />;
}

/** Links to sign in, where no mail server carries them to the people of this organization. */
function ServerMails() {
  const { mails: words } = useMessages();
  const kept = useQuery(localMailsQuery);
  if (!kept.data || kept.data.items.length === 0) return null;
  return (
    <Section title={words.page.system} note={words.page.systemHint} id="server-mails">
      <div className={shared.stack}>
        {kept.data.items.map((mail) => (
          <details key={mail.id}>
            <summary>
              {mail.subject} · {mail.to.email}
            </summary>
            <MailView mail={mail} />
          </details>
        ))}
      </div>
    </Section>
  );
}

/** All mails of an organization beside the one that is open; on a phone one after the other. */
export function Mails({ organization, state, open, onState }: MailsProps) {
  const { mails: words, mailIn, general } = useMessages();
  const list = useInfiniteQuery(mailsQuery(organization.id, state));
  if (organization.role === 'member') {
    return (
      <Page title={words.page.title}>
        <EmptyState title={words.page.forbidden} />
      </Page>
    );
  }
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  const local = list.data?.pages[0]?.local ?? false;
  const nothing = list.data && mails.length === 0;
  return (
    <Page
      title={words.page.title}
      lead={words.page.intro}
      width="broad"
      actions={<GoButton href={paths.mailIn(organization.slug)}>{mailIn.toReceived}</GoButton>}
    >
      {local && <p className={shared.note}>{words.page.local}</p>}
      <div className={`${shared.columns} ${open ? shared.chosen : ''}`}>
        <div className={shared.stack}>
          <div className={shared.filter}>
            <SelectField
              label={words.page.filter}
              data={[
                { value: '', label: words.page.all },
                ...MAIL_STATES.map((value) => ({ value, label: words.page.state[value] })),
              ]}
              value={state ?? ''}
              onChange={(event) => onState(MAIL_STATES.find((each) => each === event.currentTarget.value))}
            />
          </div>
          {list.isPending && <Loading />}
          {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
          {nothing && <EmptyState title={words.page.empty} example={words.page.emptyHint} />}
          {mails.length > 0 && (
            <MailRows mails={mails} open={open} hrefOf={(mail) => address(organization.slug, state, mail.id)} />
          )}
          {list.hasNextPage && (
            <div>
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {general.actions.more}
              </Button>
            </div>
          )}
        </div>
        {open && (
          <div className={shared.stack}>
            <div>
              <GoButton kind="quiet" href={address(organization.slug, state)}>
                {words.page.back}
              </GoButton>
            </div>
            <OpenMail organization={organization.id} id={open} />
          </div>
        )}
      </div>
      {local && organization.role === 'administrator' && <ServerMails />}
    </Page>
  );
}
