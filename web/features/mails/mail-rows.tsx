import type { MailSummary } from '../../../server/features/mails/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import style from './mails.module.css';

/** Mails as a list: to whom, about what, and what became of each. */
export function MailRows({
  mails,
  open,
  hrefOf,
}: {
  mails: readonly MailSummary[];
  open?: string | undefined;
  hrefOf: (mail: MailSummary) => string;
}) {
  const { mails: words } = useMessages();
  return (
    <ul className={style.list}>
      {mails.map((mail) => (
        <li key={mail.id} className={style.item} data-item>
          <Go href={hrefOf(mail)} className={style.link} aria-current={mail.id === open || undefined}>
            <span className={style.subject}>{mail.subject ?? words.page.notYet}</span>
            <Badge {...(mail.state === 'failed' && { tone: 'strong' as const })}>{words.page.state[mail.state]}</Badge>
            <span className={style.meta}>{mail.to.name ? `${mail.to.name} · ${mail.to.email}` : mail.to.email}</span>
            <span className={style.meta}>
              <When at={mail.sentAt ?? mail.createdAt} />
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}
