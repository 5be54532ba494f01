import { sizeSaid } from '../../../messages/format.ts';
import type { MailInPage } from '../../../server/features/mail-in/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import { Decide } from './decide.tsx';
import { useSender } from './mail-rows.tsx';
import shared from '../mails/mail-list.module.css';
import style from './mail-in.module.css';

/** Where what a mail belongs to is read on. */
function About({ mail, slug }: { mail: MailInPage; slug: string }) {
  const { mailIn: words } = useMessages();
  const { partnership, subjectId, kind, about } = mail;
  if (!partnership) return null;
  const [href, label] =
    kind === 'conversation' && subjectId
      ? [paths.conversation(slug, partnership.id, subjectId), words.openConversation]
      : kind === 'thread' && subjectId
        ? [paths.thread(slug, partnership.id, subjectId), words.openThread]
        : kind === 'meeting' && subjectId
          ? [paths.meeting(slug, partnership.id, subjectId), words.openMeeting]
          : [paths.partnership(slug, partnership.id), words.openPartner];
  return (
    <>
      <dt>{words.facts.about}</dt>
      <dd>
        {[partnership.name, about].filter(Boolean).join(' · ')}{' '}
        <Go href={href} className={style.go}>
          {label}
        </Go>
      </dd>
    </>
  );
}

function Facts({ mail, slug }: { mail: MailInPage; slug: string }) {
  const { mailIn: words } = useMessages();
  const { locale } = useLocale();
  const sender = useSender();
  return (
    <dl className={shared.facts}>
      <dt>{words.facts.from}</dt>
      <dd>{sender(mail)}</dd>
      {mail.recipients.length > 0 && (
        <>
          <dt>{words.facts.to}</dt>
          <dd>{mail.recipients.slice(0, 5).join(', ')}</dd>
        </>
      )}
      <dt>{words.facts.when}</dt>
      <dd>
        <When at={mail.receivedAt} />{' '}
        <Badge {...(mail.state === 'held' && { tone: 'strong' as const })}>{words.state[mail.state]}</Badge>
      </dd>
      <About mail={mail} slug={slug} />
      {mail.files.length > 0 && (
        <>
          <dt>{words.facts.files}</dt>
          <dd>{mail.files.map((file) => `${file.name} (${sizeSaid(file.size, locale)})`).join(', ')}</dd>
        </>
      )}
      {mail.decision && (
        <>
          <dt>{words.facts.decided}</dt>
          <dd>{words.decide.decided[mail.decision]}</dd>
        </>
      )}
    </dl>
  );
}

/** One mail that arrived: why it stands where it stands, what is new in it, the rest folded away, and what can be decided. */
export function MailInView({ mail, organization }: { mail: MailInPage; organization: OurOrganization }) {
  const { mailIn: words } = useMessages();
  return (
    <article className={shared.mail} aria-labelledby={`mail-${mail.id}`}>
      <header>
        <h2 id={`mail-${mail.id}`}>{mail.subject || words.noSubject}</h2>
        <Facts mail={mail} slug={organization.slug} />
      </header>
      {mail.reason && <p className={mail.state === 'held' ? style.why : shared.meta}>{words.reasons[mail.reason]}</p>}
      <section className={style.words} aria-label={words.words}>
        {mail.words === '' ? (
          <p className={shared.meta}>{words.noWords}</p>
        ) : (
          <p className={style.text}>{mail.words}</p>
        )}
      </section>
      {mail.folded !== '' && (
        <details>
          <summary className={style.summary}>{words.folded}</summary>
          <p className={`${style.text} ${style.folded}`}>{mail.folded}</p>
        </details>
      )}
      <p className={shared.meta}>{words.plainOnly}</p>
      <Decide mail={mail} organization={organization} />
    </article>
  );
}
